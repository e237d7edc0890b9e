/** Where a member stands: by its portal, or by what people decided about it. `now` in ms. */
import type { Lifecycle } from '../../contract/finding';
import type { GroupMember } from '../../contract/group';
import type { SettingsDocument } from '../../contract/settings';
import { statusOfDecision } from '../sync/decided';
import { lifecycleOf } from '../sync/lifecycle';
import { endOfDay } from '../sync/todos';

export type Statuses = Pick<SettingsDocument, 'statuses'>;
type Standing = Pick<GroupMember, 'status' | 'acceptedUntil' | 'decided'>;

/** What a finding is whose accepted risk ran out, as long as its portal calls it accepted. */
const openAgain = 'unverified';

/** The status that counts. An accepted risk counts until its day is over. */
export function statusOfMember(member: Standing, settings: Statuses, now: number): string {
  const { decided, status, acceptedUntil } = member;
  if (decided && now < (endOfDay(decided.until) ?? Infinity)) return statusOfDecision(decided);
  const isOver = now >= (endOfDay(acceptedUntil) ?? Infinity);
  return isOver && lifecycleOf(status, settings) === 'accepted' ? openAgain : status;
}

/** Its lifecycle; a status that is not known any more counts as open. */
export function lifecycleOfMember(member: Standing, settings: Statuses, now: number): Lifecycle {
  return lifecycleOf(statusOfMember(member, settings, now), settings) ?? 'open';
}

/** The last day of its accepted risk, whoever accepted it. */
export function acceptedUntilOf({ decided, acceptedUntil }: Standing): string | undefined {
  return decided ? decided.until : acceptedUntil;
}
