import { bulkRefusal } from '../http/jira-error';
import type { Call } from '../http/route';
import { isObject, objectOr, stringsOf } from '../json';
import type { Json, JsonObject } from '../json';
import { hasProjectPermission } from '../rules/permissions';
import { findProject, setupOf } from '../state/lookup';
import type { IssueRecord } from '../state/model';

/** One target of a bulk move with the issues that go there. */
export interface MoveTarget {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly names: readonly string[];
  /** The status an issue shall have where its own does not exist; null takes the initial one. */
  readonly statusFor: (issue: IssueRecord) => string | null;
}

/** Reads `targetToSourcesMapping`: keys are `PROJECT,issueTypeId`. @throws Refusal 400 */
export function readMoveTargets(call: Call, mapping: Json | undefined): MoveTarget[] {
  if (!isObject(mapping)) throw bulkRefusal(400, 'targetToSourcesMapping must be an object');
  return Object.entries(mapping).map(([key, value]) => readTarget(call, key, objectOr(value)));
}

function readTarget(call: Call, key: string, value: JsonObject): MoveTarget {
  const [name = '', issueTypeId = ''] = key.split(',');
  const project = findProject(call.world.state, name);
  if (!project || !hasProjectPermission(call.world, call.actor.accountId, project, 'CREATE_ISSUES'))
    throw bulkRefusal(400, `The target project '${name}' is not valid`);
  if (!setupOf(project, issueTypeId))
    throw bulkRefusal(400, `The target issue type '${issueTypeId}' is not valid`);
  const names = stringsOf(value['issueIdsOrKeys']);
  if (!names) throw bulkRefusal(400, 'issueIdsOrKeys must be a list of ids or keys');
  const statuses = statusMap(value['targetStatus']);
  return {
    projectId: project.id,
    issueTypeId,
    names,
    statusFor: (issue) => statuses.get(issue.statusId) ?? null,
  };
}

/** `targetStatus` maps each new status to the old ones it stands for. */
function statusMap(value: Json | undefined): Map<string, string> {
  const map = new Map<string, string>();
  for (const entry of Array.isArray(value) ? value : [])
    for (const [to, from] of Object.entries(objectOr(objectOr(entry)['statuses'])))
      for (const id of stringsOf(from) ?? []) map.set(id, to);
  return map;
}
