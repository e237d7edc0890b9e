/**
 * The outbox: an entity of blocks of events, keyed by the number of their first. A block is written only where none is,
 * in one transaction with the records that owed its events: numbers have no gaps, and nothing is numbered twice.
 */
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { eventsAtOnce, outboxDays } from '../../contract/outbox';
import { type OutboxBlock, outboxVersion, upgradeOutboxBlock } from '../../contract/stored/outbox';
import type { Connections, RecordChange } from '../../flows/ports';
import type { Numbering, Outbox, OutboxPage } from '../../flows/ports-outbox';
import { heardKey, readHeard, withHeard } from './heard';
import { setRecord, standing } from './links';
import { blockAt, chainFrom, entityName, erase, keyOf, pageOf, type Row, rowOf } from './outbox-blocks';
import { isDone } from './transactions';

const nextKey = (connection: string) => `outbox-next:${connection}`;
const oldestKey = (connection: string) => `outbox-oldest:${connection}`;
/** A transaction takes 25 operations, one of them the block. */
const recordsAtOnce = 24;
/** A stored value takes 240 KiB, and comments may be long. */
const charactersAtOnce = 60_000;
const rounds = 5;
/** The next number is written down this rarely: from there the blocks lead on to it. */
const stride = 8;
const keptMs = outboxDays * 86_400_000;

/** The outbox of this installation. */
export function createOutbox(now: () => number, connections: Pick<Connections, 'get'>): Outbox {
  const known = new Map<string, ReturnType<Outbox['hears']>>();
  /** The next number of each connection as this invocation last saw it, and how many blocks from where it is written. */
  const heads = new Map<string, { next: number; blocks: number }>();

  async function headOf(connection: string): Promise<{ next: number; blocks: number }> {
    let head = heads.get(connection) ?? {
      next: (await kvs.get<number>(nextKey(connection))) ?? 1,
      blocks: 0,
    };
    for (;;) {
      const block = await blockAt(connection, head.next);
      if (!block) break;
      head = { next: block.first + block.events.length, blocks: head.blocks + 1 };
    }
    heads.set(connection, head);
    return head;
  }

  async function writeNext(connection: string, next: number): Promise<void> {
    await kvs.set(nextKey(connection), next);
    heads.set(connection, { next, blocks: 0 });
  }

  /** One transaction: answers what was saved. */
  async function appendSome(connection: string, some: readonly Numbering[]): Promise<RecordChange[]> {
    let rest = some;
    for (let round = 1; rest.length > 0 && round <= rounds; round += 1) {
      const { next: first, blocks } = await headOf(connection);
      const { changes, block } = numbered(rest, first, now());
      if (await isWritten(connection, block, changes)) {
        const next = first + block.events.length;
        heads.set(connection, { next, blocks: blocks + 1 });
        if (blocks + 1 >= stride) await writeNext(connection, next);
        return changes;
      }
      const stand = await standing(changes);
      rest = rest.filter((_, index) => stand.has(changes[index]?.key ?? ''));
    }
    return [];
  }

  return {
    hears(connection) {
      const asking =
        known.get(connection) ??
        connections.get(connection).then((found) => (found?.hears === undefined ? undefined : found));
      known.set(connection, asking);
      return asking;
    },
    async append(connection, numberings) {
      const saved: RecordChange[] = [];
      for (const some of inBlocks(numberings)) saved.push(...(await appendSome(connection, some)));
      return saved;
    },
    async read(connection, after): Promise<OutboxPage> {
      const events = await chainFrom(connection, after, now() - keptMs);
      if (events === 'older' || events.length > 0) return events;
      const { oldest, next } = await this.reach(connection);
      if (after + 1 < oldest) return 'older';
      return after + 1 > next ? 'newer' : [];
    },
    async reach(connection) {
      const { next } = await headOf(connection);
      return { next, oldest: (await kvs.get<number>(oldestKey(connection))) ?? 1 };
    },
    async beginAnew(connection) {
      const { next } = await headOf(connection);
      const first = next > 1 ? next + 1 : 1;
      await writeNext(connection, first);
      await kvs.set(oldestKey(connection), first);
    },
    receipts: readHeard,
    async noteReceipt(connection, receipt) {
      const after = withHeard(await readHeard(connection), receipt);
      if (after) await kvs.set(heardKey(connection), after);
    },
    async eraseBefore(connection, before) {
      const page = (await pageOf(connection, recordsAtOnce)).results;
      const old = page.map(({ value }) => value).filter(({ at }) => at < before);
      if (old.length === 0) return false;
      const { next } = await headOf(connection);
      await writeNext(connection, next);
      await kvs.set(oldestKey(connection), Math.max(...old.map(({ last }) => last)) + 1);
      await erase(connection, old);
      return old.length === recordsAtOnce;
    },
    async forget(connection) {
      const { results } = await pageOf(connection, recordsAtOnce);
      await erase(
        connection,
        results.map(({ value }) => value),
      );
      if (results.length === recordsAtOnce) return true;
      for (const key of [nextKey, oldestKey, heardKey].map((of) => of(connection))) await kvs.delete(key);
      heads.delete(connection);
      return false;
    },
    async walk(connection, cursor) {
      const page = await pageOf(connection, 100, cursor);
      const blocks = page.results.map(({ value }) => upgradeOutboxBlock(value.body));
      return { blocks, ...(page.nextCursor === undefined ? {} : { next: page.nextCursor }) };
    },
    async rewrite(connection, block) {
      await kvs.entity<Row>(entityName).set(keyOf(connection, block.first), rowOf(connection, block));
    },
  };
}

/** As many records as fit a transaction, with as many events as are told at once and fit a stored value. */
function inBlocks(numberings: readonly Numbering[]): Numbering[][] {
  const blocks: Numbering[][] = [];
  let events = 0;
  let characters = 0;
  for (const one of numberings) {
    const size = JSON.stringify(one.events).length;
    const last = blocks.at(-1);
    if (
      last &&
      last.length < recordsAtOnce &&
      events + one.events.length <= eventsAtOnce &&
      characters + size <= charactersAtOnce
    ) {
      last.push(one);
      events += one.events.length;
      characters += size;
    } else {
      blocks.push([one]);
      events = one.events.length;
      characters = size;
    }
  }
  return blocks;
}

function numbered(numberings: readonly Numbering[], first: number, at: number) {
  let n = first;
  const changes = numberings.map(({ events, changeFor }) => {
    const change = changeFor(n);
    n += events.length;
    return change;
  });
  const block: OutboxBlock = {
    v: outboxVersion,
    first,
    at,
    events: numberings.flatMap(({ events }) => events),
  };
  return { changes, block };
}

/** False when somebody else took the number, or changed one of the records. */
function isWritten(
  connection: string,
  block: OutboxBlock,
  changes: readonly RecordChange[],
): Promise<boolean> {
  const transaction = kvs.transact().set(keyOf(connection, block.first), rowOf(connection, block), {
    entityName,
    conditions: new Filter<Row>().and('first', FilterConditions.notExists()),
  });
  for (const change of changes) setRecord(transaction, change);
  return isDone(transaction);
}
