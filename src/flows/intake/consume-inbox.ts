/** Works off chunks that the bell named. */
import {
  type InboxChunk,
  type InboxItem,
  isCommentItem,
  isFindingItem,
  isReportItem,
  type PendingChunk,
} from '../../contract/inbox';
import { type MaskedCounts, totalCounts } from '../../contract/masking';
import { summarize } from '../../core/activity/summarize';
import type { Connection } from '../../contract/connection';
import { groupBy } from '../../core/data/lists';
import { renamedItem, renamedRef } from '../../core/sync/renamed-item';
import { dayMs } from '../../core/activity/totals';
import { failureOf, unreadableChunkCause } from '../../core/sync/app-failure';
import { refTextOf } from '../../core/sync/link-key';
import {
  answersTo,
  begun,
  interrupted,
  isPart,
  isSuspect,
  newMark,
  postponed,
} from '../../core/sync/pending-mark';
import type { Applied } from '../apply/applied';
import { applyItems } from '../apply/apply-items';
import { isHolding } from '../../core/portal/is-holding';
import { jiraUseSince } from '../activity/jira-use';
import { takeComments } from '../comments/take-comments';
import { actOnWord } from './confirm-report';
import { busySeconds, nameReport } from './name-report';
import { moveAhead } from '../rename/move-ahead';
import type { Ports } from '../ports';
import { isolate } from './isolate';
import { parkItem } from './park-item';
import type { NewChunk } from '../records/put-chunks';

/** A bell may ring this soon at most; what must wait longer is left to the sweep. */
const longestBellSeconds = 900;

/** What rings: its id stands in the marks of the chunks that it may ring for. Older versions gave it none. */
export interface Ringing {
  readonly id?: string | undefined;
  readonly connection?: string | undefined;
  readonly chunks: readonly string[];
}

/** Works off the chunks and removes those that are settled; the others ring again when their time has come. */
export async function consumeInbox(
  ports: Ports,
  { id: bell, connection, chunks: ids }: Ringing,
): Promise<void> {
  const read = await ports.inbox.get(ids);
  const chunks = read.filter(({ unreadable }) => !unreadable);
  const owner = connection ?? chunks[0]?.connection;
  if (owner === undefined) return;
  const marks = await ports.inbox.pending(owner, ids);
  // A worker that came second may have marked a chunk again that the first had just finished.
  for (const id of marks.keys())
    if (!read.some((chunk) => chunk.id === id)) await ports.inbox.remove(owner, id);
  for (const { id, unreadable } of read) {
    const mark = marks.get(id);
    if (unreadable && mark) await keepUnreadable(ports, mark);
  }
  const waiting = chunks.flatMap((chunk): NewChunk[] => {
    const mark = marks.get(chunk.id) ?? (bell === undefined ? newMark(chunk, '') : undefined);
    return mark && answersTo(mark, bell) ? [{ chunk, mark }] : [];
  });
  for (const [key, group] of groupBy(waiting, ({ chunk }) => chunk.connection))
    await consumeGroup(ports, key, group);
}

/** What cannot be read is kept, shown, and tried again once a day: a newer version may read it. */
async function keepUnreadable(ports: Ports, mark: PendingChunk): Promise<void> {
  const reason = { code: 'unreadableChunk', reference: mark.id } as const;
  await ports.causes.note(unreadableChunkCause(mark.id), reason, ports.now());
  await ports.inbox.mark([{ ...mark, notBefore: ports.now() + dayMs }]);
}

async function consumeGroup(ports: Ports, connection: string, waiting: readonly NewChunk[]): Promise<void> {
  const owner = await ports.connections.get(connection);
  if (owner && isHolding(owner)) return;
  if (!owner) {
    // The connection was deleted meanwhile: nobody is left who could ask for these findings.
    for (const { chunk } of waiting) await ports.inbox.remove(connection, chunk.id);
    return;
  }
  const named = waiting.map((one) => underNewName(one, owner, ports.now()));
  await isolate(
    ports,
    named.filter(({ mark }) => isSuspect(mark)),
  );
  const trusted = named.filter(({ mark }) => !isSuspect(mark));
  if (trusted.length > 0) await work(ports, owner, trusted);
}

/** Notes that somebody begins before anything is done: what the work does to this process is then known. */
async function work(ports: Ports, connection: Connection, waiting: readonly NewChunk[]): Promise<void> {
  const marks = waiting.map(({ mark }) => begun(mark, ports.now()));
  await ports.inbox.mark(marks);
  try {
    await workOff(ports, connection, waiting);
  } catch (error) {
    if (await isOver(ports, waiting, marks, error)) return;
    throw error;
  }
}

