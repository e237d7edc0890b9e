/** The workflow graph of a project and issue type, and the way through it. */

export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface WorkflowStatus {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
}

/** `from` undefined: a global transition, possible from every status. */
export interface WorkflowTransition {
  readonly id: string;
  readonly name: string;
  readonly from?: readonly string[];
  readonly to: string;
}

export interface Workflow {
  /** Where new issues start. */
  readonly initial?: string;
  readonly statuses: readonly WorkflowStatus[];
  readonly transitions: readonly WorkflowTransition[];
}

/** Where an issue should go: statuses in order of preference, else any of a category in the workflow's order. */
export interface Target {
  readonly statuses: readonly string[];
  readonly orAnyOf?: readonly StatusCategory[];
  /** Of those any, none that says that nothing was fixed: what is resolved must not end as rejected by guessing. */
  readonly butNoRejection?: boolean;
}

const rejection = /reject|won.?t|declin|invalid|duplicate|cancel|obsolete/i;

export interface Path {
  readonly target: string;
  readonly steps: readonly WorkflowTransition[];
}

/** The statuses that satisfy a target, best first. */
export function candidates(workflow: Workflow, target: Target): string[] {
  const any = workflow.statuses.filter(
    ({ category, name }) =>
      (target.orAnyOf?.includes(category) ?? false) && !(target.butNoRejection && rejection.test(name)),
  );
  return [...new Set([...target.statuses, ...any.map((status) => status.id)])];
}

/**
 * The shortest way to the best reachable status of the target; undefined when none can be reached. Where any status
 * of a category will do, an issue that is in one stays there.
 */
export function findPath(workflow: Workflow, from: string, target: Target): Path | undefined {
  const reached = shortestPaths(workflow, from);
  const wanted = candidates(workflow, target);
  const here = wanted.filter((status) => status === from);
  for (const status of [...target.statuses, ...here, ...wanted]) {
    const steps = reached.get(status);
    if (steps) return { target: status, steps };
  }
  return undefined;
}

function shortestPaths(workflow: Workflow, from: string): Map<string, WorkflowTransition[]> {
  const paths = new Map<string, WorkflowTransition[]>([[from, []]]);
  // A map also hands out what is added while it is walked, in order: the nearest statuses come first.
  for (const [status, path] of paths) {
    for (const transition of workflow.transitions) {
      if (transition.from && !transition.from.includes(status)) continue;
      if (!paths.has(transition.to)) paths.set(transition.to, [...path, transition]);
    }
  }
  return paths;
}

/** A status by its name or id, for messages. */
export function statusName(workflow: Workflow | undefined, id: string): string {
  return workflow?.statuses.find((status) => status.id === id)?.name ?? id;
}

/** A status as a place for an issue; name and category are unknown where the workflow does not list it. */
export function placeIn({ statuses }: Workflow, id: string): Partial<WorkflowStatus> & { id: string } {
  return statuses.find((status) => status.id === id) ?? { id };
}
