/** Moves one issue over the workflow graph to the best reachable status. A 204 is no proof: callers confirm. */
import type { Identity } from '../../contract/identity';
import type { IssueThere } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import type { Doing } from '../../contract/messages/terms';
import type { SettingsDocument } from '../../contract/settings';
import { type Consequence, isRefusal, type JiraFailure, type JiraResult } from '../../core/jira/failure';
import {
  candidates,
  findPath,
  type Path,
  placeIn,
  statusName,
  type Workflow,
  type WorkflowTransition,
} from '../../core/jira/workflow';
import type { Ports } from '../ports';
import type { FetchedIssue, OfferedTransition } from '../../core/jira/issue';
import { fillFields } from '../../core/jira/transition-fields';
import { issueProblem } from '../../core/sync/hidden';
import { notePlace } from '../../core/sync/note-issue';
import type { WantedMove } from '../../core/sync/wanted-moves';

/** An issue on its way: where it should go, what goes along with the last step, and what came of it. */
export interface Move extends WantedMove {
  readonly identity?: Identity;
  /** The status that Jira let it go to. */
  at?: string;
  /** What Jira showed of it afterwards. */
  shown?: FetchedIssue;
  /** What stands in its way. */
  problem?: Consequence;
}

/** `unsettled`: what is remembered of the issue's place is missing or old; read it and go on from there. */
export type Moved =
  | { readonly kind: 'arrived'; readonly at: string }
  | { readonly kind: 'unsettled' }
  | { readonly kind: 'failed'; readonly problem: Consequence };

/** Moves by what is remembered: one call a step. */
export async function moveByGraph(ports: Ports, move: Move, settings: SettingsDocument): Promise<Moved> {
  const { issue, target } = move;
  if (issue.status === undefined) return { kind: 'unsettled' };
  const graph = await graphOf(ports, issue);
  if (!graph.ok)
    return isRefusal(graph.failure) ? { kind: 'unsettled' } : failedMove(issue, graph.failure, 'reading');
  const path = findPath(graph.value, issue.status, target);
  // Already there, by what is remembered: that a person moved it meanwhile may not have been heard yet.
  if (!path || path.steps.length === 0) return { kind: 'unsettled' };
  for (const [index, step] of path.steps.entries()) {
    const moved = await takeKnown(ports, move, step.id, isLast(path, index), settings);
    if (!moved.ok)
      return isRefusal(moved.failure) ? { kind: 'unsettled' } : failedMove(issue, moved.failure, 'moving');
    notePlace(issue, placeIn(graph.value, step.to), ports.now());
  }
  return { kind: 'arrived', at: path.target };
}

/** Moves from where Jira says the issue is, filling what the transitions demand. */
export async function moveFromFetched(
  ports: Ports,
  move: Move,
  fetched: FetchedIssue,
  settings: SettingsDocument,
): Promise<Moved> {
  const { issue, target, lifecycle } = move;
  const known = await workflowOf(ports, issue, fetched);
  if (!known.ok) return failedMove(issue, known.failure, 'reading');
  const here = findPath(known.value, issue.status ?? '', target);
  // Where it should be, by what is remembered of the workflow: nothing contradicts that.
  if (here?.steps.length === 0) return { kind: 'arrived', at: here.target };
  await ports.jira.forget(issue.project, issue.issueType);
  const fresh = await workflowOf(ports, issue, fetched);
  if (!fresh.ok) return failedMove(issue, fresh.failure, 'reading');
  const workflow = fresh.value;
  const path = findPath(workflow, issue.status ?? '', target);
  if (!path) return outOfReach(move, workflow, fetched);
  for (const [index, step] of path.steps.entries()) {
    // With the fields of its screen, which neither the graph nor a bulk fetch shows.
    const offered = await offeredBy(ports, issue);
    if (!offered.ok) return failedMove(issue, offered.failure, 'readingTransitions');
    const transition = offeredFor(offered.value, step);
    if (!transition) return outOfReach(move, workflow, fetched);
    const fields = fillFields(transition.fields, lifecycle, settings);
    const moved = await take(ports, move, transition.id, isLast(path, index), fields);
    if (!moved.ok) return failedMove(issue, moved.failure, 'moving', statusName(workflow, step.to));
    notePlace(issue, placeIn(workflow, step.to), ports.now());
  }
  return { kind: 'arrived', at: path.target };
}

