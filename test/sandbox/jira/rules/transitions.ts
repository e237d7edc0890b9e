import { JiraError } from '../http/jira-error';
import { idOf, objectOr } from '../json';
import type { Json, JsonObject } from '../json';
import { must, projectOf, workflowOf } from '../state/lookup';
import type { ChangeItem, IssueRecord, TransitionRecord } from '../state/model';
import type { Actor, World } from '../world';
import { plainItem } from './change-items';
import { readFieldChanges } from './field-changes';
import type { FieldChanges } from './field-changes';
import { mayOnIssue } from './permissions';
import { putValue, storeValues } from './store-changes';

/** The transitions this account may make on the issue now; empty without permission. */
export function availableTransitions(
  world: World,
  accountId: string,
  issue: IssueRecord,
): TransitionRecord[] {
  if (!mayOnIssue(world, accountId, issue, 'TRANSITION_ISSUES')) return [];
  const project = projectOf(world.state, issue);
  return workflowOf(world.state, issue).transitions.filter(
    (transition) =>
      transition.type !== 'INITIAL' &&
      (transition.type === 'GLOBAL' || transition.from.includes(issue.statusId)) &&
      (transition.role === null || (project.roles[transition.role]?.includes(accountId) ?? false)),
  );
}

/** A transition that was checked and only needs to be carried out. */
export interface CheckedTransition {
  readonly transition: TransitionRecord;
  readonly changes: FieldChanges;
}

/** Checks a transition body against the workflow and the screen. @throws JiraError 400 */
export function checkTransition(
  world: World,
  actor: Actor,
  issue: IssueRecord,
  body: JsonObject,
): CheckedTransition {
  const id = idOf(objectOr(body['transition'])['id']);
  if (id === undefined) throw new JiraError(400, ["Missing 'transition' identifier"]);
  const transition = availableTransitions(world, actor.accountId, issue).find((t) => t.id === id);
  if (!transition) throw new JiraError(400, [`Transition id '${id}' is not valid for this issue.`]);
  const screen = transition.screen ?? [];
  const dropped = !transition.screen && world.options.fieldsWithoutScreen === 'drop';
  const changes = readFieldChanges(world, actor, dropped ? {} : body, {
    project: projectOf(world.state, issue),
    issueTypeId: issue.issueTypeId,
    issue,
    open: new Set(screen.map((field) => field.fieldId)),
    skip: new Set(),
  });
  const errors = { ...changes.errors };
  for (const { fieldId, required } of screen) {
    const value = changes.values.has(fieldId) ? changes.values.get(fieldId) : issue.values[fieldId];
    if (required && !(fieldId in errors) && (value ?? null) === null)
      errors[fieldId] = requiredText(world, fieldId);
  }
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
  // Without a screen there is nowhere to write a comment, and Jira drops it without a word.
  return { transition, changes: transition.screen ? changes : { ...changes, comments: [] } };
}

/** Jira's refusal of a missing value. */
export function requiredText(world: World, fieldId: string): string {
  if (fieldId === 'summary') return 'You must specify a summary of the issue.';
  return `${world.state.fields.get(fieldId)?.name ?? fieldId} is required.`;
}

/** Moves the issue and stores the screen's fields. Returns the changelog items. */
export function carryOut(
  world: World,
  issue: IssueRecord,
  { transition, changes }: CheckedTransition,
): ChangeItem[] {
  const items = storeValues(world, issue, changes.values);
  items.push(...runResolution(world, issue, transition, changes.values));
  if (transition.to !== null && transition.to !== issue.statusId) {
    const before = must(world.state.statuses.get(issue.statusId), 'status');
    const after = must(world.state.statuses.get(transition.to), 'status');
    issue.statusId = after.id;
    if (before.category !== after.category) issue.statusChangedAt = world.clock.now();
    items.push(plainItem('status', 'status', [before.id, before.name], [after.id, after.name]));
  }
  return items;
}

function runResolution(
  world: World,
  issue: IssueRecord,
  transition: TransitionRecord,
  values: ReadonlyMap<string, Json>,
): ChangeItem[] {
  if (transition.resolution === 'keep' || values.has('resolution')) return [];
  const before = issue.values['resolution'] ?? null;
  const after = transition.resolution === 'clear' ? null : transition.resolution;
  if (before === after) return [];
  const name = (id: Json): string | null =>
    typeof id === 'string' ? (world.state.resolutions.get(id)?.name ?? null) : null;
  putValue(world, issue, 'resolution', after);
  return [plainItem('resolution', 'resolution', [stringOrNull(before), name(before)], [after, name(after)])];
}

function stringOrNull(value: Json): string | null {
  return typeof value === 'string' ? value : null;
}

/** The status a transition ends in when it starts from the issue's status. */
export function targetStatusId(issue: IssueRecord, transition: TransitionRecord): string {
  return transition.to ?? issue.statusId;
}
