/** Issues that people closed and whose finding the portal goes on reporting as open. */
import type { LinkRecord, MadeIssue } from '../../contract/link-record';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import { isWontDo } from './closing';
import { issueMade, issueThere } from './issues';

const dayMs = 86_400_000;
/** Where an admin chose nothing and the portal hears nothing. */
const daysUnheard = 7;

/**
 * The roles whose issues were seen done so long ago that an open snapshot of their finding, which has come just now,
 * opens them. A decision not to do anything about it stands. `hears`: the portal is told what happens in Jira.
 */
export function stillReported(
  record: Pick<LinkRecord, 'issues'>,
  { reopening, closing }: Pick<SettingsDocument, 'reopening' | 'closing'>,
  now: number,
  hears: boolean,
): Set<Role> {
  const days = reopening.stillReported === undefined ? daysOf(hears) : reopening.stillReported;
  if (days === null) return new Set();
  return new Set(
    roles.filter((role) => {
      const issue = issueThere(record, role);
      if (issue?.category !== 'done' || isWontDo(issue, closing)) return false;
      const since = doneSince(issue, issueMade(record, 'product'));
      return since !== undefined && since + days * dayMs <= now;
    }),
  );
}

/** A portal that hears of Jira knows that the issue was closed, and says so where it does not agree. */
function daysOf(hears: boolean): number | null {
  return hears ? null : daysUnheard;
}

/** A security issue that the app closed after its product issue goes with that. */
function doneSince({ doneAt, closedByProduct }: MadeIssue, product: MadeIssue | undefined) {
  if (doneAt === undefined || !closedByProduct || product?.doneAt === undefined) return doneAt;
  return Math.min(doneAt, product.doneAt);
}
