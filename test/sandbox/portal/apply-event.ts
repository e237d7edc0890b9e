/** What an event changes in the portal. */
import { z } from 'zod';
import type { ToldEvent } from '../../../src/contract/outbox';
import { type PortalComment, type PortalFinding, type PortalState, putFinding } from './store';

const StatusChanged = z.object({ to: z.string() });
const Assigned = z.object({ assignee: z.object({ accountId: z.string() }).nullable() });
const Changed = z.object({ field: z.string(), to: z.unknown() });
const Commented = z.object({ comment: z.object({ id: z.string(), body: z.string().optional() }) });

/** Brings the finding that the event is about up to date; events of others change nothing. */
export function apply(state: PortalState, event: ToldEvent): void {
  const before = state.findings.find(({ id }) => id === event.finding?.id);
  if (before) putFinding(state, changedBy(before, event));
}

function changedBy(finding: PortalFinding, event: ToldEvent): PortalFinding {
  switch (event.type) {
    case 'issue.linked':
    case 'issue.moved':
      return withIssue(finding, event);
    case 'issue.unlinked':
    case 'issue.deleted':
      return withoutIssue(finding, event);
    case 'finding.status_changed':
      return isNews(finding, event) ? { ...finding, status: StatusChanged.parse(event.data).to } : finding;
    case 'finding.rejected':
      return { ...finding, status: 'rejected' };
    case 'finding.assigned':
      return assigned(finding, Assigned.parse(event.data).assignee?.accountId);
    case 'finding.changed':
      return edited(finding, Changed.parse(event.data));
    case 'finding.commented':
    case 'finding.comment_edited':
      return withComment(finding, event);
    case 'finding.comment_deleted':
      return withoutComment(finding, Commented.parse(event.data).comment.id);
    default:
      return finding;
  }
}

/** Older than the portal's own last change, it is no news. */
function isNews({ updatedAt }: PortalFinding, { at }: ToldEvent): boolean {
  return at > updatedAt;
}

function withIssue(finding: PortalFinding, { issue }: ToldEvent): PortalFinding {
  if (!issue) return finding;
  const { role, key, url } = issue;
  return { ...finding, issues: { ...finding.issues, [role]: { key, url } } };
}

function withoutIssue(finding: PortalFinding, { issue }: ToldEvent): PortalFinding {
  const left = Object.entries(finding.issues).filter(([role]) => role !== issue?.role);
  return { ...finding, issues: Object.fromEntries(left) };
}

function assigned(
  { assignee: _before, ...finding }: PortalFinding,
  accountId: string | undefined,
): PortalFinding {
  return { ...finding, ...(accountId === undefined ? {} : { assignee: accountId }) };
}

function edited(finding: PortalFinding, { field, to }: z.infer<typeof Changed>): PortalFinding {
  if (field !== 'dueDate') return finding;
  const { dueDate: _before, ...rest } = finding;
  return { ...rest, ...(typeof to === 'string' ? { dueDate: to } : {}) };
}

function withComment(finding: PortalFinding, event: ToldEvent): PortalFinding {
  const { id, body = '' } = Commented.parse(event.data).comment;
  const before = finding.comments.find((comment) => comment.id === id);
  const comment: PortalComment = before
    ? { ...before, body, edited: true }
    : { id, from: 'Jira', author: event.by?.name ?? 'Somebody in Jira', body, at: event.at };
  const others = finding.comments.filter((one) => one.id !== id);
  return { ...finding, comments: [...others, comment].sort((a, b) => a.at.localeCompare(b.at)) };
}

function withoutComment(finding: PortalFinding, id: string): PortalFinding {
  return { ...finding, comments: finding.comments.filter((comment) => comment.id !== id) };
}
