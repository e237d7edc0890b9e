/** What rules must be beyond their shape: fields that exist, comparisons and values that fit them. */
import { type FieldShape, fieldShape } from '../../contract/finding-fields';
import type { FieldProblem } from '../../contract/invalid-fields';
import type { Message } from '../../contract/messages/message';
import { operatorsOf, textOperators } from '../../contract/rule-operators';
import type { Comparison, Operator, Rule, When } from '../../contract/rules';
import { isDay } from '../data/dates';

/** The problems of a list of rules; paths count from the list. */
export function checkRules(rules: readonly Rule[]): FieldProblem[] {
  return rules.flatMap((rule, index) => [
    ...(rules.findIndex(({ id }) => id === rule.id) < index
      ? [{ path: `${String(index)}.id`, message: { code: 'notUnique' } as const }]
      : []),
    ...checkWhen(rule.when, `${String(index)}.when`),
    ...checkGroupBy(rule.then.groupBy ?? [], `${String(index)}.then.groupBy`),
  ]);
}

function checkGroupBy(fields: readonly string[], path: string): FieldProblem[] {
  return fields.flatMap((field, index): FieldProblem[] => {
    const at = `${path}.${String(index)}`;
    if (fields.indexOf(field) < index) return [{ path: at, message: { code: 'notUnique' } }];
    return fieldShape(field) ? [] : [{ path: at, message: { code: 'unknownField', field } }];
  });
}

/** The problems of one condition. */
export function checkWhen(when: When, path: string): FieldProblem[] {
  if ('all' in when) return checkEach(when.all, `${path}.all`);
  if ('any' in when) return checkEach(when.any, `${path}.any`);
  if ('not' in when) return checkWhen(when.not, `${path}.not`);
  return checkComparison(when, path);
}

function checkEach(parts: readonly When[], path: string): FieldProblem[] {
  return parts.flatMap((part, index) => checkWhen(part, `${path}.${String(index)}`));
}

function checkComparison({ field, op, value }: Comparison, path: string): FieldProblem[] {
  const shape = fieldShape(field);
  if (!shape) return [{ path: `${path}.field`, message: { code: 'unknownField', field } }];
  const fitting = operatorsOf(shape);
  if (!fitting.includes(op))
    return [{ path: `${path}.op`, message: { code: 'oneOf', values: [...fitting] } }];
  const misfit = misfitOf(shape, op, value);
  return misfit ? [{ path: `${path}.value`, message: misfit }] : [];
}

function misfitOf(shape: FieldShape, op: Operator, value: Comparison['value']): Message | undefined {
  if (op === 'exists') return typeof value === 'boolean' ? undefined : { code: 'ofType', type: 'boolean' };
  const several = op === 'in' || op === 'notIn';
  if (several !== Array.isArray(value)) return { code: 'ofType', type: several ? 'array' : nameOf(shape) };
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (shape.options && !values.every((one) => shape.options?.includes(String(one))))
    return { code: 'oneOf', values: [...shape.options] };
  if (!values.every((one) => fits(shape, one))) return { code: 'ofType', type: nameOf(shape) };
  // Every text contains the empty one: the condition would say nothing.
  if (textOperators.some((one) => one === op) && values.some((one) => one === ''))
    return { code: 'required' };
  return outOfBounds(shape, values);
}

function outOfBounds({ least, most }: FieldShape, values: readonly unknown[]): Message | undefined {
  if (least !== undefined && values.some((one) => Number(one) < least)) return { code: 'atLeast', least };
  if (most !== undefined && values.some((one) => Number(one) > most)) return { code: 'atMost', most };
  return undefined;
}

/** A day of the calendar, alone or with a time. */
function isDate(value: unknown): boolean {
  return typeof value === 'string' && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}

function nameOf({ type }: FieldShape): string {
  return type === 'number' || type === 'boolean' || type === 'date' ? type : 'string';
}

function fits({ type }: FieldShape, value: unknown): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'number':
    case 'boolean':
      return typeof value === type;
    case 'date':
      return isDate(value);
    default:
      return typeof value === 'string';
  }
}
