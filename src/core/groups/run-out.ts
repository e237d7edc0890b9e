/** What people decided about single findings of a group ends by itself, each on its day. `now` in ms. */
import type { LinkRecord } from '../../contract/link-record';
import { endOfDay } from '../sync/todos';
import type { GroupRecord } from './regroup';

/** The group with the day on which the next of these decisions ends among what is due; they may be its only ones. */
export function withNextEnd(record: GroupRecord): GroupRecord {
  const ends = record.group.members.flatMap(({ decided }) => endOfDay(decided?.until) ?? []);
  if (ends.length === 0) return record;
  const reopen = Math.min(record.todo?.reopen ?? Infinity, ...ends);
  return { ...record, todo: { ...record.todo, reopen } };
}

/** The record without the decisions about single findings whose day is over. */
export function withoutEnded(record: LinkRecord, now: number): LinkRecord {
  const { group } = record;
  if (!group) return record;
  const members = group.members.map((member) => {
    const { decided, ...rest } = member;
    return decided && now >= (endOfDay(decided.until) ?? Infinity) ? rest : member;
  });
  return { ...record, group: { ...group, members } };
}
