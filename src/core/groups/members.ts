/** The compact list of a group's members. */
import type { Finding } from '../../contract/finding';
import { type Group, type GroupMember, mostMembers } from '../../contract/group';
import { roles } from '../../contract/settings';
import { canonical } from '../data/hash';
import { shorten } from '../data/text';
import { statusOfDecision } from '../sync/decided';
import type { Decision } from '../sync/decide';

const longest = { title: 80, where: 80, url: 200 } as const;
/** A stored value takes 240 KB, whatever the texts are; this leaves room for what the portal is to hear. */
const mostBytes = 170_000;
/** What a member costs beside its texts, about. */
const frameBytes = 44;

/** What the group remembers of a finding that a rule takes. `createdAt`: when the app first heard of it (ms). */
export function memberFrom(finding: Finding, { rule, spaces }: Decision, createdAt: number): GroupMember {
  const { id, title, severity, status, kind, dueDate, acceptedUntil, firstSeen, url, location, kev } =
    finding;
  const { file, component, url: address, image } = location ?? {};
  const where = [file, component, address, image].find((one) => one !== undefined && one !== '');
  return {
    id,
    title: shorten(title, longest.title),
    severity,
    status,
    kind,
    creates: roles.filter((role) => spaces.some((one) => one.role === role && one.mayCreate)),
    ...(dueDate !== undefined && { dueDate }),
    ...(acceptedUntil !== undefined && { acceptedUntil }),
    ...(kev === true && { kev }),
    // Half a link leads nowhere.
    ...(url !== undefined && url.length <= longest.url && { url }),
    ...(where !== undefined && { where: shorten(where, longest.where) }),
    ...(rule !== undefined && { rule }),
    ...(firstSeen !== undefined && { firstSeen }),
    createdAt,
  };
}

/** The member of this id. */
export function memberIn({ members }: Pick<Group, 'members'>, id: string): GroupMember | undefined {
  return members.find((one) => one.id === id);
}

/**
 * A member as its portal says it is now, with what else is known of it. What people decided about it stands until the
 * portal sends another status, or `insists` on it knowing of that.
 */
export function asKnown(known: GroupMember | undefined, said: GroupMember, insists: boolean): GroupMember {
  if (!known) return said;
  const { standing, decided } = known;
  const { decided: _said, ...plain } = said;
  const stands = decided && !insists && [known.status, statusOfDecision(decided)].includes(said.status);
  return { ...plain, ...(standing && { standing }), ...(stands && { decided }) };
}

/** Whether the group's issue would look the same. */
export function isSameMember(one: GroupMember | undefined, other: GroupMember): boolean {
  return one !== undefined && canonical(withoutNews(one)) === canonical(withoutNews(other));
}

/** The member once the group's issue shows it. */
export function withoutNews({ news: _news, ...member }: GroupMember): GroupMember {
  return member;
}

/** Whether another member finds room. */
export function hasRoom({ members }: Pick<Group, 'members'>, one: GroupMember): boolean {
  if (members.length >= mostMembers) return false;
  return [...members, one].reduce((sum, member) => sum + bytesOf(member), 0) <= mostBytes;
}

function bytesOf({ id, title, status, url = '', where = '', rule = '' }: GroupMember): number {
  return frameBytes + Buffer.byteLength(id + title + status + url + where + rule);
}
