/** An event about a comment on one of our issues. */
import type { LinkRecord, MadeIssue } from '../../contract/link-record';
import type { Role } from '../../contract/settings';
import type { Thread } from '../../contract/stored/threads';
import { hear, type Policy } from '../../core/comments/hear';
import { isEnough, type Looked, lookedOn } from '../../core/comments/looked';
import { emptyThread } from '../../core/comments/thread';
import { waysOf } from '../../core/comments/ways';
import { isRefusal } from '../../core/jira/failure';
import type { SeenComment } from '../../core/jira/seen-comment';
import { busySeconds, isLeased } from '../../core/sync/lease';
import { issueMade, roleOf } from '../../core/sync/issues';
import { clearTold, listenTo, policyOf } from '../comments/listen';
import { noteActivity } from '../activity/note-activity';
import { jiraUseSince } from '../activity/jira-use';
import type { Errand } from '../records/errand';
import { finishErrand } from '../records/finish-errand';
import { leaseOne, releaseDue } from '../records/lease-due';
import { recordsOfIssues } from '../records/own-issue';
import type { Ports } from '../ports';
import type { Followed } from './follow-issue';

/** What an event says: a hint where to look, for it may be late, doubled or out of order. */
export interface CommentChange {
  readonly issueId: string;
  readonly commentId: string;
  readonly isDeleted: boolean;
  /** Whose deed it was, and when (ms), if the event tells. */
  readonly by?: string;
  readonly at?: number;
}

interface Row {
  readonly key: string;
  readonly record: LinkRecord;
}

/**
 * Follows one event. What Jira shows now decides, of all that was said on the issue since the last look: a comment is
 * never told before those that were said before it. Only that one was deleted is believed.
 */
export async function followComment(ports: Ports, change: CommentChange): Promise<Followed> {
  const row = (await recordsOfIssues(ports, [change.issueId])).get(change.issueId);
  const role = row && roleOf(row.record, change.issueId);
  const issue = role && issueMade(row.record, role);
  if (!row || !issue) return { kind: 'ignored' };
  const owner = await ports.connections.get(row.record.connection);
  const thread = (await ports.threads.readMany([row.key])).get(row.key) ?? emptyThread();
  const known = thread.people[change.commentId];
  const { fromJira, between } = owner ? waysOf(owner) : { fromJira: 'off', between: false };
  if (!owner || (!known && fromJira === 'off' && !between)) return { kind: 'ignored' };
  if (isLeased(row.record, ports.now())) return { kind: 'again', after: busySeconds };
  const policy = policyOf(ports, owner);
  const looked = await look(ports, { issue, role, thread, policy }, change);
  if (!looked) return { kind: 'again', after: busySeconds };
  if (looked === 'hidden') return { kind: 'ignored' };
  if (!looked.some((one) => hear(thread.people[one.id], one, policy))) return { kind: 'ignored' };
  return work(ports, row, looked, change);
}

interface Place {
  readonly issue: MadeIssue;
  readonly role: Role;
  readonly thread: Thread;
  readonly policy: Policy;
}

/**
 * One read, as a rule, and none for what is deleted. An older comment that was changed is read by itself. Undefined: Jira
 * does not say; `hidden`: it does not show the issue.
 */
async function look(
  ports: Ports,
  { issue, role, thread: { people }, policy }: Place,
  { commentId, isDeleted }: CommentChange,
): Promise<Looked[] | 'hidden' | undefined> {
  if (isDeleted) return [lookedOn(issue, role, commentId, undefined)];
  const since = Math.max(policy.since, issue.adoptedAt ?? 0);
  const lookedAt = (newest: readonly SeenComment[]) =>
    newest.map((comment) => lookedOn(issue, role, comment.id, comment));
  const isNews = (one: Looked) => hear(people[one.id], one, policy) !== undefined;
  const listed = await ports.jira.listComments(issue.id, (newest) =>
    isEnough(lookedAt(newest), { people, since, commentId }, isNews),
  );
  if (!listed.ok) return isRefusal(listed.failure) ? 'hidden' : undefined;
  const newest = lookedAt(listed.value);
  if (newest.some(({ id }) => id === commentId)) return newest;
  const read = await ports.jira.readComment(issue.id, commentId);
  if (read.ok) return [...newest, lookedOn(issue, role, commentId, read.value)];
  return isRefusal(read.failure) ? 'hidden' : undefined;
}

async function work(
  ports: Ports,
  { key, record }: Row,
  looked: readonly Looked[],
  change: CommentChange,
): Promise<Followed> {
  const before = ports.jiraUse();
  const errand: Errand = {
    key,
    before: record,
    record: structuredClone(record),
    todo: 'listen',
    hidden: new Set(),
  };
  if (!(await leaseOne(ports, errand))) return { kind: 'again', after: busySeconds };
  const { document: settings } = await ports.settings.read();
  const owner = await ports.connections.get(record.connection);
  if (owner) await listenTo({ ports, settings, until: Infinity }, errand, owner, looked, change);
  await finishErrand(ports, errand);
  const released = await releaseDue(ports, [errand]);
  if (released.length === 0) return { kind: 'again', after: busySeconds };
  await clearTold(ports, released);
  const { problem, notBefore } = errand;
  if (problem?.kind === 'later') await ports.bells.ringDue(Math.min(problem.after, 900));
  else if (notBefore !== undefined) await ports.bells.ringDue(1);
  await noteActivity(ports, released, jiraUseSince(ports, before));
  return { kind: errand.deed?.outcome ?? 'noted' };
}
