/** What the portal asks about its findings. */
import type { PendingChunk, ReceiptHead, Refused } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import type { FindingsAnswer, FindingView, ReceiptAnswer } from '../../contract/portal-api';
import { BadCursor } from '../../core/data/bad-cursor';
import { entryKey } from '../../core/comments/origin';
import { waysOf } from '../../core/comments/ways';
import { inWords, viewComment, type Viewed, viewFinding } from '../../core/portal/finding-view';
import { pageOfReceipt } from '../../core/portal/receipt-page';
import { inParallel } from '../../core/data/in-parallel';
import { groupBy } from '../../core/data/lists';
import { sumOfTallies } from '../../core/data/tally';
import { formerNames, productNow } from '../../core/sync/renames';
import { isPart } from '../../core/sync/pending-mark';
import { type FindingRef, idScope, linkKey, readRef, refText, refTextOf } from '../../core/sync/link-key';
import type { ReadPorts } from '../ports';
import { withGroups } from '../records/with-groups';

const receiptDays = 7;
/** A lookup looks through so much of the queue at most: a backlog must not make it slow. */
const marksLooked = 100;
const receiptsLooked = 30;
/** Chunks that were taken apart, of one request. */
const partsAtMost = 100;
/** Chunks are up to 200 KB each. */
const chunksRead = 20;

/** The state of each finding, in the order asked. */
export async function lookupFindings(
  ports: ReadPorts,
  connection: string,
  findings: readonly FindingRef[],
): Promise<FindingView[]> {
  const { waiting, complete } = await waitingIds(ports, connection);
  const names = await namesOf(ports, connection);
  const viewed = await view(ports, connection, findings.map(names.now), waiting, { complete, names });
  return viewed.map(inWords);
}

/**
 * A page of up to a hundred findings of a connection, and where to go on; undefined when the place is none that this
 * app gave out.
 */
export async function listFindings(
  ports: ReadPorts,
  connection: string,
  after: string | undefined,
): Promise<FindingsAnswer | undefined> {
  const page = await pageAfter(ports, connection, after);
  if (!page) return undefined;
  const { waiting } = await waitingIds(ports, connection);
  const site = await ports.site.url();
  const rows = page.records.filter(({ record }) => !record.group);
  const shown = await withGroups(ports, new Map(rows.map(({ key, record }) => [key, record])));
  const findings = [...shown.values()].map((record) => {
    const finding = { id: record.findingId, product: record.product };
    return viewFinding(named(connection, finding), record, waiting.has(refText(connection, finding)), site);
  });
  return {
    findings: findings.map(inWords),
    ...(page.next === undefined ? {} : { next: toToken(page.next) }),
  };
}

/** Query values are split at commas, which cursors of storage may hold. */
function toToken(cursor: string): string {
  return Buffer.from(cursor).toString('base64url');
}

async function pageAfter(ports: ReadPorts, connection: string, after: string | undefined) {
  const cursor = after === undefined ? undefined : Buffer.from(after, 'base64url').toString();
  if (cursor !== undefined && toToken(cursor) !== after) return undefined;
  try {
    return await ports.links.pageOf(connection, cursor);
  } catch (error) {
    if (error instanceof BadCursor) return undefined;
    throw error;
  }
}

function named(connection: string, finding: FindingRef): FindingRef {
  return idScope(connection) === 'product' ? finding : { id: finding.id };
}

/** What a receipt tells, and how many findings its request names. */
export interface ReadReceipt {
  readonly answer: ReceiptAnswer;
  readonly total: number;
  /** Why each finding of the page is held, waits or was skipped, in their order. */
  readonly reasons: readonly (Reason | undefined)[];
  readonly refused?: Refused | undefined;
}

/** A page of a receipt's findings, for which so many records are read. */
export interface ReceiptPage {
  readonly from: number;
  readonly records: number;
}

/**
 * What became of one request, a page of its findings at a time; undefined when there is no such receipt of this
 * connection, or it is too old. Whether it is done, its chunks tell together with the findings of the page.
 */
