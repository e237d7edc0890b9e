/** While the risk of a finding is accepted its clocks stand still: these days are added afterwards. */
import type { FindingFacts, LinkRecord } from '../../contract/link-record';
import type { RiskDecision } from '../../contract/risk-decision';
import type { SettingsDocument } from '../../contract/settings';
import type { SlaState } from '../../contract/sla-state';
import { statusOfDecision } from '../sync/decided';
import { statusOf } from '../sync/hearing';
import { lifecycleOf } from '../sync/lifecycle';
import { endOfDay } from '../sync/todos';
import { calendarOf } from './calendar';

type Standing = Pick<LinkRecord, 'hearing'> & {
  readonly facts: Pick<FindingFacts, 'status' | 'acceptedUntil'>;
  readonly decided?: Pick<RiskDecision, 'kind' | 'until'> | undefined;
};

/** The last moment (ms) of an accepted risk, by the portal's word or by what people decided. */
function acceptanceEnds({ facts, decided }: Standing): number | undefined {
  const isTheirs = decided && facts.status !== statusOfDecision(decided);
  return endOfDay(isTheirs ? decided.until : facts.acceptedUntil);
}

/** `still`: accepted, and the acceptance is not over. A status that nobody knows any more counts as open. */
export function clocksOf(
  record: Standing,
  settings: Pick<SettingsDocument, 'statuses'>,
  now: number,
): 'run' | 'still' | 'over' {
  switch (lifecycleOf(statusOf(record), settings) ?? 'open') {
    case 'open':
      return 'run';
    case 'accepted':
      return now < (acceptanceEnds(record) ?? Infinity) ? 'still' : 'run';
    case 'resolved':
    case 'rejected':
      return 'over';
  }
}

/** What the record remembers of its clocks once it stands as it does. */
export function stoodAfter(
  state: SlaState,
  record: Standing,
  settings: Pick<SettingsDocument, 'statuses' | 'sla'>,
  now: number,
): SlaState {
  const isStill = clocksOf(record, settings, now) === 'still';
  const { acceptedSince, ...rest } = state;
  if (isStill) return { ...rest, acceptedSince: acceptedSince ?? now };
  if (acceptedSince === undefined) return state;
  const calendar = calendarOf(settings.sla);
  const ends = Math.min(now, acceptanceEnds(record) ?? now);
  const [from, to] = [calendar.dateAt(acceptedSince), calendar.dateAt(Math.max(acceptedSince, ends))];
  const { calendar: days = 0, working = 0 } = state.stood ?? {};
  return {
    ...rest,
    stood: {
      calendar: days + calendar.between(from, to, 'calendar'),
      working: working + calendar.between(from, to, 'working'),
    },
  };
}

/**
 * The record with its clocks stopped, or running again, as it stands by this change: running again, they are looked at
 * anew.
 */
export function withStandstill(
  before: LinkRecord | undefined,
  record: LinkRecord,
  settings: Pick<SettingsDocument, 'statuses' | 'sla'>,
  now: number,
): LinkRecord {
  if (!record.sla) return record;
  const sla = stoodAfter(record.sla, record, settings, now);
  const wasStill = record.sla.acceptedSince !== undefined;
  const wasOver = before !== undefined && clocksOf(before, settings, now) === 'over';
  const runsAgain = (wasStill || wasOver) && clocksOf(record, settings, now) === 'run';
  if (!runsAgain || record.todo?.escalate !== undefined) return { ...record, sla };
  return { ...record, sla, todo: { ...record.todo, escalate: now } };
}
