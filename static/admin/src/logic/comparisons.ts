/** One comparison while it is edited: what fits its field, and what it becomes when the field or the operator changes. */
import { type FieldShape, fieldShape, findingFields } from '#contract/finding-fields';
import { operatorsOf } from '#contract/rule-operators';
import type { Comparison, Operator } from '#contract/rules';

export type Value = Comparison['value'];
type Single = Exclude<Value, readonly unknown[]>;

/** What a rule begins with. */
export const firstComparison: Comparison = { field: 'severity', op: 'atLeast', value: 'high' };

/** The fields that can be chosen, the common ones first. */
export function fieldNames(): string[] {
  const common = [
    'severity',
    'kind',
    'lifecycle',
    'status',
    'product',
    'connection',
    'kev',
    'epss',
    'cvss.score',
  ];
  const others = [...findingFields().keys()].filter((name) => !common.includes(name));
  return [...common, ...others];
}

/** Of a field that nobody knows everything is taken: the server says what is wrong. */
export function shapeOf(field: string): FieldShape {
  return fieldShape(field) ?? { type: 'any' };
}

/** The comparisons that fit a field. */
export function operatorsFor(field: string): readonly Operator[] {
  return operatorsOf(shapeOf(field));
}

/** Whether a comparison takes several values. */
export function takesSeveral(op: Operator): boolean {
  return op === 'in' || op === 'notIn';
}

/** The comparison of another field; what fits stays. */
export function withField(now: Comparison, field: string): Comparison {
  const fitting = operatorsFor(field);
  const op = fitting.includes(now.op) ? now.op : (fitting[0] ?? 'is');
  const kept = shapeOf(field).type === shapeOf(now.field).type && !shapeOf(field).options;
  return withOperator({ ...now, field, value: kept ? now.value : startOf(field, now.op) }, op);
}

/** The comparison by another operator; one value becomes a list and a list its first value. */
export function withOperator(now: Comparison, op: Operator): Comparison {
  const { field, value } = now;
  if (op === 'exists') return { ...now, op, value: true };
  const single = Array.isArray(value) ? value[0] : value;
  const fits = now.op !== 'exists' || shapeOf(field).type === 'boolean';
  const one = single === undefined || !fits ? startOf(field, op) : single;
  return { ...now, op, value: takesSeveral(op) ? (Array.isArray(value) ? value : [one]) : one };
}

function startOf(field: string, op: Operator): Single {
  const { type, options } = shapeOf(field);
  if (op === 'exists' || type === 'boolean') return true;
  if (type === 'severity') return 'high';
  if (options?.[0] !== undefined) return options[0];
  if (type === 'number') return 1;
  return '';
}

/** What was typed, as a value of the field. */
export function valueFrom(field: string, text: string): Single {
  const { type } = shapeOf(field);
  const isNumber = text.trim() !== '' && !Number.isNaN(Number(text));
  return isNumber && (type === 'number' || type === 'any') ? Number(text) : text;
}