export async function readReceipt(
  ports: ReadPorts,
  connection: string,
  receipt: string,
  { from, records }: ReceiptPage,
): Promise<ReadReceipt | undefined> {
  const found = await ports.inbox.receipt(connection, receipt);
  if (!found || ports.now() - found.head.acceptedAt > receiptDays * 86_400_000) return undefined;
  const { head } = found;
  const told =
    head.report?.sameAs === undefined ? found : await ports.inbox.receipt(connection, head.report.sameAs);
  const waiting = told ? await idsWaiting(ports, told, await marksOf(ports, told.head)) : new Set<string>();
  const names = await namesOf(ports, connection);
  const nowOf = (text: string) => refText(connection, names.now(readRef(connection, text)));
  const all = [...new Set(told?.ids.flat().map(nowOf))];
  const page = pageOfReceipt(all, waiting, from, records);
  const asked = page.shown.map((text) => readRef(connection, text));
  const findings = await view(ports, connection, asked, waiting, { read: page.read, names });
  const answer = {
    receipt,
    acceptedAt: new Date(head.acceptedAt).toISOString(),
    done:
      head.report?.named !== false &&
      waiting.size === 0 &&
      findings.every(({ state }) => state !== 'pending'),
    ...(head.report?.resolved !== undefined && { resolved: head.report.resolved }),
    ...(head.report?.incomplete !== undefined && { incomplete: head.report.incomplete }),
    ...(head.report?.parts && {
      new: sumOfTallies(Object.values(head.report.parts).map((part) => part.new)),
    }),
    findings: findings.map(inWords),
    ...(page.next !== undefined && { next: String(page.next) }),
  };
  return { answer, total: all.length, reasons: findings.map(({ why }) => why), refused: head.refused };
}

/** Where the product belongs to the id, it may go by another name now, and its findings still lie under an old one. */
interface Names {
  readonly now: (finding: FindingRef) => FindingRef;
  readonly before: (finding: FindingRef) => FindingRef[];
}

async function namesOf(ports: ReadPorts, connection: string): Promise<Names> {
  const owner = idScope(connection) === 'product' ? await ports.connections.get(connection) : undefined;
  const renames = owner?.renames ?? [];
  const at = ports.now();
  return {
    now: ({ product = '', ...one }) => ({
      ...one,
      ...(owner && { product: productNow(renames, product, at) }),
    }),
    before: ({ id, product = '' }) =>
      formerNames(renames, product, at).map((from) => ({ id, product: from })),
  };
}

/** Chunks are asked for by key, since queries may lag behind; parts of one that was taken apart are in no receipt. */
async function marksOf(
  ports: ReadPorts,
  { connection, receipt, chunks }: ReceiptHead,
): Promise<PendingChunk[]> {
  const marks = await ports.inbox.pending(
    connection,
    chunks.map(({ id }) => id),
  );
  if (marks.size === chunks.length) return [...marks.values()];
  for (const mark of await ports.inbox.pendingOf(connection, chunks.length + partsAtMost, receipt))
    if (isPart(mark.id)) marks.set(mark.id, mark);
  return [...marks.values()];
}

