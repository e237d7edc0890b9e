/** What becomes of a finding's clocks with a snapshot, with other settings, or with time. */
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { isSlaOn } from '../../contract/sla';
import type { SlaState } from '../../contract/sla-state';
import { isGroup } from '../groups/regroup';
import type { Calendar } from './calendar';
import { clockDays } from './clocks';
import { groupDays } from './group-clocks';
import { clocksOf, stoodAfter } from './standstill';
import { comingSteps, stillTaken, turnOf } from './steps';

type Settings = Pick<SettingsDocument, 'statuses' | 'sla'>;

/** When the app first heard of a finding (ms), as far as an older record tells. */
export function createdAtOf({ createdAt, issues, seenAt }: LinkRecord): number {
  const claims = Object.values(issues).flatMap(({ claim }) => (claim && claim.at > 0 ? [claim.at] : []));
  return createdAt ?? Math.min(seenAt, ...claims);
}

/** The due date that the portal sent, as far as the record tells. */
export function ownDueDate({ sla, facts }: Pick<LinkRecord, 'sla' | 'facts'>): string | undefined {
  return sla ? sla.own : facts.dueDate;
}

/**
 * The clocks of a record that holds what is known of its finding now, but its clocks of before. `own`: the due date that
 * the portal sent. Undefined: no clock and
 * no step is about it. What was taken is remembered also while all is switched off.
 */
export function slaOf(
  record: LinkRecord,
  own: string | undefined,
  settings: Settings,
  calendar: Calendar,
  now: number,
): SlaState | undefined {
  const { sla } = settings;
  const { fix: _fix, assign: _assign, own: _own, ...before } = record.sla ?? {};
  const known = { ...before, ...(own === undefined ? {} : { own }) };
  const stood = isSlaOn(sla) ? stoodAfter(known, record, settings, now) : known;
  const timed = {
    severity: record.facts.severity,
    kind: record.facts.kind,
    product: record.product,
    createdAt: createdAtOf(record),
    firstSeen: record.facts.firstSeen,
  };
  const daysOf = () =>
    isGroup(record)
      ? groupDays(record, timed.createdAt, settings, calendar, now)
      : clockDays(sla, calendar, timed, stood);
  const days = isSlaOn(sla) ? daysOf() : {};
  const state: SlaState = { ...stood, ...days };
  const isConcerned = days.fix !== undefined || days.assign !== undefined;
  if (!isConcerned && Object.keys(before).length === 0) return undefined;
  const taken = stillTaken(state, sla, calendar, now, isGroup(record) ? undefined : record.facts.severity);
  const { taken: _taken, ...rest } = state;
  return taken ? { ...rest, taken } : rest;
}

/**
 * When its clocks have to be looked at (ms); undefined: never. A step that is late has its turn among the late ones, and
 * keeps the one that it has as long as nothing changed.
 */
export function escalateAt(
  before: LinkRecord | undefined,
  record: Clocked,
  settings: Settings,
  calendar: Calendar,
  now: number,
): number | undefined {
  if (!record.sla || clocksOf(record, settings, now) !== 'run') return undefined;
  const [next] = comingSteps(record.sla, record.facts.severity, settings.sla, calendar);
  if (!next || next.at > now) return next?.at;
  const known = before && isSame(before, record) ? before.todo?.escalate : undefined;
  return known ?? now + turnOf(record.facts.severity);
}

type Clocked = Pick<LinkRecord, 'facts' | 'hearing' | 'decided' | 'sla'>;

function isSame(before: Clocked, { sla, facts }: Clocked): boolean {
  const same = before.sla?.fix === sla?.fix && before.sla?.assign === sla?.assign;
  return same && before.facts.severity === facts.severity;
}
