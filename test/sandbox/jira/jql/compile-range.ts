import { JiraError } from '../http/jira-error';
import type { World } from '../world';
import { nameOf, unknownFunction, unsupported } from './clause';
import type { Clause, Compiled } from './clause';
import { dateFunction, dateSpan } from './dates';
import type { DateSpan } from './dates';
import type { Operand, Operator } from './query';
import type { Searchable } from './searchable';

/** Compiles a comparison of numbers or dates. */
export function compileRange(
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
