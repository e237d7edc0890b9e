/** Issues that people closed and whose finding the portal goes on reporting as open. */
import type { LinkedIssue, LinkRecord } from '../../contract/link-record';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import { isWontDo } from './closing';

const dayMs = 86_400_000;

/**
 * The roles whose issues were seen done so long ago that an open snapshot of their finding, which has come just now,
 * opens them. A decision not to do anything about it stands.
 */
export function stillReported(
  { issues }: Pick<LinkRecord, 'issues'>,
  { reopening, closing }: Pick<SettingsDocument, 'reopening' | 'closing'>,
  now: number,
): Set<Role> {
  const days = reopening.stillReported;
  if (days === null) return new Set();
  return new Set(
    roles.filter((role) => {
      const issue = issues[role];
      if (issue?.category !== 'done' || issue.gone || isWontDo(issue, closing)) return false;
      const since = doneSince(issue, issues.product);
      return since !== undefined && since + days * dayMs <= now;
    }),
  );
}

/** A security issue that the app closed after its product issue goes with that. */
function doneSince({ doneAt, closedByProduct }: LinkedIssue, product: LinkedIssue | undefined) {
  if (doneAt === undefined || !closedByProduct || product?.doneAt === undefined) return doneAt;
  return Math.min(doneAt, product.doneAt);
}
