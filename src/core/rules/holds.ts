/** Whether a finding meets a condition. */
import type { Comparison, When } from '../../contract/rules';
import { fieldShape } from '../../contract/finding-fields';
import { matchesGlob } from './glob';
import { compareRanks } from './rank';
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
      return values.some((one) => wanted.some((other) => same(field, one, other)));
    case 'isNot':
    case 'notIn':
      return !values.some((one) => wanted.some((other) => same(field, one, other)));
    case 'atLeast':
      return values.some((one) => (rankOver(field, one, wanted[0]) ?? -1) >= 0);
    case 'atMost':
      return values.some((one) => (rankOver(field, one, wanted[0]) ?? 1) <= 0);
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

/** Dates are the same that are one moment, however they are written. */
function same(field: string, value: unknown, wanted: unknown): boolean {
  if (value === wanted || folded(value) === folded(wanted)) return true;
  return fieldShape(field)?.type === 'date' && rankOver(field, value, wanted) === 0;
}

/** Values that have no rank in common are neither at least nor at most each other. */
function rankOver(field: string, value: unknown, wanted: unknown): number | undefined {
  return compareRanks(fieldShape(field)?.type, value, wanted);
}
