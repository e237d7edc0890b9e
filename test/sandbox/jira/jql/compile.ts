import { JiraError } from '../http/jira-error';
import type { World } from '../world';
import { dateFunction, dateSpan } from './dates';
import type { DateSpan } from './dates';
import { searchableField } from './fields';
import { sizeOf } from './searchable';
import type { Candidates, Searchable } from './searchable';
import type { IndexedIssue } from './indexed-issue';
import type { Condition, FieldName, Operand, Operator } from './parse';
import { textMatches } from './text-match';

/** A condition ready to run: a test, and if the index helps the issues that may pass it. */
export interface Compiled {
  readonly test: (issue: IndexedIssue) => boolean;
  readonly candidates?: Candidates;
}

type Clause = Extract<Condition, { kind: 'clause' }>;

/** Turns a condition into a test for one caller. @throws JiraError 400 for what Jira refuses */
export function compile(world: World, accountId: string, condition: Condition): Compiled {
  switch (condition.kind) {
    case 'and':
      return allOf(condition.parts.map((part) => compile(world, accountId, part)));
    case 'or':
      return anyOf(condition.parts.map((part) => compile(world, accountId, part)));
    case 'not': {
      const inner = compile(world, accountId, condition.part);
      return { test: (issue) => !inner.test(issue) };
    }
    case 'text': {
      const field = searchableField(world, { kind: 'field', name: 'text' });
      return {
        test: (issue) => field?.kind === 'text' && textMatches(field.text(issue) ?? '', condition.words),
      };
    }
    case 'clause':
      return compileClause(world, accountId, condition);
  }
}

function allOf(parts: readonly Compiled[]): Compiled {
  const sets = parts.flatMap((part) => (part.candidates ? [part.candidates] : []));
  const smallest = sets.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
  const test = (issue: IndexedIssue): boolean => parts.every((part) => part.test(issue));
  return smallest ? { test, candidates: smallest } : { test };
}

function anyOf(parts: readonly Compiled[]): Compiled {
  const test = (issue: IndexedIssue): boolean => parts.some((part) => part.test(issue));
  const sets = parts.map((part) => part.candidates);
  if (sets.some((set) => !set)) return { test };
  return { test, candidates: sets.flatMap((set) => set ?? []) };
}

function compileClause(world: World, accountId: string, clause: Clause): Compiled {
  const field = searchableField(world, clause.field);
  if (!field)
    throw new JiraError(400, [
      `Field '${nameOf(clause.field)}' does not exist or you do not have permission to view it.`,
    ]);
  if (field.operators && !field.operators.has(clause.operator)) throw unsupported(clause);
  if (clause.operator === 'is' || clause.operator === 'is not' || clause.operand.kind === 'empty')
    return emptiness(field, clause);
  if (field.kind === 'choice') return compileChoice(world, accountId, field, clause);
  if (field.kind === 'text') return compileText(field, clause);
  return compileRange(world, field, clause);
}

/** A field as error messages name it. */
export function nameOf(field: FieldName): string {
  return field.kind === 'field' ? field.name : `issue.property[${field.key}].${field.path}`;
}

function emptiness(field: Searchable, clause: Clause): Compiled {
  if (clause.operand.kind !== 'empty') throw unsupported(clause);
  const wanted = clause.operator === 'is' || clause.operator === '=';
  if (!wanted && clause.operator !== 'is not' && clause.operator !== '!=') throw unsupported(clause);
  return { test: (issue) => isEmpty(field, issue) === wanted };
}

function isEmpty(field: Searchable, issue: IndexedIssue): boolean {
  if (field.kind === 'choice') return field.values(issue).length === 0;
  if (field.kind === 'text') return field.text(issue) === undefined;
  return field.value(issue).length === 0;
}

