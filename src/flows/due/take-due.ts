/** Which of the due records a worker takes: neither those that wait with their connection, nor those that kill it. */
import type { LinkRecord, Todo } from '../../contract/link-record';
import { appFailed } from '../../core/sync/app-failure';
import { dueTodos } from '../../core/sync/todos';
import { isCulprit, lastTry, takeTogether } from '../../core/sync/todo-deaths';
import { commit } from '../records/commit';
import { parkTodo } from '../records/park-todo';
import type { Ports } from '../ports';

interface Row {
  readonly key: string;
  readonly record: LinkRecord;
}

/** What the portal or a date asks for waits while its connection is archived; pairs of issues stay in step. */
const resting: readonly Todo[] = ['close', 'reopen', 'delete', 'apply', 'escalate'];
const shortestRestMs = 5 * 60_000;
const longestRestMs = 24 * 60 * 60_000;

/** Those to work on now, together. What cannot be worked on leaves the queue of what is due. */
export async function takeDue(ports: Ports, found: readonly Row[]): Promise<Row[]> {
  const awake = await letRest(ports, found);
  const culprits = awake.filter(({ record }) => isCulprit(record));
  await park(ports, culprits);
  return takeTogether(awake.filter((row) => !culprits.includes(row)));
}

async function letRest(ports: Ports, found: readonly Row[]): Promise<Row[]> {
  const now = ports.now();
  const restingOf = ({ record }: Row) => dueTodos(record.todo, now).filter((one) => resting.includes(one));
  if (!found.some((row) => restingOf(row).length > 0)) return [...found];
  const archived = new Map(
    (await ports.connections.list()).flatMap((one) => (one.archived ? [[one.key, one.archived.at]] : [])),
  );
  const asleep = found.filter((row) => archived.has(row.record.connection) && restingOf(row).length > 0);
  await commit(
    ports,
    asleep.map((row) => {
      const { key, record } = row;
      const until = now + restFor(now - (archived.get(record.connection) ?? now));
      const later = Object.fromEntries(restingOf(row).map((todo) => [todo, until]));
      return { key, before: record, after: { ...record, todo: { ...record.todo, ...later } } };
    }),
  );
  return found.filter((row) => !asleep.includes(row));
}

/** As long again as it has rested: whoever restores a connection soon finds it at work soon, and a year costs little. */
function restFor(restedMs: number): number {
  return Math.min(longestRestMs, Math.max(shortestRestMs, restedMs));
}

/** Every one by itself where an admin sees it; a retry tries it once more, alone. */
async function park(ports: Ports, culprits: readonly Row[]): Promise<void> {
  await commit(
    ports,
    culprits.map(({ key, record }) => {
      const suspect = { ...record, died: lastTry };
      const [todo] = dueTodos(record.todo, ports.now());
      const why = appFailed({ name: 'died' });
      const after = todo === undefined ? suspect : parkTodo(suspect, todo, why, ports.now());
      return { key, before: record, after, leaseFor: 0 };
    }),
  );
}
