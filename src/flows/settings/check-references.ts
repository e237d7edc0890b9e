/** The look after everything in Jira that the settings name, daily and when a project changes: what is gone is shown, not lost. */
import { isIn } from '../../core/data/look-up';
import type { AdminOutputs } from '../../contract/api';
import type { HealthProblem } from '../../contract/health';
import type { SectionName, SettingsDocument } from '../../contract/settings';
import { isStillFailing } from '../../core/settings/failing-templates';
import { lostProblem, problemTouches } from '../../core/settings/lost-references';
import { newestProblems } from '../../core/settings/newest-problems';
import { pathText, type RefPlace, refPlaces } from '../../core/settings/references';
import { effectiveSpace } from '../../core/settings/spaces';
import { type HeldFindings, heldByCause } from '../activity/held-findings';
import { isOfRequired, requiredProblems } from './check-required';
import { findThings, spaceOf } from './find-things';
import type { Ports } from '../ports';

/** More projects than anybody deletes while findings still wait for them. */
const mostDeleted = 500;

/** Looks and remembers. What Jira does not tell now keeps the answer it had before. */
export async function checkReferences(ports: Ports): Promise<void> {
  const { document } = await ports.settings.read();
  const before = (await ports.health.read())?.problems ?? [];
  const problems = await problemsAt(ports, document, usedPlaces(document), before);
  const required = await requiredProblems(ports, document, before);
  const checkedAt = ports.now();
  const failing = before.filter((problem) => isStillFailing(problem, document, checkedAt));
  await ports.health.change((now) => ({
    ...now,
    checkedAt,
    problems: newestProblems(before, [...problems, ...required, ...failing], now?.problems ?? []),
  }));
}

/** What is known to be lost may just have been mended: it is looked at again, and where nothing is lost nothing. */
export async function lookAgain(ports: Ports): Promise<void> {
  if (((await ports.health.read())?.problems ?? []).length > 0) await checkReferences(ports);
}

/** The same for one project, of which an event told; one that the settings do not name costs no look at Jira. */
export async function checkProject(ports: Ports, project: string): Promise<void> {
  const { document } = await ports.settings.read();
  const places = usedPlaces(document).filter((place) => projectOf(document, place) === project);
  if (places.length === 0) return;
  const before = (await ports.health.read())?.problems ?? [];
  const paths = new Set(places.map(({ path }) => pathText(path)));
  const required = await requiredProblems(ports, document, before);
  const elsewhere = before.filter((problem) => !paths.has(problem.path) && !isOfRequired(problem));
  const found = [...elsewhere, ...(await problemsAt(ports, document, places, before)), ...required];
  await ports.health.change((now) => ({
    ...now,
    checkedAt: now?.checkedAt ?? ports.now(),
    problems: newestProblems(before, found, now?.problems ?? []),
  }));
}

/** Remembers that Jira deleted a project for good: with it went its issues, of which no event told. */
export async function noteDeleted(ports: Ports, project: string): Promise<void> {
  await ports.health.change((now = { checkedAt: ports.now(), problems: [] }) => {
    const others = (now.deleted ?? []).filter((id) => id !== project);
    return { ...now, deleted: [...others, project].slice(-mostDeleted) };
  });
}

async function problemsAt(
  ports: Ports,
  document: SettingsDocument,
  places: readonly RefPlace[],
  before: readonly HealthProblem[],
): Promise<HealthProblem[]> {
  const problems: HealthProblem[] = [];
  const lostProjects = new Set<string>();
  for (const place of places) {
    // Projects come first; what belongs to a lost one is no problem of its own.
    if (place.kind !== 'project' && isIn(lostProjects, projectOf(document, place))) continue;
    const now = await lookAt(ports, place, document);
    const known = before.find(({ path }) => path === pathText(place.path));
    // Whether issues can be seen is found out by who looks at them.
    const problem = now === 'unreadable' || (!now && known?.hidden) ? known : now;
    if (!problem) continue;
    problems.push(problem);
    if (place.kind === 'project' && place.ref.id !== undefined) lostProjects.add(place.ref.id);
  }
  return problems;
}

function usedPlaces(document: SettingsDocument): RefPlace[] {
  return refPlaces(document).filter((place) => isUsed(document, place));
}

/** The project (id) of the space that a place is part of; undefined: it is part of none, or none is chosen. */
function projectOf(document: SettingsDocument, { space }: RefPlace): string | undefined {
  return space && spaceOf(document, space).project?.id;
}

/** Spaces that are off need nothing. */
function isUsed(document: SettingsDocument, { space }: RefPlace): boolean {
  if (!space) return true;
  const { role, product, rule } = space;
  if (rule !== undefined) return spaceOf(document, space).enabled;
  return product === undefined
    ? document.spaces[role].enabled || Object.values(document.products).some((own) => own[role]?.enabled)
    : effectiveSpace(document, role, product).space.enabled;
}

async function lookAt(
  ports: Ports,
  place: RefPlace,
  document: SettingsDocument,
): Promise<HealthProblem | 'unreadable' | undefined> {
  const things = await findThings(ports, place, document);
  if (!things.ok) return 'unreadable';
  const { id, name } = place.ref;
  // Where the create screen has no priority, none is set: whichever the settings name, nothing is lost.
  if (place.kind === 'priority' && things.value.length === 0) return undefined;
  const isThere = things.value.some((thing) => (id === undefined ? thing.name === name : thing.id === id));
  if (!isThere) return lostProblem(place, 'gone');
  if (place.kind !== 'project') return undefined;
  const project = id === undefined ? undefined : await ports.catalogue.project(id);
  if (!project) return undefined;
  if (!project.ok) return 'unreadable';
  return project.value?.archived ? lostProblem(place, 'archived') : undefined;
}

/** What was found last, and how many findings that are held up now go through each of these places. */
export async function readHealth(ports: Ports): Promise<AdminOutputs['health.get']> {
  const health = await ports.health.read();
  const { document, unreadable } = await ports.settings.read();
  const problems = [...unreadable.map(unreadableProblem), ...(health?.problems ?? [])];
  const held = problems.length > 0 ? await heldFindings(ports) : { records: [], more: false };
  const counted = problems.map((problem) => ({
    ...problem,
    findings: held.records.filter(({ product }) => problemTouches(problem.path, product, document)).length,
    ...(held.more && { more: true as const }),
  }));
  return { problems: counted, ...(health ? { checkedAt: health.checkedAt } : {}) };
}

function unreadableProblem(section: SectionName): HealthProblem {
  return {
    path: section,
    what: { code: 'unreadableSection', section },
    fix: { code: 'fixUnreadableSection' },
  };
}

async function heldFindings(ports: Ports): Promise<HeldFindings> {
  const causes = await ports.causes.list();
  const held = await heldByCause(
    ports,
    causes.map(({ cause }) => cause),
  );
  return { records: held.flatMap(({ records }) => records), more: held.some(({ more }) => more) };
}
