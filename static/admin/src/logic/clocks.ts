/** Clocks and steps of the escalation while they are edited. */
import { type Action, type ActionKind, Clock, type ClockName, type EscalationStep } from '#contract/sla';
import type { Severity } from '#contract/finding';

const proposedDays: Record<ClockName, Partial<Record<Severity, number>>> = {
  fix: { critical: 7, high: 30, medium: 90, low: 180 },
  assign: { critical: 1, high: 3, medium: 14 },
};

/** A clock to begin with. */
export function newClock(name: ClockName): Clock {
  return Clock.parse({ days: proposedDays[name] });
}

/** The clock with so many days for a severity; `NaN`, as an empty field says, is none. */
export function withDaysFor(clock: Clock, severity: Severity, days: number): Clock {
  const { [severity]: _before, ...others } = clock.days;
  return { ...clock, days: Number.isNaN(days) ? others : { ...others, [severity]: days } };
}

/** On which side of a clock's day a step comes. */
export type Side = 'before' | 'on' | 'after';
export const sides: readonly Side[] = ['before', 'on', 'after'];

export function sideOf(days: number): Side {
  return days === 0 ? 'on' : days < 0 ? 'before' : 'after';
}

/** So many days on that side; a step that comes on the day itself and moves away begins with three. */
export function daysOn(side: Side, days: number): number {
  const many = Math.abs(days) || 3;
  return side === 'on' ? 0 : side === 'before' ? -many : many;
}

/** The step three days before the clock runs out, that says so. Its id is never used again: what is taken is known by it. */
export function newStep(clock: ClockName, text: string): EscalationStep {
  return { id: crypto.randomUUID().slice(0, 8), clock, days: -3, do: [newAction('comment', text)] };
}

/** An action of a kind, with nothing that belongs to another kind. */
export function newAction(kind: ActionKind, text: string): Action {
  return { kind, ...(kind === 'comment' ? { text } : {}) };
}
