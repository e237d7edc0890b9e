/** What the portal is told about a finding: by lookup and by receipt. */
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import { en } from '../../contract/messages/en';
import { say } from '../../contract/messages/say';
import type { FindingView, IssueView } from '../../contract/portal-api';
import { type Role, roles } from '../../contract/settings';
import { commentState } from '../comments/comment-state';
import type { PortalEntry } from '../../contract/stored/threads';
import { issueThere } from '../sync/issues';
import type { FindingRef } from '../sync/link-key';

/** A view whose reason is not put into words yet. */
export type Viewed = Omit<FindingView, 'reason'> & { readonly why?: Reason };

/** As the portal is told. */
export function inWords({ why, ...view }: Viewed): FindingView {
  return { ...view, ...(why === undefined ? {} : { reason: say(why, en) }) };
}

/**
 * The view of a finding whose record may not exist yet, with the product where that is part of its name. `waiting`: its
 * newest snapshot still lies in the inbox.
 */
export function viewFinding(
  { id, product }: FindingRef,
  record: LinkRecord | undefined,
  waiting: boolean,
  site: string,
): Viewed {
  const named = { id, ...(product === undefined ? {} : { product }) };
  if (!record) return { ...named, state: waiting ? 'pending' : 'unknown', issues: {} };
  return {
    ...named,
    state: waiting ? 'pending' : record.state,
    ...(record.reason === undefined || waiting ? {} : { why: record.reason }),
    issues: issuesOf(record, site),
  };
}

/** The view of a comment, with the issues of its finding. */
export function viewComment(
  named: Pick<FindingView, 'id' | 'product' | 'comment'>,
  record: LinkRecord | undefined,
  { entry, ...how }: { entry: PortalEntry | undefined; isWaiting: boolean; isOff: boolean },
  site: string,
): Viewed {
  const { state, reason } = commentState(entry, record, how);
  return {
    ...named,
    state,
    ...(reason === undefined ? {} : { why: reason }),
    issues: record ? issuesOf(record, site) : {},
  };
}

function issuesOf(record: LinkRecord, site: string): Partial<Record<Role, IssueView>> {
  return Object.fromEntries(
    roles.flatMap((role) => {
      const issue = issueThere(record, role);
      return issue ? [[role, issueView(issue, site)]] : [];
    }),
  );
}

function issueView(issue: IssueThere, site: string): IssueView {
  return {
    id: issue.id,
    key: issue.key,
    url: `${site}/browse/${issue.key}`,
    ...(issue.statusName === undefined ? {} : { status: issue.statusName }),
    ...(issue.status === undefined ? {} : { statusId: issue.status }),
    ...(issue.category === undefined ? {} : { statusCategory: issue.category }),
  };
}