/**
 * What follows when the work threw. Storage's failures are nobody's fault; a finding alone that makes the app throw is
 * parked with what was thrown. Everything else is left to the next try, which may have to take the chunks apart.
 */
async function isOver(
  ports: Ports,
  waiting: readonly NewChunk[],
  marks: readonly PendingChunk[],
  error: unknown,
): Promise<boolean> {
  if (ports.isOutage(error)) {
    const before = waiting.map(({ mark }, index) => interrupted(mark, marks[index] ?? mark));
    // Where storage cannot even take that, one more death is counted than there was.
    await ports.inbox.mark(before).catch(() => undefined);
    return false;
  }
  const items = waiting.flatMap(itemsLeft);
  const [first, more] = items;
  const [mark] = marks;
  if (!first || more || !mark || !isSuspect(mark)) return false;
  await parkItem(ports, mark.connection, first, failureOf(error));
  for (const { chunk } of waiting) await ports.inbox.remove(chunk.connection, chunk.id);
  return true;
}

async function workOff(ports: Ports, owner: Connection, waiting: readonly NewChunk[]): Promise<void> {
  const connection = owner.key;
  const before = ports.jiraUse();
  const { items, later } = await applyAll(ports, owner, waiting.flatMap(itemsLeft));
  const waits = new Map(later.map((one) => [one.ref, one]));
  const bell = ports.newId();
  for (const one of waiting) {
    const left = itemsLeft(one).flatMap((item) => waits.get(refTextOf(connection, item)) ?? []);
    if (left.length === 0) await ports.inbox.remove(connection, one.chunk.id);
    else await postpone(ports, one.mark, `${bell}-${one.chunk.id}`, left);
  }
  // A report that was only named, or a comment that waits for its finding, did nothing yet: what comes of it tells itself.
  if (items.length === 0) return;
  const use = jiraUseSince(ports, before);
  const masked = maskedIn(waiting);
  await ports.activity.add(
    summarize({ id: ports.newId(), at: ports.now(), connection, ...use, ...(masked && { masked }) }, items),
  );
}

/** Told once, by whoever works a chunk off first. */
function maskedIn(waiting: readonly NewChunk[]): MaskedCounts | undefined {
  const first = waiting.filter(({ chunk, mark }) => mark.attempts === 0 && !isPart(chunk.id));
  return totalCounts(first.map(({ chunk }) => chunk.masked ?? {}));
}

function itemsLeft({ chunk, mark: { only } }: NewChunk): InboxChunk['items'] {
  return only ? chunk.items.filter((item) => only.includes(refTextOf(chunk.connection, item))) : chunk.items;
}

/** What was sent under the old name of a product was sent about the new one. */
function underNewName({ chunk, mark }: NewChunk, { renames = [] }: Connection, now: number): NewChunk {
  if (renames.length === 0) return { chunk, mark };
  const items = chunk.items.map((item) => renamedItem(item, renames, now));
  const only = mark.only?.map((ref) => renamedRef(chunk.connection, ref, renames, now));
  return { chunk: { ...chunk, items }, mark: { ...mark, ...(only && { only }) } };
}

/** Reports are named first; what they hand on comes with chunks and bells of its own. */
async function applyAll(ports: Ports, owner: Connection, all: readonly InboxItem[]): Promise<Applied> {
  const connection = owner.key;
  const busy = await moveAhead(ports, owner, all);
  const items = all.filter((item) => !busy.has(refTextOf(connection, item)));
  const applied = await applyItems(ports, connection, items.filter(isFindingItem));
  const comments = await takeComments(ports, owner, items.filter(isCommentItem));
  const later = [...applied.later, ...comments];
  for (const ref of busy) later.push({ ref, after: busySeconds, reason: { code: 'busy' } });
  for (const item of items.filter(isReportItem)) {
    const after = await (item.report.confirmed === true ? actOnWord : nameReport)(ports, connection, item);
    if (after !== undefined)
      later.push({ ref: refTextOf(connection, item), after, reason: { code: 'busy' } });
  }
  return { items: applied.items, later };
}

async function postpone(
  ports: Ports,
  before: PendingChunk,
  bell: string,
  waits: Applied['later'],
): Promise<void> {
  const delay = Math.max(1, ...waits.map(({ after }) => after));
  const mark = postponed(before, bell, ports.now() + delay * 1000, waits);
  await ports.inbox.mark([mark]);
  if (delay <= longestBellSeconds) await ports.bells.ring(mark.connection, bell, [mark.id], delay);
}
