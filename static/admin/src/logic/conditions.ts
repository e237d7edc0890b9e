/** Conditions of rules as the builder shows them: groups of parts, of which all, any or none must hold. */
import type { Comparison, When } from '#contract/rules';

export const groupModes = ['all', 'any', 'none'] as const;
export type GroupMode = (typeof groupModes)[number];

export interface Group {
  readonly mode: GroupMode;
  readonly parts: readonly When[];
}

/** Whether a condition is one comparison. */
export function isComparison(when: When): when is Comparison {
  return 'field' in when;
}

/** A condition as a group; one comparison is a group of itself. */
export function groupOf(when: When): Group {
  if ('all' in when) return { mode: 'all', parts: when.all };
  if ('any' in when) return { mode: 'any', parts: when.any };
  if ('not' in when) return { mode: 'none', parts: 'any' in when.not ? when.not.any : [when.not] };
  return { mode: 'all', parts: [when] };
}

/** The condition that a group stands for. */
export function whenOf({ mode, parts }: Group): When {
  if (mode === 'all') return { all: parts };
  if (mode === 'any') return { any: parts };
  const [only, ...more] = parts;
  return { not: only !== undefined && more.length === 0 ? only : { any: parts } };
}

/** Where a part lies in the condition of its group, for its errors. */
export function partPath(when: When, index: number): string {
  if ('all' in when) return `all.${String(index)}`;
  if ('any' in when) return `any.${String(index)}`;
  if ('not' in when) return 'any' in when.not ? `not.any.${String(index)}` : 'not';
  return '';
}

/** How many groups lie within each other, as the contract counts them. */
export function depthOf(when: When): number {
  if (isComparison(when)) return 0;
  if ('not' in when) return 1 + depthOf(when.not);
  const parts = 'all' in when ? when.all : when.any;
  return 1 + Math.max(0, ...parts.map(depthOf));
}

/** The comparisons of a condition, however deep. */
export function comparisonsOf(when: When): Comparison[] {
  return isComparison(when) ? [when] : groupOf(when).parts.flatMap(comparisonsOf);
}
