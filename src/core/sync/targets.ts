/** Which Jira statuses a finding's status asks for. */
import { ownValue } from '../data/own-value';
import type { Lifecycle } from '../../contract/finding';
import type { MadeIssue } from '../../contract/linked-issue';
import type { Ref, Space } from '../../contract/settings';
import type { Target } from '../jira/workflow';

/**
 * The target for a finding status. An explicit mapping wins; a resolved or rejected finding otherwise goes to the
 * status set for it, else to any done status; an open one leaves done statuses; an accepted one stays where it is.
 * Undefined: the issue stays where it is.
 */
export function targetFor(status: string, lifecycle: Lifecycle, space: Space): Target | undefined {
  const mapping = ownValue(space.statuses, status);
  if (mapping?.direction === 'to_portal') return undefined;
  const mapped = ids(mapping?.jira);
  if (mapped.length > 0) return { statuses: mapped };
  switch (lifecycle) {
    case 'resolved':
      return { statuses: ids([space.resolvedStatus]), orAnyOf: ['done'], butNoRejection: true };
    case 'rejected':
      return { statuses: ids([space.rejectedStatus, space.resolvedStatus]), orAnyOf: ['done'] };
    case 'accepted':
      return undefined;
    case 'open':
      return { statuses: [], orAnyOf: ['new', 'indeterminate'] };
  }
}

/** Whether an issue is where a target wants it. */
export function isAt(
  { status, category }: Pick<MadeIssue, 'status' | 'category'>,
  { statuses, orAnyOf = [] }: Target,
): boolean {
  return statuses.some((id) => id === status) || orAnyOf.some((one) => one === category);
}

/** The wanted first status of a new issue: only an explicit mapping asks for one. */
export function firstTarget(status: string, space: Space): Target | undefined {
  const mapping = ownValue(space.statuses, status);
  if (mapping?.direction === 'to_portal') return undefined;
  const mapped = ids(mapping?.jira);
  return mapped.length > 0 ? { statuses: mapped } : undefined;
}

function ids(refs: readonly (Ref | null)[] = []): string[] {
  return refs.flatMap((ref) => (ref?.id === undefined ? [] : [ref.id]));
}
