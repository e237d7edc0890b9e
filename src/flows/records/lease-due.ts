/** Takes due records for a pass, and gives them back with what came of it. */
import type { LinkRecord } from '../../contract/link-record';
import { dueTodos } from '../../core/sync/todos';
import type { Errand } from './errand';
import type { Ports, RecordChange } from '../ports';

/** Longer than a pass works. When it dies, others have their turn after this. */
export const leaseMs = 5 * 60_000;

/** The errands of those that are free, each with its oldest todo. A lost race is left to the winner. */
export async function leaseDue(
  ports: Ports,
  found: readonly { readonly key: string; readonly record: LinkRecord }[],
): Promise<Errand[]> {
  const now = ports.now();
  const wanted = found.flatMap(({ key, record }) => {
    const [todo] = dueTodos(record.todo, now);
    const isLeased = (record.leaseUntil ?? 0) > now;
    return todo === undefined || isLeased ? [] : [{ key, record: structuredClone(record), todo }];
  });
  const saved = await ports.links.saveMany(
    wanted.map(({ key, record }) => changeOf(key, record, { ...record, leaseUntil: now + leaseMs })),
  );
  const leased = wanted.filter(({ key }) => saved.has(key));
  for (const { record } of leased) record.version += 1;
  return leased;
}

/** Longer than the handler of an event may run, and short enough for its next delivery to go on when it died. */
const eventLeaseMs = 60_000;

/** Takes the record of an event before anything is moved. The todo is left behind, should the pass die. */
export async function leaseOne(ports: Ports, { key, record, todo }: Errand): Promise<boolean> {
  const now = ports.now();
  record.todo = { ...record.todo, [todo]: now };
  const saved = await ports.links.saveMany([
    changeOf(key, record, { ...record, leaseUntil: now + eventLeaseMs }),
  ]);
  record.version += 1;
  return saved.has(key);
}

/** Writes down what came of the errands and ends their leases; answers those that were still theirs. */
export async function releaseDue(ports: Ports, errands: readonly Errand[]): Promise<Errand[]> {
  const changes = errands.map(({ key, record }) => {
    const { leaseUntil: _free, ...free } = record;
    return changeOf(key, record, free);
  });
  const saved = await ports.links.saveMany(changes);
  return errands.filter(({ key }) => saved.has(key));
}

function changeOf(key: string, { version }: LinkRecord, record: LinkRecord): RecordChange {
  return { key, expected: version, record: { ...record, version: version + 1 } };
}
