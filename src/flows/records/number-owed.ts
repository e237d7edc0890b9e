/** Events that records owe get their numbers, each record and its events in one: told late perhaps, but once. */
import type { LinkRecord } from '../../contract/link-record';
import { eventsAtOnce } from '../../contract/outbox';
import type { StoredEvent } from '../../contract/stored/outbox';
import { failureLine } from '../../core/data/failure-line';
import { groupBy } from '../../core/data/lists';
import { isOfEvent } from '../../core/groups/group-events';
import { storedHearing } from '../../core/sync/hearing';
import { isLeased } from '../../core/sync/lease';
import { without } from '../../core/sync/todos';
import type { Ports, RecordChange } from '../ports';

/** Soon enough for whoever waits, late enough for others to be done with the numbers. */
const againSeconds = 5;

/**
 * Numbers what these records owe, as far as nobody works on them and it is not put off; answers all records as they
 * are now. What gets no number is left to a todo.
 */
export async function numberOwed(
  ports: Ports,
  records: ReadonlyMap<string, LinkRecord>,
): Promise<Map<string, LinkRecord>> {
  const owing = [...records].filter(
    ([, record]) => record.hearing?.owed !== undefined && isTime(record, ports.now()),
  );
  const saved = new Map(records);
  for (const [connection, rows] of groupBy(owing, ([, record]) => record.connection)) {
    const changes = await append(ports, connection, rows);
    for (const { key, record } of changes) saved.set(key, record);
    const hears = changes.length > 0 ? await ports.outbox.hears(connection) : undefined;
    if (hears?.hears === 'push') await ports.bells.ringPush(connection);
  }
  return saved;
}

/** Rings for what got no number although it was time. */
export async function ringForUntold(ports: Ports, records: ReadonlyMap<string, LinkRecord>): Promise<void> {
  const isUntold = (record: LinkRecord) => record.hearing?.owed !== undefined && isTime(record, ports.now());
  if ([...records.values()].some(isUntold)) await ports.bells.ringDue(againSeconds);
}

function isTime(record: LinkRecord, now: number): boolean {
  return !isLeased(record, now) && (record.todo?.tell ?? 0) <= now;
}

/** What could not be numbered must not make what was saved look as if it were not. */
async function append(
  ports: Ports,
  connection: string,
  rows: readonly [string, LinkRecord][],
): Promise<RecordChange[]> {
  try {
    return await ports.outbox.append(connection, rows.map(numberingOf));
  } catch (error) {
    console.warn(failureLine('numbering events', error, { connection }));
    return [];
  }
}

function numberingOf([key, record]: [string, LinkRecord]) {
  // Of a group more may be owed than is told at once: the rest keeps its todo.
  const events = (record.hearing?.owed ?? []).slice(0, eventsAtOnce);
  return {
    events,
    changeFor: (first: number): RecordChange => ({
      key,
      expected: record.version,
      record: told(record, events, first),
    }),
  };
}

/** The record once its events have numbers; those that it goes on asking about are remembered. */
function told(record: LinkRecord, events: readonly StoredEvent[], first: number): LinkRecord {
  const numberOf = (id: string) => {
    const index = events.findLastIndex((event) => isOfEvent(event.id, id));
    return index < 0 ? {} : { n: first + index };
  };
  const { owed = [], ...hearing } = record.hearing ?? {};
  const rest = owed.slice(events.length);
  if (hearing.meant) hearing.meant = { ...hearing.meant, ...numberOf(hearing.meant.event) };
  if (hearing.asked) hearing.asked = { ...hearing.asked, ...numberOf(hearing.asked.event) };
  const { decided } = record;
  return {
    ...record,
    version: record.version + 1,
    ...(decided ? { decided: { ...decided, ...numberOf(decided.event) } } : {}),
    hearing: storedHearing({ ...hearing, ...(rest.length > 0 && { owed: rest }) }),
    todo: rest.length > 0 ? record.todo : without(record.todo, 'tell'),
  };
}
