/** Which issues of a rejected finding are deleted, and which are spared: decided alike for the preview and the deed. */
import type { Deletion } from '../../contract/deleting-preview';
import type { IssueThere, LinkRecord, MadeIssue } from '../../contract/link-record';
import { type Deleting, type Role, roles, type SettingsDocument } from '../../contract/settings';
import { followedStatus } from './decided';
import { issueThere } from './issues';
import { lifecycleOf } from './lifecycle';
import { deleteAt } from './todos';
import { type Traces, workedOnBy } from './worked-on';

/** The fields of an issue in which people leave traces. */
export const traceFields = ['comment', 'worklog', 'attachment'];

export interface ExistingIssue {
  readonly role: Role;
  readonly issue: IssueThere;
}

/** The issues of a finding that are still there, as far as the app knows. */
export function existingIssues(record: LinkRecord): ExistingIssue[] {
  return roles.flatMap((role) => {
    const issue = issueThere(record, role);
    return issue ? [{ role, issue }] : [];
  });
}

/** Whether an issue whose deletion was planned may still be deleted: switching that off stops what has not happened yet. */
export function mayStillDelete(
  record: Pick<LinkRecord, 'forgotten' | 'facts' | 'decided'>,
  settings: SettingsDocument,
): boolean {
  const { enabled, goneFromPortal } = settings.deleting;
  if (record.forgotten && goneFromPortal === 'delete') return true;
  return enabled && lifecycleOf(followedStatus(record), settings) === 'rejected';
}

/** Whether an issue that may no longer be deleted is closed instead. */
export function closesInstead({ forgotten }: LinkRecord, { deleting }: SettingsDocument): boolean {
  return !forgotten || deleting.goneFromPortal !== 'leave';
}

/** Why an issue is never deleted; undefined: nothing spares it. `self` is the app's own account. */
export function sparedFor(
  issue: MadeIssue,
  traces: Traces,
  deleting: Deleting,
  self: string,
): 'adopted' | 'worked_on' | undefined {
  if (issue.adopted) return 'adopted';
  return deleting.spareWorkedOn && workedOnBy(traces, self) ? 'worked_on' : undefined;
}

/** What deleting does to an issue of a rejected finding, were these the settings and the finding sent again now. */
export function judgeDeletion(
  { record, issue, traces }: { record: LinkRecord; issue: IssueThere; traces: Traces },
  deleting: Deleting,
  self: string,
  now: number,
): Deletion {
  const why = sparedFor(issue, traces, deleting, self);
  if (why !== undefined) return { kind: 'spared', why };
  const until = deleteAt(record, deleting, now);
  const running = record.todo?.delete !== undefined;
  return until <= now ? { kind: 'delete', running } : { kind: 'waiting', until, running };
}
