/** Whether the workflow can take an issue to every status that the settings ask for. */
import type { Check } from '../../contract/api';
import type { Ref } from '../../contract/settings';
import { findPath, type Workflow } from '../workflow';
import { ok, unverified, wrong } from './check';
import type { SpaceFacts, TypeFacts } from './facts';

interface Wanted {
  readonly ref: Ref;
  /** What asks for it, for example `resolved findings`. */
  readonly reasons: readonly string[];
}

/** One check per status; without the graph none of them is fine. */
export function checkStatuses(facts: SpaceFacts, type: TypeFacts, suffix: string): Check[] {
  const wanted = wantedStatuses(facts);
  if (!type.workflow.ok)
    return [
      unverified(
        `Statuses${suffix}`,
        'Jira does not show the workflow to the app, so nobody can say whether the statuses can be reached.',
        'Give the role atlassian-addons-project-access the permission to view the workflow (read-only) in the project.',
      ),
    ];
  const graph = type.workflow.value;
  return [...wanted.map((one) => checkStatus(graph, one, suffix)), ...checkDone(facts, graph, suffix)];
}

function checkStatus(graph: Workflow, { ref, reasons }: Wanted, suffix: string): Check {
  const name = ref.name ?? ref.id ?? '';
  const what = `Status ${name}${suffix}`;
  const detail = `For ${reasons.join(', ')}.`;
  const known = graph.statuses.find(({ id }) => id === ref.id);
  if (!known)
    return wrong(
      what,
      `The workflow has no status ${name}; it is chosen for ${reasons.join(', ')}.`,
      'Choose another status under Team spaces, or add it to the workflow in Jira.',
    );
  if (graph.initial === undefined)
    return unverified(what, 'Jira does not tell where new issues start in this workflow.');
  if (findPath(graph, graph.initial, { statuses: [known.id] })) return ok(what, detail);
  return wrong(
    what,
    `No transitions lead from a new issue to ${known.name}; it is chosen for ${reasons.join(', ')}.`,
    'Add a transition in Jira, or choose another status under Team spaces.',
  );
}

/** Where no status is chosen for resolved findings, any done status must do. */
function checkDone({ space }: SpaceFacts, graph: Workflow, suffix: string): Check[] {
  if (space.resolvedStatus || graph.initial === undefined) return [];
  const what = `A done status${suffix}`;
  const path = findPath(graph, graph.initial, { statuses: [], orAnyOf: ['done'] });
  const name = graph.statuses.find(({ id }) => id === path?.target)?.name;
  if (name !== undefined) return [ok(what, `Resolved findings go to ${name}.`)];
  return [
    wrong(
      what,
      'The workflow has no reachable status of the category Done, so resolved findings stay open in Jira.',
      'Add a done status and a transition to it in Jira.',
    ),
  ];
}

/** Each status once, with everything that asks for it. */
function wantedStatuses({ role, space, settings }: SpaceFacts): Wanted[] {
  const all: [string, Ref | null][] = [
    ...Object.entries(space.statuses).flatMap(([status, mapping]) =>
      mapping && mapping.direction !== 'to_portal'
        ? mapping.jira.map((ref): [string, Ref] => [`${status.replaceAll('_', ' ')} findings`, ref])
        : [],
    ),
    ['resolved findings', space.resolvedStatus],
    ['rejected findings', space.rejectedStatus],
    ...(role === 'security' && settings.closing.enabled
      ? [['closing after the product issue', settings.closing.status] as [string, Ref | null]]
      : []),
  ];
  const byId = new Map<string, Wanted>();
  for (const [reason, ref] of all) {
    if (!ref) continue;
    const key = ref.id ?? ref.name ?? '';
    const reasons = new Set([...(byId.get(key)?.reasons ?? []), reason]);
    byId.set(key, { ref, reasons: [...reasons] });
  }
  return [...byId.values()];
}
