import { raiseIssueEvent, raiseUpdated, updateSubtype } from '../events/issue-events';
import { JiraError } from '../http/jira-error';
import type { Json, JsonObject } from '../json';
import { projectOf } from '../state/lookup';
import type { ChangeItem, IssueRecord } from '../state/model';
import type { Actor, World } from '../world';
import { mentionsIn } from './adf';
import { addComment, checkCommentBody } from './comments';
import { setupOfIssue } from './create-issue';
import { readFieldChanges } from './field-changes';
import { makeLinks, readLinkOperations } from './link-operations';
import { mayOnIssue } from './permissions';
import { putProperty, readProperties } from './properties';
import { storeValues, touch, writeHistory } from './store-changes';
import { requiredText } from './transitions';

/** Edits an issue from a request body; nothing is stored unless all of it is right. @throws JiraError 400 */
export function editIssue(world: World, actor: Actor, issue: IssueRecord, body: JsonObject): void {
  const mayEdit = mayOnIssue(world, actor.accountId, issue, 'EDIT_ISSUES');
  const open = new Set(mayEdit ? setupOfIssue(world, issue).fieldIds : []);
  const target = {
    project: projectOf(world.state, issue),
    issueTypeId: issue.issueTypeId,
    issue,
    open,
    skip: new Set<string>(),
  };
  const changes = readFieldChanges(world, actor, body, target);
  const errors = { ...clearedErrors(world, issue, changes.values), ...changes.errors };
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
  const links = readLinkOperations(world, actor, changes.links);
  const properties = readProperties(body['properties']);
  const comments = readComments(world, actor, issue, changes.comments);
  const mentioned = mentionsIn(issue.values['description']);
  for (const { key, value } of properties) putProperty(world, issue, key, value);
  finishUpdate(world, actor, issue, storeValues(world, issue, changes.values));
  announceNewMentions(world, actor, issue, mentioned);
  for (const comment of comments) addComment(world, actor, issue, comment);
  makeLinks(world, actor, issue, links);
}

/** A required field cannot be emptied. */
function clearedErrors(
  world: World,
  issue: IssueRecord,
  values: ReadonlyMap<string, Json>,
): Record<string, string> {
  const required = setupOfIssue(world, issue).createScreen.filter((field) => field.required);
  const cleared = required.filter(({ fieldId }) => values.get(fieldId) === null);
  return Object.fromEntries(cleared.map(({ fieldId }) => [fieldId, requiredText(world, fieldId)]));
}

function readComments(
  world: World,
  actor: Actor,
  issue: IssueRecord,
  operations: readonly JsonObject[],
): JsonObject[] {
  if (operations.length > 0 && !mayOnIssue(world, actor.accountId, issue, 'ADD_COMMENTS'))
    throw new JiraError(400, [], { comment: 'You do not have the permission to comment on this issue.' });
  return operations.map((operation) => {
    const add = operation['add'];
    if (typeof add !== 'object' || add === null || Array.isArray(add))
      throw new JiraError(400, [], { comment: "Field 'comment' does not support this operation" });
    checkCommentBody(add['body']);
    return add;
  });
}

/** Writes history, tells the index and raises the events of a change. */
export function finishUpdate(
  world: World,
  actor: Actor,
  issue: IssueRecord,
  items: readonly ChangeItem[],
): void {
  const entry = writeHistory(world, issue, actor.accountId, items);
  touch(world, issue);
  if (entry) raiseUpdated(world, issue, entry, updateSubtype(items));
}

function announceNewMentions(
  world: World,
  actor: Actor,
  issue: IssueRecord,
  before: readonly string[],
): void {
  const now = mentionsIn(issue.values['description']);
  const added = now.filter((id) => id !== actor.accountId && !before.includes(id));
  if (added.length > 0)
    raiseIssueEvent(world, 'avi:jira:mentioned:issue', issue, actor.accountId, {
      mentionedAccountIds: added,
    });
}
