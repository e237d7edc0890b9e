/** Comments of the portal out of the inbox, into the threads of their findings. */
import type { Connection } from '../../contract/connection';
import type { CommentItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import { type Thread, threadVersion, type WaitingWords } from '../../contract/stored/threads';
import { namePeople } from '../../core/comments/named-people';
import { entryKey } from '../../core/comments/origin';
import {
  emptyThread,
  isNewer,
  waitingEntries,
  withPortalComment,
  wordsKey,
  wordsKeys,
} from '../../core/comments/thread';
import { waysOf } from '../../core/comments/ways';
import { groupBy } from '../../core/data/lists';
import { busySeconds, isLeased } from '../../core/sync/lease';
import { linkKey, refOf, refTextOf } from '../../core/sync/link-key';
import { commit } from '../records/commit';
import type { Ports } from '../ports';
import { findMentioned } from './find-mentioned';

/** What has to stay in the inbox, and for how long (seconds). */
export interface Later {
  readonly ref: string;
  readonly after: number;
  readonly reason: Reason;
}

/** The finding's own snapshot may come behind its comment, or wait in a long queue. */
const soonMs = 10 * 60_000;
const soonSeconds = 20;
const lateSeconds = 900;
const longestMs = 24 * 60 * 60_000;

/** Answers what has to wait: for its finding, for whoever works on that, or for Jira to say whom it names. */
export async function takeComments(
  ports: Ports,
  owner: Connection,
  items: readonly CommentItem[],
): Promise<Later[]> {
  if (items.length === 0 || waysOf(owner).toJira === 'off') return [];
  const byRecord = groupBy(items, (item) => linkKey(owner.key, refOf(item)));
  const records = await ports.links.getMany([...byRecord.keys()]);
  const later: Later[] = [];
  for (const [key, some] of byRecord)
    later.push(...(await takeSome(ports, owner.key, { key, record: records.get(key) }, some)));
  if (later.length < items.length) await ports.bells.ringDue();
  return later;
}

/** A comment on a finding that was never sent is dropped after a day: its receipt says so. */
async function waitFor(
  ports: Ports,
  connection: string,
  key: string,
  items: readonly CommentItem[],
): Promise<Later[]> {
  const now = ports.now();
  const waiting = items.filter(({ acceptedAt }) => now - acceptedAt < longestMs);
  if (waiting.length === 0) await ports.threads.forget([key]);
  return waiting.map((item) => ({
    ref: refTextOf(connection, item),
    after: now - item.acceptedAt < soonMs ? soonSeconds : lateSeconds,
    reason: { code: 'commentBeforeFinding' },
  }));
}

interface Row {
  readonly key: string;
  readonly record: LinkRecord | undefined;
}

/**
 * The thread takes over what it can, whatever its finding is about: of two comments that come one after the other the
 * second must not be written first because it met nobody at work.
 */
async function takeSome(
  ports: Ports,
  connection: string,
  { key, record }: Row,
  items: readonly CommentItem[],
): Promise<Later[]> {
  const wait = (some: readonly CommentItem[], after = busySeconds): Later[] =>
    some.map((item) => ({ ref: refTextOf(connection, item), after, reason: { code: 'busy' } }));
  const { thread, unclear } = await noteComments(ports, key, items);
  if (!record) return waitFor(ports, connection, key, items);
  if (isLeased(record, ports.now()))
    return wait(items, Math.min(busySeconds, Math.ceil((record.leaseUntil - ports.now()) / 1000)));
  const hasWork = items.some(({ comment }) => thread.portal[entryKey(comment.finding, comment.id)]?.waits);
  const after = { ...record, todo: { ...record.todo, talk: ports.now() } };
  const isLost = hasWork && (await commit(ports, [{ key, before: record, after }])).size === 0;
  return isLost ? wait(items) : wait(unclear, 60);
}

/** `unclear`: Jira does not say whom these name. */
async function noteComments(ports: Ports, key: string, items: readonly CommentItem[]) {
  const before = (await ports.threads.readMany([key])).get(key) ?? emptyThread();
  const fresh = items.filter((item) =>
    isNewer(before.portal[entryKey(item.comment.finding, item.comment.id)], item),
  );
  const words = new Map<string, WaitingWords>();
  const unclear: CommentItem[] = [];
  // In order of their versions, so that of two of one comment the later one stays.
  for (const item of [...fresh].sort((a, b) => a.seenAt - b.seenAt)) {
    const said = item.comment.deleted ? undefined : await wordsIn(ports, item);
    if (said === 'later') unclear.push(item);
    else if (said)
      words.set(wordsKey(entryKey(item.comment.finding, item.comment.id), { at: item.seenAt }), said);
  }
  // Before the thread that says that they wait.
  await ports.threads.putWords(key, words);
  const taken = fresh.filter((item) => !unclear.includes(item));
  const thread = await ports.threads.change(key, (now) => taken.reduce(withPortalComment, now));
  await dropReplaced(ports, key, waitingEntries(before), thread);
  return { thread, unclear };
}

/** Words of versions that others came in place of before they were written. */
async function dropReplaced(
  ports: Ports,
  key: string,
  waited: ReturnType<typeof waitingEntries>,
  { portal }: Thread,
): Promise<void> {
  const replaced = waited.filter(([place, { at }]) => portal[place]?.at !== at);
  if (replaced.length > 0) await ports.threads.dropWords(key, wordsKeys(replaced));
}

async function wordsIn(ports: Ports, { comment }: CommentItem): Promise<WaitingWords | 'later'> {
  const { body, people } = namePeople(comment.body, comment.mentions);
  const found = await findMentioned(ports, people);
  if (!found) return 'later';
  return { v: threadVersion, author: comment.author, body, people: found, at: ports.now() };
}
