/** Projects of which the app sees no issue any more are shown to the admins, until it sees some again. */
import type { SettingsDocument } from '../../contract/settings';
import { lostProblem } from '../../core/settings/lost-references';
import { pathText, refPlaces } from '../../core/settings/references';
import type { Vanished } from '../../core/sync/vanished';
import type { Ports } from '../ports';

/** Brings the problems up to what was just seen; projects that nobody looked at keep theirs. */
export async function reportHidden(
  ports: Ports,
  { hidden, seen }: Pick<Vanished, 'hidden' | 'seen'>,
  settings: SettingsDocument,
): Promise<void> {
  const health = await ports.health.read();
  const before = health?.problems ?? [];
  const projects = refPlaces(settings).filter(({ kind }) => kind === 'project');
  const pathsOf = (ids: ReadonlySet<string>) =>
    projects.filter(({ ref }) => ids.has(ref.id ?? '')).map(({ path }) => pathText(path));
  const over = new Set(pathsOf(seen));
  const kept = before.filter((problem) => !(problem.hidden && over.has(problem.path)));
  const known = new Set(kept.map(({ path }) => path));
  const fresh = projects
    .filter(({ ref, path }) => hidden.has(ref.id ?? '') && !known.has(pathText(path)))
    .map((place) => lostProblem(place, 'hidden'));
  if (fresh.length === 0 && kept.length === before.length) return;
  await ports.health.write({ checkedAt: health?.checkedAt ?? ports.now(), problems: [...kept, ...fresh] });
}
