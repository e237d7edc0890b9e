/** The clocks of findings that share an issue: each has its own, and the first to run out is the issue's. `now` in ms. */
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { earliest } from '../data/dates';
import { canonical } from '../data/hash';
import { fold } from '../groups/fold';
import { type GroupRecord, withDecided } from '../groups/regroup';
import type { Calendar } from './calendar';
import { clockDays, type ClockDays } from './clocks';
import { stoodAfter } from './standstill';

/** The earliest days of those that keep the group where it is. `createdAt` (ms): of members that nothing else is known of. */
export function groupDays(
  { group, product }: Pick<GroupRecord, 'group' | 'product'>,
  createdAt: number,
  settings: Pick<SettingsDocument, 'statuses' | 'sla'>,
  calendar: Calendar,
  now: number,
): ClockDays {
  const counting = fold(group, settings, now)?.counting ?? [];
  const days = counting.map(({ severity, kind, firstSeen, dueDate: own, standing, ...member }) => {
    const timed = { severity, kind, product, firstSeen, createdAt: member.createdAt ?? createdAt };
    return clockDays(settings.sla, calendar, timed, { own, stood: standing?.stood });
  });
  const fix = earliest(days.map((one) => one.fix));
  const assign = earliest(days.map((one) => one.assign));
  return { ...(fix !== undefined && { fix }), ...(assign !== undefined && { assign }) };
}

/** The record, in which the clocks of members whose risk is accepted stand still. */
export function withStandingMembers(record: LinkRecord, settings: SettingsDocument, now: number): LinkRecord {
  const { group } = record;
  if (!group) return record;
  const members = group.members.map((member) => {
    const { decided } = withDecided(member, record.decided, settings, now);
    const before = member.standing ?? {};
    const standing = stoodAfter(before, { facts: member, decided }, settings, now);
    return canonical(standing) === canonical(before) ? member : { ...member, standing };
  });
  return { ...record, group: { ...group, members } };
}
