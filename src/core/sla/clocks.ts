/** The days on which the clocks of a finding run out. */
import type { Kind, Severity } from '../../contract/finding';
import type { Clock, Sla } from '../../contract/sla';
import type { SlaState } from '../../contract/sla-state';
import { earliest } from '../data/dates';
import type { Calendar } from './calendar';

/** What the clocks go by. `createdAt`: when the app first heard of the finding (ms). */
export interface Timed {
  readonly severity: Severity;
  readonly kind: Kind;
  readonly product: string;
  readonly createdAt: number;
  /** When the portal first saw it (RFC 3339), where it says so. */
  readonly firstSeen: string | undefined;
}

/** The days that are given at all; `fix` is the finding's due date, whoever gave it. */
export type ClockDays = Pick<SlaState, 'fix' | 'assign'>;

/** `state` says what the portal sent and for how long the clocks stood still. */
export function clockDays(sla: Sla, calendar: Calendar, finding: Timed, state: SlaState): ClockDays {
  const fix = dueDate(sla.fix, state.own, runsOut(sla.fix, calendar, finding, state));
  const assign = runsOut(sla.assign, calendar, finding, state);
  return { ...(fix !== undefined && { fix }), ...(assign !== undefined && { assign }) };
}

function dueDate(clock: Clock | undefined, own: string | undefined, given: string | undefined) {
  return clock?.dueDate === 'earlier' ? earliest([own, given]) : (own ?? given);
}

function runsOut(
  clock: Clock | undefined,
  calendar: Calendar,
  finding: Timed,
  { stood }: SlaState,
): string | undefined {
  if (!clock) return undefined;
  const days = daysFor(clock, finding);
  if (days === undefined) return undefined;
  const { firstSeen, createdAt } = finding;
  const since = clock.from === 'firstSeen' && firstSeen !== undefined ? Date.parse(firstSeen) : createdAt;
  return calendar.plus(calendar.dateAt(since), days + (stood?.[clock.count] ?? 0), clock.count);
}

/** How many days the clock gives a finding; undefined: it does not hold for it. */
function daysFor({ days, kinds, products }: Clock, { severity, kind, product }: Timed): number | undefined {
  const holds = (list: readonly string[] | undefined, one: string) => !list?.length || list.includes(one);
  return holds(kinds, kind) && holds(products, product) ? days[severity] : undefined;
}
