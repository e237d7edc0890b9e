import { isObject, objectOr, textOf } from '../json';
import type { Json, JsonObject } from '../json';
import { invalidPayload, JiraError } from '../http/jira-error';
import { codecOf } from '../fields/codecs';
import { FieldError } from '../fields/codec';
import type { IssueRecord, ProjectRecord } from '../state/model';
import type { Actor, World } from '../world';
import { hasProjectPermission } from './permissions';

/** What a request asks to change, read and checked but not yet stored. */
export interface FieldChanges {
  /** Field id to its new stored value; null clears. */
  readonly values: Map<string, Json>;
  /** `update.comment` operations, as sent. */
  readonly comments: readonly JsonObject[];
  /** `update.issuelinks` operations, as sent. */
  readonly links: readonly JsonObject[];
  /** What was refused, by field id. */
  readonly errors: Record<string, string>;
}

/** Where the changes go and which fields are open there. */
export interface ChangeTarget {
  readonly project: ProjectRecord;
  readonly issueTypeId: string;
  readonly issue?: IssueRecord;
  /** The fields of the screen, or all fields of the project and type where no screen is checked. */
  readonly open: ReadonlySet<string>;
  /** Fields of the body that are dealt with elsewhere. */
  readonly skip: ReadonlySet<string>;
}

const NEEDS: Readonly<Record<string, string>> = {
  reporter: 'MODIFY_REPORTER',
  duedate: 'SCHEDULE_ISSUES',
  assignee: 'ASSIGN_ISSUES',
  security: 'SET_ISSUE_SECURITY',
  issuelinks: 'LINK_ISSUES',
};

/** True unless the field needs a permission that the account does not hold in the project. */
export function maySetField(
  world: World,
  accountId: string,
  project: ProjectRecord,
  fieldId: string,
): boolean {
  const needed = NEEDS[fieldId];
  return needed === undefined || hasProjectPermission(world, accountId, project, needed);
}

/** Jira's refusal of a field that is not on the screen, or not for this account. */
export function offScreen(fieldId: string): string {
  return `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`;
}

/** Reads `fields` and `update` of a body. Collects refusals by field instead of stopping at the first. */
export function readFieldChanges(
  world: World,
  actor: Actor,
  body: JsonObject,
  target: ChangeTarget,
): FieldChanges {
  const fields = objectOr(body['fields']);
  const update = objectOr(body['update']);
  const changes: FieldChanges = { values: new Map(), comments: [], links: [], errors: {} };
  const reader = { world, actor, target, changes };
  for (const [fieldId, value] of Object.entries(fields)) {
    if (target.skip.has(fieldId) || value === undefined) continue;
    if (fieldId in update) {
      changes.errors[fieldId] = `Field '${fieldId}' cannot appear in both 'fields' and 'update'`;
      continue;
    }
    setField(reader, fieldId, value);
  }
  let comments: JsonObject[] = [];
  let links: JsonObject[] = [];
  for (const [fieldId, operations] of Object.entries(update)) {
    if (target.skip.has(fieldId) || operations === undefined) continue;
    const list = operationList(operations);
    if (fieldId === 'comment') comments = list;
    else if (fieldId === 'issuelinks') links = openLinks(reader, list);
    else for (const operation of list) applyOperation(reader, fieldId, operation);
  }
  return { ...changes, comments, links };
}

interface Reader {
  readonly world: World;
  readonly actor: Actor;
  readonly target: ChangeTarget;
  readonly changes: FieldChanges;
}

function operationList(operations: Json): JsonObject[] {
  if (!Array.isArray(operations) || !operations.every(isObject)) throw invalidPayload();
  return operations;
}

function isOpen({ world, actor, target }: Reader, fieldId: string): boolean {
  return target.open.has(fieldId) && maySetField(world, actor.accountId, target.project, fieldId);
}

function openLinks(reader: Reader, list: JsonObject[]): JsonObject[] {
  if (isOpen(reader, 'issuelinks')) return list;
  reader.changes.errors['issuelinks'] = offScreen('issuelinks');
  return [];
}

function setField(reader: Reader, fieldId: string, value: Json): void {
  const parsed = parse(reader, fieldId, value);
  if (parsed !== undefined)
    reader.changes.values.set(fieldId, Array.isArray(parsed) ? ordered(parsed) : parsed);
}

function parse(reader: Reader, fieldId: string, value: Json): Json | undefined {
  const { world, actor, target, changes } = reader;
  const field = world.state.fields.get(fieldId);
  const codec = field && codecOf(field.kind);
  if (!field || !codec || !isOpen(reader, fieldId)) {
    changes.errors[fieldId] = offScreen(fieldId);
    return undefined;
  }
  try {
    const { project, issueTypeId, issue } = target;
    return codec.parse(value, { world, actor, project, field, issueTypeId, ...(issue ? { issue } : {}) });
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    // A malformed document is refused as a whole, without naming the field.
    if (error.message === 'INVALID_INPUT') throw new JiraError(400, ['INVALID_INPUT']);
    changes.errors[fieldId] = error.message;
    return undefined;
  }
}

function applyOperation(reader: Reader, fieldId: string, operation: JsonObject): void {
  if ('set' in operation) {
    setField(reader, fieldId, operation['set'] ?? null);
    return;
  }
  const verb = 'add' in operation ? 'add' : 'remove' in operation ? 'remove' : undefined;
  const item = verb && operation[verb];
  if (verb === undefined || item === undefined) {
    reader.changes.errors[fieldId] =
      `Field '${fieldId}' does not support operation '${Object.keys(operation)[0] ?? ''}'`;
    return;
  }
  const parsed = parse(reader, fieldId, [item]);
  if (parsed === undefined) return;
  if (!Array.isArray(parsed)) {
    reader.changes.errors[fieldId] = `Field '${fieldId}' does not support operation '${verb}'`;
    return;
  }
  reader.changes.values.set(fieldId, merged(currentItems(reader, fieldId), parsed, verb));
}

function currentItems({ changes, target }: Reader, fieldId: string): Json[] {
  const value = changes.values.has(fieldId) ? changes.values.get(fieldId) : target.issue?.values[fieldId];
  return Array.isArray(value) ? value : [];
}

function merged(current: readonly Json[], items: readonly Json[], verb: 'add' | 'remove'): Json {
  const rest = current.filter((value) => !items.includes(value));
  const result = verb === 'add' ? [...rest, ...items] : rest;
  return result.length === 0 ? null : ordered(result);
}

/** Lists are sets to Jira; one order makes equal sets equal. */
function ordered(items: readonly Json[]): Json[] {
  return items.toSorted((a, b) => textOf(a).localeCompare(textOf(b), 'en'));
}
