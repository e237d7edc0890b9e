/** Takes due records for a pass, and gives them back with what came of it. */
import type { LinkRecord } from '../../contract/link-record';
import { eventLeaseMs, isLeased, passLeaseMs } from '../../core/sync/lease';
import { dueTodos } from '../../core/sync/todos';
import { commit } from './commit';
import type { Errand } from './errand';
import type { Ports } from '../ports';

/** The errands of those that are free, each with its oldest todo. A lost race is left to the winner. */
export async function leaseDue(
  ports: Ports,
  found: readonly { readonly key: string; readonly record: LinkRecord }[],
): Promise<Errand[]> {
  const now = ports.now();
  const wanted = found.flatMap(({ key, record }) => {
    const [todo] = dueTodos(record.todo, now);
    return todo === undefined || isLeased(record, now) ? [] : [{ key, record, todo }];
  });
  const saved = await commit(
    ports,
    wanted.map(({ key, record }) => ({ key, before: record, after: record, leaseFor: passLeaseMs })),
  );
  return wanted.flatMap(({ key, record, todo }): Errand[] => {
    const before = saved.get(key);
    return before ? [{ key, before, record: structuredClone(record), todo }] : [];
  });
}

/** Takes the record of an event before anything is moved. The todo is left behind, should the pass die. */
export async function leaseOne(ports: Ports, errand: Errand): Promise<boolean> {
  const { key, before, record, todo } = errand;
  record.todo = { ...record.todo, [todo]: ports.now() };
  const saved = await commit(ports, [
    { key, before, after: structuredClone(record), leaseFor: eventLeaseMs },
  ]);
  errand.before = saved.get(key) ?? before;
  return saved.has(key);
}

/** Writes down what came of the errands and ends their leases; answers those that were still theirs. */
export async function releaseDue(ports: Ports, errands: readonly Errand[]): Promise<Errand[]> {
  const saved = await commit(
    ports,
    errands.map(({ key, before, record }) => ({ key, before, after: record, leaseFor: 0 })),
  );
  return errands.filter(({ key }) => saved.has(key));
}