async function view(
  ports: ReadPorts,
  connection: string,
  asked: readonly FindingRef[],
  waiting: ReadonlySet<string>,
  {
    complete = true,
    read,
    names,
  }: { readonly complete?: boolean; readonly read?: ReadonlySet<string>; readonly names: Names },
): Promise<Viewed[]> {
  const keyOf = (finding: FindingRef) => linkKey(connection, finding);
  const wanted = asked.filter((finding) => read?.has(refText(connection, finding)) ?? true);
  const records = await ports.links.getMany(wanted.map(keyOf));
  const former = await ports.links.getMany(
    wanted.filter((one) => !records.has(keyOf(one))).flatMap((one) => names.before(one).map(keyOf)),
  );
  const site = await ports.site.url();
  const known = await withGroups(ports, new Map([...former, ...records]));
  const commentsOf = await readComments(ports, connection, wanted, [...known.values()]);
  return asked.map((finding) => {
    const keys = [finding, ...names.before(finding)].map(keyOf);
    const record = keys.map((key) => known.get(key)).find((one) => one !== undefined);
    const isWaiting = waiting.has(refText(connection, finding));
    if (finding.comment !== undefined)
      return viewComment(
        { ...named(connection, finding), comment: finding.comment },
        record,
        commentsOf(finding, record, isWaiting),
        site,
      );
    // Behind a long queue nobody can say that a finding was never sent.
    return viewFinding(named(connection, finding), record, isWaiting || (!complete && !record), site);
  });
}

/** How comments stand; of findings nothing is read for that. */
async function readComments(
  ports: ReadPorts,
  connection: string,
  wanted: readonly FindingRef[],
  records: readonly LinkRecord[],
) {
  const commented = wanted.filter(({ comment }) => comment !== undefined);
  const owner = commented.length > 0 ? await ports.connections.get(connection) : undefined;
  const threadOf = ({ findingId: id, product }: LinkRecord) => linkKey(connection, { id, product });
  const threads = await ports.threads.readMany(commented.length > 0 ? records.map(threadOf) : []);
  const isOff = owner !== undefined && waysOf(owner).toJira === 'off';
  return ({ id, comment = '' }: FindingRef, record: LinkRecord | undefined, isWaiting: boolean) => {
    const thread = record && threads.get(threadOf(record));
    return { entry: thread?.portal[entryKey(id, comment)], isWaiting, isOff };
  };
}

/** Findings that still lie in the inbox, as far as a long queue is looked through. */
async function waitingIds(
  ports: ReadPorts,
  connection: string,
): Promise<{ waiting: Set<string>; complete: boolean }> {
  const listed = await ports.inbox.pendingOf(connection, marksLooked + 1);
  // The list may be some seconds old, so each mark is asked for again.
  const looked = listed.slice(0, marksLooked).map(({ id }) => id);
  const marks = [...(await ports.inbox.pending(connection, looked)).values()];
  const byReceipt = [...groupBy(marks, ({ receipt }) => receipt)];
  const waiting = new Set<string>();
  await inParallel(byReceipt.slice(0, receiptsLooked), async ([receipt, some]) => {
    const found = await ports.inbox.receipt(
      connection,
      receipt,
      some.map(({ id }) => id),
    );
    for (const id of await idsWaiting(ports, found, some)) waiting.add(id);
  });
  return { waiting, complete: listed.length <= marksLooked && byReceipt.length <= receiptsLooked };
}

/**
 * The ids of those chunks of a request that are marked as pending. They come from the receipt, which is much smaller than
 * the chunks; what waits longer than receipts last, or was taken apart, is read itself.
 */
async function idsWaiting(
  ports: ReadPorts,
  receipt: Awaited<ReturnType<ReadPorts['inbox']['receipt']>>,
  marks: readonly PendingChunk[],
): Promise<Set<string>> {
  const listed = new Map(receipt?.head.chunks.map(({ id }, index) => [id, receipt.ids[index] ?? []]));
  const { now } = await namesOf(ports, receipt?.head.connection ?? marks[0]?.connection ?? '');
  const nowOf = (connection: string, text: string) => refText(connection, now(readRef(connection, text)));
  const known = marks.flatMap(({ connection, id, only }) =>
    (only ?? listed.get(id) ?? []).map((text) => nowOf(connection, text)),
  );
  const unlisted = marks.filter(({ id, only }) => !only && !listed.has(id)).map(({ id }) => id);
  const chunks = await ports.inbox.get(unlisted.slice(0, chunksRead));
  const read = chunks.flatMap(({ connection, items }) =>
    items.map((item) => nowOf(connection, refTextOf(connection, item))),
  );
  return new Set([...known, ...read]);
}