function compileChoice(
  world: World,
  accountId: string,
  field: Extract<Searchable, { kind: 'choice' }>,
  clause: Clause,
): Compiled {
  const positive = clause.operator === '=' || clause.operator === 'in';
  if (!positive && clause.operator !== '!=' && clause.operator !== 'not in') throw unsupported(clause);
  const operands = clause.operand.kind === 'list' ? clause.operand.items : [clause.operand];
  const wanted = new Set(
    operands.flatMap((operand) => resolveChoice(world, accountId, field, clause, operand)),
  );
  // The resolution "Unresolved" stands for no value and is kept under the empty id.
  const holds = (issue: IndexedIssue): boolean => {
    const values = field.values(issue);
    return values.length === 0 ? wanted.has('') : values.some((value) => wanted.has(value));
  };
  if (positive) {
    const candidates = wanted.has('') ? undefined : field.candidates?.([...wanted]);
    return candidates ? { test: holds, candidates } : { test: holds };
  }
  return { test: (issue) => !holds(issue) && (field.values(issue).length > 0 || wanted.has('')) };
}

function resolveChoice(
  world: World,
  accountId: string,
  field: Extract<Searchable, { kind: 'choice' }>,
  clause: Clause,
  operand: Operand,
): readonly string[] {
  if (operand.kind === 'function' && operand.name.toLowerCase() === 'currentuser') return [accountId];
  if (operand.kind === 'empty') return [''];
  if (operand.kind !== 'value') throw unknownFunction(operand);
  const ids = field.resolve(operand.text);
  if (ids.length === 0 && world.options.unknownJqlValues === 'error')
    throw unknownValue(clause.field, operand.text);
  return ids;
}

function unknownValue(field: FieldName, text: string): JiraError {
  const name = nameOf(field);
  if (/^(key|issuekey|issue|id|parent)$/i.test(name))
    return new JiraError(400, [`An issue with key '${text}' does not exist for field '${name}'.`]);
  return new JiraError(400, [`The value '${text}' does not exist for the field '${name}'.`]);
}

function compileText(field: Extract<Searchable, { kind: 'text' }>, clause: Clause): Compiled {
  if (clause.operand.kind !== 'value' || (clause.operator !== '~' && clause.operator !== '!~'))
    throw unsupported(clause);
  const { text } = clause.operand;
  const wanted = clause.operator === '~';
  return { test: (issue) => textMatches(field.text(issue) ?? '', text) === wanted };
}

function compileRange(
  world: World,
  field: Extract<Searchable, { kind: 'number' | 'date' }>,
  clause: Clause,
): Compiled {
  const operands = clause.operand.kind === 'list' ? clause.operand.items : [clause.operand];
  const spans = operands.map((operand) => spanOf(world, field.kind, clause, operand));
  const test = (value: number): boolean => rangeHolds(clause.operator, value, spans);
  if (clause.operator === '~' || clause.operator === '!~') throw unsupported(clause);
  return { test: (issue) => field.value(issue).some(test) };
}

function rangeHolds(operator: Operator, value: number, spans: readonly DateSpan[]): boolean {
  const inside = spans.some((span) => value >= span.from && value <= span.to);
  const [span] = spans;
  switch (operator) {
    case '=':
    case 'in':
      return inside;
    case '!=':
    case 'not in':
      return !inside;
    case '<':
      return span !== undefined && value < span.from;
    case '<=':
      return span !== undefined && value <= span.from;
    case '>':
      return span !== undefined && value > span.from;
    case '>=':
      return span !== undefined && value >= span.from;
    default:
      return false;
  }
}

function spanOf(world: World, kind: 'number' | 'date', clause: Clause, operand: Operand): DateSpan {
  if (operand.kind === 'function') {
    const span = dateFunction(world, operand.name);
    if (!span || kind === 'number') throw unknownFunction(operand);
    return span;
  }
  const text = operand.kind === 'value' ? operand.text : '';
  if (kind === 'number') {
    const value = Number(text);
    if (text === '' || Number.isNaN(value))
      throw new JiraError(400, [
        `The value '${text}' provided for the field '${nameOf(clause.field)}' is not a valid number.`,
      ]);
    return { from: value, to: value };
  }
  const span = dateSpan(world, text);
  if (span) return span;
  throw new JiraError(400, [
    `Date value '${text}' for field '${nameOf(clause.field)}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  ]);
}

function unknownFunction(operand: Operand): JiraError {
  const name = operand.kind === 'function' ? operand.name : '';
  return new JiraError(400, [`Unable to find JQL function '${name}'.`]);
}

function unsupported(clause: Clause): JiraError {
  return new JiraError(400, [
    `The operator '${clause.operator}' is not supported by the '${nameOf(clause.field)}' field.`,
  ]);
}
