/** Whether the workflow can take an issue to every status that the settings ask for. */
import type { Check } from '../../contract/api';
import type { StatusUse } from '../../contract/messages/checks';
import type { Ref } from '../../contract/settings';
import { refName } from '../settings/references';
import { findPath, type Workflow } from '../jira/workflow';
import { ok, unverified, wrong } from './check';
import type { SpaceFacts, TypeFacts } from './facts';

interface Wanted {
  readonly ref: Ref;
  /** What asks for it. */
  readonly uses: readonly StatusUse[];
}

/** One check per status; without the graph none of them is fine. */
export function checkStatuses(facts: SpaceFacts, { workflow }: TypeFacts): Check[] {
  if (!workflow.ok)
    return [unverified({ code: 'aboutStatuses' }, { code: 'workflowHidden' }, { code: 'showWorkflow' })];
  const wanted = wantedStatuses(facts);
  return [...wanted.map((one) => checkStatus(workflow.value, one)), ...checkDone(facts, workflow.value)];
}

function checkStatus(graph: Workflow, { ref, uses: all }: Wanted): Check {
  const name = refName(ref);
  const what = { code: 'aboutStatus', name } as const;
  const uses = [...all];
  const known = graph.statuses.find(({ id }) => id === ref.id);
  if (!known) return wrong(what, { code: 'notInWorkflow', name, uses }, { code: 'otherStatusOrAdd' });
  if (graph.initial === undefined) return unverified(what, { code: 'startUnknown' });
  return findPath(graph, graph.initial, { statuses: [known.id] })
    ? ok(what, { code: 'usedFor', uses })
    : wrong(what, { code: 'unreachable', name: known.name, uses }, { code: 'addTransition' });
}

/** Where no status is chosen for resolved findings, any done status must do. */
function checkDone({ space }: SpaceFacts, graph: Workflow): Check[] {
  if (space.resolvedStatus || graph.initial === undefined) return [];
  const what = { code: 'aboutDoneStatus' } as const;
  const path = findPath(graph, graph.initial, { statuses: [], orAnyOf: ['done'] });
  const name = graph.statuses.find(({ id }) => id === path?.target)?.name;
  return [
    name === undefined
      ? wrong(what, { code: 'nothingDone' }, { code: 'addDoneStatus' })
      : ok(what, { code: 'resolvedGoTo', name }),
  ];
}

/** Each status once, with everything that asks for it. */
function wantedStatuses({ role, space, settings }: SpaceFacts): Wanted[] {
  const all: [StatusUse, Ref | null][] = [
    ...Object.entries(space.statuses).flatMap(([status, mapping]) =>
      mapping && mapping.direction !== 'to_portal'
        ? mapping.jira.map((ref): [StatusUse, Ref] => [{ status }, ref])
        : [],
    ),
    [{ lifecycle: 'resolved' }, space.resolvedStatus],
    [{ lifecycle: 'rejected' }, space.rejectedStatus],
    ...(role === 'security' && settings.closing.enabled
      ? [['closing', settings.closing.status] as [StatusUse, Ref | null]]
      : []),
  ];
  const byId = new Map<string | undefined, Wanted>();
  for (const [use, ref] of all) {
    if (!ref) continue;
    const key = ref.id ?? ref.name;
    const known = byId.get(key)?.uses ?? [];
    byId.set(key, { ref, uses: known.some((one) => sameUse(one, use)) ? known : [...known, use] });
  }
  return [...byId.values()];
}

/** The mapping of the status "resolved" and the status for resolved findings are one and the same to people. */
function sameUse(a: StatusUse, b: StatusUse): boolean {
  return nameOf(a) === nameOf(b);
}

function nameOf(use: StatusUse): string {
  if (use === 'closing') return use;
  return 'status' in use ? use.status : use.lifecycle;
}
