/** What portals are to hear gets its numbers before anything else that is due; what cannot be numbered is put off. */
import type { LinkRecord } from '../../contract/link-record';
import { isLeased } from '../../core/sync/lease';
import { dueTodos, without } from '../../core/sync/todos';
import type { Ports } from '../ports';
import { commit } from '../records/commit';
import { numberOwed } from '../records/number-owed';

interface Row {
  readonly key: string;
  readonly record: LinkRecord;
}

const minuteMs = 60_000;
const longestMs = 6 * 60 * minuteMs;

/** Answers the records that there is more to do for, and whether the others have left the queue of what is due. */
export async function tellOwed(
  ports: Ports,
  found: readonly Row[],
): Promise<{ readonly rows: Row[]; readonly isTold: boolean }> {
  const after = await putOff(ports, await numbered(ports, found));
  const now = ports.now();
  return {
    // Of one that cannot be read nobody knows what is due: it is taken out of the queue like the others.
    rows: after.filter(
      ({ record }) =>
        record.unreadable !== undefined || dueTodos(without(record.todo, 'tell'), now).length > 0,
    ),
    isTold: after.every(({ record }) => !isDue(record, now)),
  };
}

/** All together, and then each by itself: one that storage does not take must not hold up the others. */
async function numbered(ports: Ports, found: readonly Row[]): Promise<Row[]> {
  const together = await number(ports, found);
  const left = together.filter(({ record }) => isDue(record, ports.now()));
  const alone = new Map<string, Row>();
  for (const row of left) alone.set(row.key, await numberAlone(ports, row));
  return together.map((row) => alone.get(row.key) ?? row);
}

/** As long as some of what it owes gets a number: more may be owed than is told at once. */
async function numberAlone(ports: Ports, row: Row): Promise<Row> {
  const [next = row] = await number(ports, [row]);
  const goesOn = next.record.version > row.record.version && isDue(next.record, ports.now());
  return goesOn ? numberAlone(ports, next) : next;
}

async function number(ports: Ports, rows: readonly Row[]): Promise<Row[]> {
  const after = await numberOwed(ports, new Map(rows.map(({ key, record }) => [key, record])));
  return rows.map(({ key, record }) => ({ key, record: after.get(key) ?? record }));
}

function isDue({ todo }: LinkRecord, now: number): boolean {
  return todo?.tell !== undefined && todo.tell <= now;
}

/** Tried ever more rarely: after as long as it has been owed. What somebody else works on is theirs. */
async function putOff(ports: Ports, rows: readonly Row[]): Promise<Row[]> {
  const now = ports.now();
  const stuck = rows.filter(({ record }) => isDue(record, now) && !isLeased(record, now));
  const saved = await commit(
    ports,
    stuck.map(({ key, record }) => {
      const since = record.hearing?.owed?.[0]?.at ?? now;
      const tell = now + Math.min(longestMs, Math.max(minuteMs, now - since));
      return { key, before: record, after: { ...record, todo: { ...record.todo, tell } } };
    }),
  );
  return rows.map(({ key, record }) => ({ key, record: saved.get(key) ?? record }));
}
