/** Projects of which the app sees no issue any more are shown to the admins, until it sees some again. */
import { isIn } from '../../core/data/look-up';
import type { SettingsDocument } from '../../contract/settings';
import { lostProblem } from '../../core/settings/lost-references';
import { pathText, type RefPlace, refPlaces } from '../../core/settings/references';
import type { Vanished } from '../../core/sync/vanished';
import type { Ports } from '../ports';

/** Brings the problems up to what was just seen; projects that nobody looked at keep theirs. */
export async function reportHidden(
  ports: Ports,
  { hidden, seen }: Pick<Vanished, 'hidden' | 'seen'>,
  settings: SettingsDocument,
): Promise<void> {
  const projects = refPlaces(settings).filter(({ kind }) => kind === 'project');
  const pathsOf = (ids: ReadonlySet<string>) =>
    projects.filter(isOneOf(ids)).map(({ path }) => pathText(path));
  const over = new Set(pathsOf(seen));
  const lost = projects.filter(isOneOf(hidden));
  if (over.size === 0 && lost.length === 0) return;
  await ports.health.change((health = { checkedAt: ports.now(), problems: [] }) => {
    const kept = health.problems.filter((problem) => !(problem.hidden && over.has(problem.path)));
    const known = new Set(kept.map(({ path }) => path));
    const fresh = lost.filter(({ path }) => !known.has(pathText(path)));
    return { ...health, problems: [...kept, ...fresh.map((place) => lostProblem(place, 'hidden'))] };
  });
}

function isOneOf(ids: ReadonlySet<string>): (place: RefPlace) => boolean {
  return ({ ref }) => isIn(ids, ref.id);
}
