import { bulkRefusal, json } from '../http/jira-error';
import { bodyObject, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { isObject, stringOf, stringsOf } from '../json';
import { subtasksOf } from '../rules/delete-issue';
import { hasGlobalPermission } from '../rules/permissions';
import type { IssueRecord, TaskWork } from '../state/model';
import { submitTask } from '../tasks/submit-task';
import { readMoveTargets } from './bulk-move';
import { findVisibleIssue } from './issue-access';

const LIMIT = 1000;
const CONCURRENT = 5;

/** Bulk transition, deletion and move: queued, up to 1,000 issues each. */
export const bulkOperationRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/bulk/issues/transition',
    scopes: SCOPES.writeWork,
    handle: transition,
  },
  { method: 'POST', path: '/rest/api/3/bulk/issues/delete', scopes: SCOPES.writeWork, handle: remove },
  { method: 'POST', path: '/rest/api/3/bulk/issues/move', scopes: SCOPES.writeWork, handle: move },
];

function transition(call: Call): ReturnType<Route['handle']> {
  requireBulkChange(call);
  const inputs = bodyObject(call, ['bulkTransitionInputs', 'sendBulkNotification'])['bulkTransitionInputs'];
  if (!Array.isArray(inputs) || inputs.length === 0)
    throw bulkRefusal(400, 'bulkTransitionInputs must not be empty');
  const selected = inputs.map((input) => {
    const transitionId = isObject(input) ? stringOf(input['transitionId']) : undefined;
    const names = isObject(input) ? stringsOf(input['selectedIssueIdsOrKeys']) : undefined;
    if (transitionId === undefined || !names)
      throw bulkRefusal(400, 'Each input needs issues and a transition id');
    return { transitionId, ...select(call, names) };
  });
  const items = selected.flatMap(({ transitionId, issues }) =>
    issues.map(({ id }) => ({ issueId: id, transitionId })),
  );
  const missing = selected.reduce((sum, { missing: count }) => sum + count, 0);
  return submit(call, { kind: 'transition', items }, items.length, missing);
}

function remove(call: Call): ReturnType<Route['handle']> {
  requireBulkChange(call);
  const names = stringsOf(
    bodyObject(call, ['selectedIssueIdsOrKeys', 'sendBulkNotification'])['selectedIssueIdsOrKeys'],
  );
  if (!names) throw bulkRefusal(400, 'selectedIssueIdsOrKeys must be a list of ids or keys');
  const { issues, missing } = select(call, names);
  const counted = issues.reduce((sum, issue) => sum + 1 + subtasksOf(call.world, issue).length, 0);
  return submit(call, { kind: 'delete', issueIds: issues.map(({ id }) => id) }, counted, missing);
}

function move(call: Call): ReturnType<Route['handle']> {
  requireBulkChange(call);
  const body = bodyObject(call, ['sendBulkNotification', 'targetToSourcesMapping']);
  const targets = readMoveTargets(call, body['targetToSourcesMapping']);
  let missing = 0;
  const items = targets.flatMap(({ projectId, issueTypeId, names, statusFor }) => {
    const selected = select(call, names);
    missing += selected.missing;
    return selected.issues.map((issue) => ({
      issueId: issue.id,
      projectId,
      issueTypeId,
      statusId: statusFor(issue),
    }));
  });
  return submit(call, { kind: 'move', items }, items.length, missing);
}

function requireBulkChange({ world, actor }: Call): void {
  if (!hasGlobalPermission(world, actor.accountId, 'BULK_CHANGE'))
    throw bulkRefusal(403, 'You do not have the global bulk change permission.');
}

function select(call: Call, names: readonly string[]): { issues: IssueRecord[]; missing: number } {
  const unique = [...new Set(names)];
  const issues = unique.flatMap((name) => findVisibleIssue(call, name) ?? []);
  return { issues, missing: unique.length - issues.length };
}

function submit(call: Call, work: TaskWork, total: number, missing: number): ReturnType<Route['handle']> {
  const { world, actor } = call;
  if (total === 0) throw bulkRefusal(400, 'Some of the issues in the issueIdsOrKeys are not valid');
  if (total > LIMIT) throw bulkRefusal(400, `The number of issues must not exceed ${String(LIMIT)}.`);
  const running = [...world.state.tasks.values()].filter((task) => !task.done && task.work.kind !== 'panels');
  if (running.length >= CONCURRENT) throw bulkRefusal(429, 'Only 5 concurrent bulk operations are allowed.');
  return json(201, { taskId: submitTask(world, actor, work, total, missing) });
}
