/** Several findings folded into one: what a group's issue is to say, decided from its members alone. */
import { Finding, type Lifecycle, type Severity, severityLevel } from '../../contract/finding';
import type { Group, GroupMember } from '../../contract/group';
import { earliest } from '../data/dates';
import { shorten } from '../data/text';
import { groupName } from './group-ref';
import { acceptedUntilOf, lifecycleOfMember, type Statuses, statusOfMember } from './member-status';

export interface Fold {
  /** All of them, worst first: open ones before the others. */
  readonly members: readonly GroupMember[];
  /** Those that keep the group where it is, worst first. */
  readonly counting: readonly GroupMember[];
  /** The worst: its texts and its rule are the group's. */
  readonly lead: GroupMember;
  /** Open as long as one member is; accepted before resolved, for what is only accepted is not mended. */
  readonly lifecycle: Lifecycle;
  readonly status: string;
  readonly severity: Severity;
  readonly dueDate?: string;
  readonly acceptedUntil?: string;
}

/** After every date. */
const never = '9999-99';

const lifecyclesInOrder: readonly Lifecycle[] = ['open', 'accepted', 'resolved', 'rejected'];

/** Undefined: the group is empty. `now` in ms. */
export function fold({ members }: Pick<Group, 'members'>, settings: Statuses, now: number): Fold | undefined {
  const ordered = worstFirst(members, settings, now);
  const [lead] = ordered;
  if (!lead) return undefined;
  const lifecycle = lifecycleOfMember(lead, settings, now);
  // Those that keep the group where it is; what is over has no date any more.
  const counting = ordered.filter((one) => lifecycleOfMember(one, settings, now) === lifecycle);
  const dueDate = earliest(counting.map((one) => one.dueDate));
  const acceptedUntil = lifecycle === 'accepted' ? earliest(counting.map(acceptedUntilOf)) : undefined;
  return {
    members: ordered,
    counting,
    lead,
    lifecycle,
    status: statusOfMember(lead, settings, now),
    severity: lead.severity,
    ...(dueDate !== undefined && { dueDate }),
    ...(acceptedUntil !== undefined && { acceptedUntil }),
  };
}

/** By lifecycle, severity, date and id: the same for the same members, in whatever order they came. */
export function worstFirst(members: readonly GroupMember[], settings: Statuses, now: number): GroupMember[] {
  const ranked = members.map((one) => ({
    one,
    rank: lifecyclesInOrder.indexOf(lifecycleOfMember(one, settings, now)),
  }));
  return ranked.sort((a, b) => a.rank - b.rank || compareMembers(a.one, b.one)).map(({ one }) => one);
}

function compareMembers(a: GroupMember, b: GroupMember): number {
  return (
    severityLevel(b.severity) - severityLevel(a.severity) ||
    compare(a.dueDate ?? never, b.dueDate ?? never) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The members as the group's issue shows them: with the status that counts. */
export function shown(members: readonly GroupMember[], settings: Statuses, now: number): GroupMember[] {
  return members.map((one) => ({ ...one, status: statusOfMember(one, settings, now) }));
}

/** The finding that stands for the group. `lead`: the last snapshot of the worst member, as far as it is kept. */
export function foldedFinding(
  group: Pick<Group, 'id' | 'by' | 'part'>,
  product: string,
  folded: Fold,
  lead: Finding | undefined,
): Finding {
  const { status, severity, dueDate, acceptedUntil } = folded;
  const { id, title, kind, url } = folded.lead;
  const more = folded.members.length - 1;
  return {
    ...(lead ?? Finding.parse({ id, product, title, severity })),
    id: groupName(group),
    product,
    title: more === 0 ? title : `${shorten(title, 240)} (+${String(more)})`,
    kind,
    url: lead?.url ?? url,
    status,
    severity,
    dueDate,
    acceptedUntil,
    // An older version kept it only with the snapshot.
    kev: lead?.kev === true || folded.counting.some(({ kev }) => kev === true) || undefined,
    ...(group.by === undefined && { group: group.id }),
    existing: undefined,
    updatedAt: undefined,
  };
}
