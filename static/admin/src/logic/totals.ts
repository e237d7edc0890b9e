/** What was done in many days, grouped so that a chart of it can be read. */
import type { DayTotal, HeldCause, Outcome } from '#contract/activity';

/**
 * What a day is told by, in the order of the chart from the bottom. What changed nothing is left out, and so is what was
 * held up: a finding that is tried again every hour would count every hour.
 */
export const workKinds = ['created', 'changed', 'ended'] as const;
export type WorkKind = (typeof workKinds)[number];

const outcomesOf: Readonly<Record<WorkKind, readonly Outcome[]>> = {
  created: ['created', 'adopted'],
  changed: ['changed', 'moved', 'linked', 'unlinked', 'reopened', 'escalated', 'takenBack', 'retestAsked'],
  ended: ['closed', 'deleted', 'rejected', 'accepted'],
};

export type Work = Readonly<Record<WorkKind, number>>;

/** How many findings of each kind. */
export function workOf(counts: DayTotal['counts']): Work {
  const of = (kind: WorkKind) => sum(outcomesOf[kind].map((outcome) => counts[outcome] ?? 0));
  return { created: of('created'), changed: of('changed'), ended: of('ended') };
}

/** All of them together. */
export function workOfAll(days: readonly Pick<DayTotal, 'counts'>[]): Work {
  const works = days.map(({ counts }) => workOf(counts));
  const of = (kind: WorkKind) => sum(works.map((work) => work[kind]));
  return { created: of('created'), changed: of('changed'), ended: of('ended') };
}

/** How many findings the causes hold up together; `more`: at least. */
export function heldFindings(held: readonly HeldCause[]): {
  readonly findings: number;
  readonly more?: true;
} {
  const isMore = held.some(({ more }) => more === true);
  return { findings: sum(held.map(({ findings }) => findings)), ...(isMore && { more: true }) };
}

/** All values added up; 0 for none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A round number that no value is above, for the top of a scale: 2, 4, 6, 8, 10, 20, 30, 40, 60 and so on. */
export function roundTop(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const size = 10 ** Math.floor(Math.log10(most));
  // Even steps of one, so that half of the scale is a whole number too.
  const steps = size === 1 ? [2, 4, 6, 8, 10] : [1, 2, 3, 4, 6, 8, 10];
  return size * (steps.find((step) => step * size >= most) ?? 10);
}
