/** What has to happen for one issue of a finding: decided from what the finding asks for and what was last sent. */
import type { LinkedIssue, LinkRecord, MadeIssue, MoveReason } from '../../contract/link-record';
import { changedFields, type DraftFields, fieldsOf, marksOf } from './fields';
import { mark } from '../data/hash';
import { issuesThere } from './issues';

/** Marks of `sent` that are no fields. */
export const statusMark = '_status';
export const identityMark = '_identity';

/**
 * Nobody knows any more which status of its finding an issue answers to: noted before whatever may close or open it, so
 * that no death, limit or refusal in between leaves it believing what is no longer so.
 */
export function forgetStatus(issue: MadeIssue): void {
  issue.sent = Object.fromEntries(Object.entries(issue.sent).filter(([name]) => name !== statusMark));
}

/** Whether an issue of the finding has not been told its status yet. */
export function awaitsNews(record: Pick<LinkRecord, 'issues'>): boolean {
  return issuesThere(record).some(({ sent }) => sent[statusMark] === undefined);
}

/**
 * The marks of an issue that was made by people: what it says stays theirs, as if the app had sent it. Labels are added,
 * and the identity is.
 */
export function marksOfAdopted({ fields, status }: IssueDraft): Record<string, string> {
  const kept = fieldsOf(fields).filter((field) => field !== 'labels');
  return { ...marksOf(fields, kept), [statusMark]: mark(status) };
}

/** Whether people gave an issue to its finding, and no pass has looked at it yet. */
export function isJustAdopted({ adopted, sent }: MadeIssue): boolean {
  return adopted === true && Object.keys(sent).length === 0;
}

export interface IssueDraft {
  readonly fields: DraftFields;
  /** The finding's status: the issue is moved only when this changes, so that people's moves stand. */
  readonly status: string;
  /** The identity property without its claim. */
  readonly identity: unknown;
}

export type IssuePlan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'create' }
  | {
      readonly kind: 'update';
      readonly fields: readonly string[];
      readonly move: boolean;
      readonly identity: boolean;
      /** Why it is moved although its finding's status is what it was. */
      readonly reason?: MoveReason;
    };

/**
 * `mayCreate`: a finding without an issue gets one. An issue that people deleted is not made again. `overdue`: it was
 * done for too long while its finding was reported as open.
 */
export function planIssue(
  issue: LinkedIssue | undefined,
  draft: IssueDraft,
  mayCreate: boolean,
  overdue = false,
): IssuePlan {
  if (issue?.state === 'gone') return { kind: 'nothing' };
  if (issue?.state !== 'there') return { kind: mayCreate ? 'create' : 'nothing' };
  const fields = changedFields(draft.fields, issue.sent);
  const turned = issue.sent[statusMark] !== mark(draft.status);
  const identity = issue.sent[identityMark] !== mark(draft.identity);
  if (overdue && !turned) return { kind: 'update', fields, move: true, identity, reason: 'stillReported' };
  return fields.length > 0 || turned || identity
    ? { kind: 'update', fields, move: turned, identity }
    : { kind: 'nothing' };
}
