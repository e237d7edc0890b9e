import { invalidPayload, JiraError, json } from '../http/jira-error';
import { bodyObject, SCOPES } from '../http/route';
import type { Call, Route } from '../http/route';
import { isObject } from '../json';
import type { JsonObject } from '../json';
import { createIssue } from '../rules/create-issue';
import type { CreatedIssue } from '../rules/create-issue';
import { selfOf } from '../views/choice-views';

const BULK_LIMIT = 50;

/** POST issue and POST issue/bulk. */
export const createRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issue',
    scopes: SCOPES.writeWork,
    handle: (call) => json(201, createOne(call, bodyObject(call))),
  },
  { method: 'POST', path: '/rest/api/3/issue/bulk', scopes: SCOPES.writeWork, handle: createMany },
];

function createOne(call: Call, body: JsonObject): JsonObject {
  const created = createIssue(call.world, call.actor, body);
  call.cost.created += 1;
  return createdView(call, created);
}

function createdView(call: Call, { issue, transition }: CreatedIssue): JsonObject {
  const nested = transition && {
    status: transition.status,
    errorCollection: { errorMessages: [...transition.errorMessages], errors: { ...transition.errors } },
  };
  return {
    id: issue.id,
    key: issue.key,
    self: selfOf(call.world, `issue/${issue.id}`),
    ...(nested ? { transition: nested } : {}),
  };
}

function createMany(call: Call): ReturnType<Route['handle']> {
  const updates = bodyObject(call)['issueUpdates'];
  if (!Array.isArray(updates) || updates.length === 0) throw invalidPayload();
  if (updates.length > BULK_LIMIT)
    throw new JiraError(400, [
      `The maximum number of issues that can be created in a single request is ${String(BULK_LIMIT)}.`,
    ]);
  // "50 issues in a batch: 50 points" (Jira's page on rate limiting); the first stands for the base point.
  call.cost.points += updates.length - 1;
  const issues: JsonObject[] = [];
  const errors: JsonObject[] = [];
  for (const [at, update] of updates.entries()) {
    try {
      if (!isObject(update)) throw invalidPayload();
      issues.push(createOne(call, update));
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      errors.push({ status: error.status, elementErrors: error.body, failedElementNumber: at });
    }
  }
  return json(issues.length > 0 ? 201 : 400, { issues, errors });
}
