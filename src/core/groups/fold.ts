/** Several findings folded into one: what a group's issue is to say, decided from its members alone. */
import { Finding, type Lifecycle, type Severity, severityLevel } from '../../contract/finding';
import type { Group, GroupMember } from '../../contract/group';
import type { SettingsDocument } from '../../contract/settings';
import { shorten } from '../data/text';
import { lifecycleOf } from '../sync/lifecycle';
import { groupName } from './group-ref';

type Statuses = Pick<SettingsDocument, 'statuses'>;

export interface Fold {
  /** All of them, worst first: open ones before the others. */
  readonly members: readonly GroupMember[];
  /** The worst: its texts and its rule are the group's. */
  readonly lead: GroupMember;
  /** Open as long as one member is; accepted before resolved, for what is only accepted is not mended. */
  readonly lifecycle: Lifecycle;
  readonly status: string;
  readonly severity: Severity;
  readonly dueDate?: string;
  readonly acceptedUntil?: string;
}

const lifecyclesInOrder: readonly Lifecycle[] = ['open', 'accepted', 'resolved', 'rejected'];

/** The lifecycle of a member; a status that is not known any more counts as open. */
export function lifecycleOfMember({ status }: Pick<GroupMember, 'status'>, settings: Statuses): Lifecycle {
  return lifecycleOf(status, settings) ?? 'open';
}

/** Undefined: the group is empty. */
export function fold({ members }: Pick<Group, 'members'>, settings: Statuses): Fold | undefined {
  const ordered = worstFirst(members, settings);
  const [lead] = ordered;
  if (!lead) return undefined;
  const lifecycle = lifecycleOfMember(lead, settings);
  // Those that keep the group where it is; what is over has no date any more.
  const same = ordered.filter((one) => lifecycleOfMember(one, settings) === lifecycle);
  const dueDate = earliest(same.map((one) => one.dueDate));
  const acceptedUntil = lifecycle === 'accepted' ? earliest(same.map((one) => one.acceptedUntil)) : undefined;
  return {
    members: ordered,
    lead,
    lifecycle,
    status: lead.status,
    severity: lead.severity,
    ...(dueDate !== undefined && { dueDate }),
    ...(acceptedUntil !== undefined && { acceptedUntil }),
  };
}

/** By lifecycle, severity, date and id: the same for the same members, in whatever order they came. */
export function worstFirst(members: readonly GroupMember[], settings: Statuses): GroupMember[] {
  const rank = (one: GroupMember) => lifecyclesInOrder.indexOf(lifecycleOfMember(one, settings));
  return [...members].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      severityLevel(b.severity) - severityLevel(a.severity) ||
      compare(a.dueDate ?? '9999', b.dueDate ?? '9999') ||
      compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function earliest(days: readonly (string | undefined)[]): string | undefined {
  return days.flatMap((day) => day ?? []).sort(compare)[0];
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
    ...(group.by === undefined && { group: group.id }),
    existing: undefined,
    updatedAt: undefined,
  };
}