/** Jira refuses a step when its screen demands fields: the first such issue shows which, for all that follow it. */
async function takeKnown(
  ports: Ports,
  move: Move,
  id: string,
  last: boolean,
  settings: SettingsDocument,
): Promise<JiraResult<void>> {
  const { issue, lifecycle } = move;
  const screen = () => ports.jira.screenOf(issue.project, issue.issueType, id);
  const filled = () => fillFields(screen() ?? [], lifecycle, settings);
  const known = screen();
  const moved = await take(ports, move, id, last, filled());
  const demands = !moved.ok && isRefusal(moved.failure) && moved.failure.status === 400;
  if (!demands || known) return moved;
  await offeredBy(ports, issue);
  return Object.keys(filled()).length > 0 ? take(ports, move, id, last, filled()) : moved;
}

function offeredBy(ports: Ports, issue: IssueThere): Promise<JiraResult<OfferedTransition[]>> {
  return ports.jira.transitionsOf(issue.id, issue.project, issue.issueType);
}

function offeredFor(
  offered: readonly OfferedTransition[],
  step: WorkflowTransition,
): OfferedTransition | undefined {
  return offered.find((one) => one.id === step.id) ?? offered.find((one) => one.to.id === step.to);
}

/** Jira's workflow of the issue's project and type. */
export function graphOf(ports: Ports, issue: IssueThere): Promise<JiraResult<Workflow>> {
  return ports.jira.workflow(issue.project, issue.issueType);
}

function take(
  ports: Ports,
  { issue, identity }: Move,
  transitionId: string,
  last: boolean,
  fields: Record<string, unknown> = {},
): Promise<JiraResult<void>> {
  return ports.jira.transitionIssue(issue.id, {
    transitionId,
    fields,
    ...(last && identity ? { identity } : {}),
  });
}

function isLast(path: Path, index: number): boolean {
  return index === path.steps.length - 1;
}

function failedMove(issue: IssueThere, failure: JiraFailure, doing: Doing, place?: string): Moved {
  return { kind: 'failed', problem: issueProblem(failure, issue, doing, place) };
}

/**
 * The workflow, or where Jira refuses it the part that the issue shows: one step is still possible then. That Jira gives
 * no answer says nothing about ways: it will.
 */
async function workflowOf(
  ports: Ports,
  issue: IssueThere,
  fetched: FetchedIssue,
): Promise<JiraResult<Workflow>> {
  const graph = await graphOf(ports, issue);
  return graph.ok || !isRefusal(graph.failure) ? graph : { ok: true, value: offeredWorkflow(fetched) };
}

function offeredWorkflow(fetched: FetchedIssue): Workflow {
  return {
    statuses: [...fetched.transitions.map(({ to }) => to), ...(fetched.status ? [fetched.status] : [])],
    transitions: fetched.transitions.map(({ id, name, to }) => ({ id, name, to: to.id })),
  };
}

/** `fetched`: an issue may stand in a status that its workflow has lost. */
function outOfReach({ issue, target, lifecycle }: Move, workflow: Workflow, { status }: FetchedIssue): Moved {
  const to = candidates(workflow, target).map((id) => statusName(workflow, id));
  const isThere = workflow.statuses.some(({ id }) => id === issue.status);
  const from = isThere ? statusName(workflow, issue.status ?? '') : (status?.name ?? issue.statusName ?? '');
  const reason: Reason = to.length > 0 ? { code: 'noWay', from, to } : { code: 'noFittingStatus', lifecycle };
  const place = `${issue.project}/${issue.issueType}|${issue.status ?? ''}`;
  const cause = `unreachable|${place}|${target.statuses.join(',')}`;
  const refusal = { project: issue.project, doing: 'moving' } as const;
  return { kind: 'failed', problem: { kind: 'held', cause, reason, refusal } };
}
