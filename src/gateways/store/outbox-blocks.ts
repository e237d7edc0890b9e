/** Blocks of the outbox as they are stored: an entity, keyed by the number of their first event. */
import { kvs, WhereConditions } from '@forge/kvs';
import { eventsAtOnce } from '../../contract/outbox';
import { type OutboxBlock, upgradeOutboxBlock } from '../../contract/stored/outbox';
import { slices } from '../../core/data/lists';
import type { NumberedEvent, OutboxPage } from '../../flows/ports-outbox';
import { StorageError } from './outage';

export const entityName = 'outbox';
const keysPerRead = 25;

/** The key of the block that begins with this number. */
export const keyOf = (connection: string, first: number) => `${connection}:${String(first)}`;

export interface Row {
  readonly connection: string;
  readonly first: number;
  readonly last: number;
  readonly at: number;
  readonly body: OutboxBlock;
}

/** A block with the columns that are asked by. */
export function rowOf(connection: string, block: OutboxBlock): Row {
  const { first, at, events } = block;
  return { connection, first, last: first + events.length - 1, at, body: block };
}

/** The block that begins with a number. */
export async function blockAt(connection: string, first: number): Promise<OutboxBlock | undefined> {
  const row = await kvs.entity<Row>(entityName).get(keyOf(connection, first));
  return row === undefined ? undefined : upgradeOutboxBlock(row.body);
}

/** The events after a number, block after block by key: a query may lag behind, and serves only to find the first. */
export async function chainFrom(connection: string, after: number, keptSince: number): Promise<OutboxPage> {
  const events: NumberedEvent[] = [];
  let next = after + 1;
  for (;;) {
    const guesses = Array.from({ length: keysPerRead }, (_, index) => next + index);
    const found = await blocksAt(connection, guesses);
    const begun = events.length > 0 || found.has(next) ? undefined : await blockOver(connection, next);
    let block = begun ?? found.get(next);
    if (!block) return events;
    while (block) {
      if (block.at < keptSince) return 'older';
      const from = block.first;
      const fresh = block.events
        .map((event, index) => ({ n: from + index, event }))
        .filter(({ n }) => n > after);
      if (events.length + fresh.length > eventsAtOnce) return events;
      events.push(...fresh);
      next = from + block.events.length;
      block = found.get(next);
    }
  }
}

async function blocksAt(connection: string, firsts: readonly number[]): Promise<Map<number, OutboxBlock>> {
  const answer = await kvs.batchGet<Row>(
    firsts.map((first) => ({ key: keyOf(connection, first), entityName })),
  );
  const failed = answer.failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
  if (failed) throw new StorageError(`Reading the outbox failed: ${failed.error.code}`);
  return new Map(answer.successfulKeys.map(({ value }) => [value.first, upgradeOutboxBlock(value.body)]));
}

/** The block that holds a number without beginning with it. */
async function blockOver(connection: string, n: number): Promise<OutboxBlock | undefined> {
  const { results } = await kvs
    .entity<Row>(entityName)
    .query()
    .index('by-number', { partition: [connection] })
    .where(WhereConditions.greaterThanEqualTo(n))
    .limit(1)
    .getMany();
  const [row] = results.map(({ value }) => value);
  return row && row.first <= n ? upgradeOutboxBlock(row.body) : undefined;
}

/** A page of a connection's blocks, oldest first. */
export async function pageOf(connection: string, limit: number, cursor?: string) {
  const query = kvs
    .entity<Row>(entityName)
    .query()
    .index('by-number', { partition: [connection] })
    .limit(limit);
  return (cursor === undefined ? query : query.cursor(cursor)).getMany();
}

/** Erases blocks for good. */
export async function erase(connection: string, rows: readonly Row[]): Promise<void> {
  for (const some of slices(rows, keysPerRead)) {
    const transaction = kvs.transact();
    for (const { first } of some) transaction.delete(keyOf(connection, first), { entityName });
    await transaction.execute();
  }
}
