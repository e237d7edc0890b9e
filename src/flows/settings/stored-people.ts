/** Where account ids lie in storage, and since when. */
import type { Finding } from '../../contract/finding';
import type { InboxChunk } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import type { OutboxBlock } from '../../contract/stored/outbox';
import { isAccount, peopleIn } from '../../core/settings/people';
import { slices } from '../../core/data/lists';
import { inboxShare } from '../intake/pending-chunks';
import type { NumberedDeed, Ports, StoredVersion } from '../ports';
import type { KeptWords } from '../ports-threads';

const chunksAtOnce = 5;
const deedsAtOnce = 25;
/** Storage takes 4,000 units a minute from everybody together: a look through all of it takes half of them at most. */
const msAUnit = 30;
/** A chunk is packed to about a fifth of its text, and a unit holds 10 KB. */
const textAUnit = 50_000;

/** The account ids that are stored, each with the time (ms) that the oldest mention of it dates from. */
export async function storedPeople(ports: Ports): Promise<Map<string, number>> {
  const oldest = new Map<string, number>();
  const note = (ids: readonly (string | undefined)[], at: number) => {
    for (const id of ids) if (isAccount(id)) oldest.set(id, Math.min(oldest.get(id) ?? at, at));
  };
  for await (const { saved } of allVersions(ports)) note([saved.by, ...peopleIn(saved.value)], saved.at);
  for (const { createdBy, createdAt, archived } of await ports.connections.list()) {
    note([createdBy], createdAt);
    if (archived) note([archived.by], archived.at);
  }
  for await (const { deed } of allDeeds(ports)) note([deed.by], deed.at);
  for (const [id, at] of await ports.snapshots.people()) note([id], at);
  for await (const { block } of outboxBlocks(ports)) note(peopleIn(block.events), block.at);
  for await (const { words } of waitingWords(ports)) note(peopleIn(words.people), words.at);
  for await (const { record } of heldFindings(ports)) note([assigneeOf(record.held)], record.seenAt);
  for await (const chunk of waitingChunks(ports))
    for (const { finding } of snapshotsOf(chunk)) note([assigneeOf(finding)], chunk.acceptedAt);
  return oldest;
}

/** All versions of all settings. */
export async function* allVersions(ports: Ports): AsyncGenerator<StoredVersion> {
  let cursor: string | undefined;
  do {
    const page = await ports.settings.walk(cursor);
    yield* page.versions;
    cursor = page.next;
  } while (cursor !== undefined);
}

/** What was done to connections. */
export async function* allDeeds(ports: Ports): AsyncGenerator<NumberedDeed> {
  let page = await ports.deeds.page(undefined, deedsAtOnce);
  while (page.length > 0) {
    yield* page;
    page = await ports.deeds.page((page.at(-1)?.n ?? 1) - 1, deedsAtOnce);
  }
}

/** What portals are to hear, of every connection. */
export async function* outboxBlocks(
  ports: Ports,
): AsyncGenerator<{ readonly connection: string; readonly block: OutboxBlock }> {
  for (const { key: connection } of await ports.connections.list()) {
    let cursor: string | undefined;
    do {
      const page = await ports.outbox.walk(connection, cursor);
      yield* page.blocks.map((block) => ({ connection, block }));
      cursor = page.next;
    } while (cursor !== undefined);
  }
}

/** Comments of portals that are not written yet. */
export async function* waitingWords(ports: Ports): AsyncGenerator<KeptWords> {
  let cursor: string | undefined;
  do {
    const page = await ports.threads.walkWords(cursor);
    yield* page.words;
    cursor = page.next;
  } while (cursor !== undefined);
}

/** Records that keep their whole finding, because something holds it up. */
export async function* heldFindings(ports: Ports): AsyncGenerator<{ key: string; record: LinkRecord }> {
  for (const { cause } of await ports.causes.list()) {
    let cursor: string | undefined;
    do {
      const page = await ports.links.heldPage(cause, cursor);
      await ports.pause(page.units * msAUnit);
      yield* page.records.filter(({ record }) => record.held !== undefined);
      cursor = page.next;
    } while (cursor !== undefined);
  }
}

/** What was accepted and is not worked off, as with a paused connection. */
export async function* waitingChunks(ports: Ports): AsyncGenerator<InboxChunk> {
  for (const { key } of await ports.connections.list()) {
    const marks = await ports.inbox.pendingOf(key, inboxShare);
    const ids = marks.map(({ id }) => id);
    for (const some of slices(ids, chunksAtOnce)) {
      const chunks = await ports.inbox.get(some);
      await ports.pause(Math.ceil(JSON.stringify(chunks).length / textAUnit) * msAUnit);
      yield* chunks;
    }
  }
}

function snapshotsOf({ items }: InboxChunk) {
  return items.filter((item) => 'finding' in item);
}

/** The account that a finding names. */
export function assigneeOf(finding: Finding | undefined): string | undefined {
  return finding?.assignee?.accountId;
}
