/** Whether a finding meets a condition. */
import type { Comparison, When } from '../../contract/rules';
import { severities, severityLevel, type Severity } from '../../contract/finding';
import { fieldShape } from '../../contract/finding-fields';
import { matchesGlob } from './glob';
import { type Subject, valuesOf } from './subject';

/**
 * Texts are compared without regard to case, severities and dates by their rank. An absent value meets only
 * `exists: false`, `isNot` and `notIn`; on a list a condition holds if one value meets it, `isNot` and `notIn` if none
 * does.
 */
export function holds(when: When, subject: Subject): boolean {
  if ('all' in when) return when.all.every((one) => holds(one, subject));
  if ('any' in when) return when.any.some((one) => holds(one, subject));
  if ('not' in when) return !holds(when.not, subject);
  return meets(when, subject);
}

/** One comparison of a condition. */
export function meets({ field, op, value }: Comparison, subject: Subject): boolean {
  const values = valuesOf(subject, field);
  const wanted = Array.isArray(value) ? value : [value];
  switch (op) {
    case 'exists':
      return values.length > 0 === (wanted[0] === true);
    case 'is':
    case 'in':
      return values.some((one) => wanted.some((other) => same(one, other)));
    case 'isNot':
    case 'notIn':
      return !values.some((one) => wanted.some((other) => same(one, other)));
    case 'atLeast':
      return values.some((one) => ranked(field, one, wanted[0], (a, b) => a >= b));
    case 'atMost':
      return values.some((one) => ranked(field, one, wanted[0], (a, b) => a <= b));
    case 'contains':
      return values.some((one) => folded(one).includes(folded(wanted[0])));
    case 'startsWith':
      return values.some((one) => folded(one).startsWith(folded(wanted[0])));
    case 'matches':
      return values.some((one) => matchesGlob(folded(one), folded(wanted[0])));
  }
}

function folded(value: unknown): string {
  return (typeof value === 'string' ? value : String(value)).toLowerCase();
}

function same(value: unknown, wanted: unknown): boolean {
  return value === wanted || folded(value) === folded(wanted);
}

/** Values that have no rank in common are neither at least nor at most each other. */
function ranked(
  field: string,
  value: unknown,
  wanted: unknown,
  order: (a: number, b: number) => boolean,
): boolean {
  const rank = fieldShape(field)?.type === 'severity' ? severityRank : numberRank;
  const [a, b] = [rank(value), rank(wanted)];
  return !Number.isNaN(a) && !Number.isNaN(b) && order(a, b);
}

function severityRank(value: unknown): number {
  const severity = folded(value);
  return (severities as readonly string[]).includes(severity)
    ? severityLevel(severity as Severity)
    : Number.NaN;
}

/** Numbers as they are, dates and times by their moment: a day counts from its beginning in UTC. */
function numberRank(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return Number.NaN;
  const number = Number(value);
  return Number.isNaN(number) ? Date.parse(value) : number;
}
