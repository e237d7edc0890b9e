/** Fields that Jira demands of new issues and that nothing fills: told before they hold findings up. */
import type { HealthProblem } from '../../contract/health';
import { roles, type SettingsDocument, type Space } from '../../contract/settings';
import { demandedFields } from '../../core/settings/demanded';
import { effectiveSpace } from '../../core/settings/spaces';
import { whereFilled } from '../../core/settings/where-filled';
import type { Ports } from '../ports';

/** A daily look must end: what lies beyond is told by connection tests and by the findings themselves. */
const placesAtMost = 50;

interface Place {
  /** Where rows that would fill the field stand in the settings. */
  readonly path: string;
  readonly role: (typeof roles)[number];
  readonly space: Space;
}

/** One problem per field and space. Screens that Jira does not tell keep what was `known`. */
export async function requiredProblems(
  ports: Ports,
  document: SettingsDocument,
  known: readonly HealthProblem[],
): Promise<HealthProblem[]> {
  const problems = new Map<string, HealthProblem>();
  for (const { path, role, space } of placesOf(document).slice(0, placesAtMost)) {
    const before = known.filter((problem) => problem.path.startsWith(`${path}.`));
    for (const type of [space.issueType, ...Object.values(space.issueTypeByKind)]) {
      const [projectId, typeId] = [space.project?.id ?? '', type?.id ?? ''];
      // Somebody may just have mended it in Jira.
      if (before.length > 0) await ports.jira.forget(projectId, typeId);
      const screen = await ports.jira.createFields(projectId, typeId);
      const found = screen.ok
        ? demandedFields(screen.value, space, document.fields.fixed).map(({ id, name }): HealthProblem => ({
            path: `${path}.${id}`,
            what: { code: 'requiredUnfilled', field: name, role },
            fix: { code: 'fixRequiredUnfilled', where: whereFilled(id, space) },
          }))
        : before;
      for (const problem of found) problems.set(problem.path, problem);
    }
  }
  return [...problems.values()];
}

/** Whether a path is one of `requiredProblems`. */
export function isOfRequired({ what }: HealthProblem): boolean {
  return what.code === 'requiredUnfilled';
}

/** Every space that is on, of products only those that set something themselves. */
function placesOf(document: SettingsDocument): Place[] {
  const defaults = roles.map((role): Place => ({
    path: `spaces.${role}.mapping`,
    role,
    space: document.spaces[role],
  }));
  const own = Object.entries(document.products).flatMap(([product, overrides]) =>
    roles
      .filter((role) => overrides[role] !== undefined)
      .map((role): Place => ({
        path: `products.${product}.${role}.mapping`,
        role,
        space: effectiveSpace(document, role, product).space,
      })),
  );
  return [...defaults, ...own].filter(
    ({ space }) => space.enabled && space.project?.id !== undefined && space.issueType?.id !== undefined,
  );
}
