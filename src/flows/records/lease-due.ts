/** Takes due records for a pass, and gives them back with what came of it. */
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { hasBegun, noteAhead } from '../../core/sync/begun';
import { eventLeaseMs, isLeased, passLeaseMs } from '../../core/sync/lease';
import { beginsWith } from '../../core/sync/todo-deaths';
import { dueTodos, without } from '../../core/sync/todos';
import { commit } from './commit';
import type { Errand } from './errand';
import type { Ports } from '../ports';
import { takeOver } from './take-over';

/**
 * The errands of those that are free, each with its oldest todo. A lost race is left to the winner. What is about to be
 * moved is noted with the lease.
 */
export async function leaseDue(
  ports: Ports,
  found: readonly { readonly key: string; readonly record: LinkRecord }[],
  settings: SettingsDocument,
): Promise<Errand[]> {
  await parkUnreadable(ports, found);
  const now = ports.now();
  const wanted = found.flatMap(({ key, record }) => {
    const [todo] = dueTodos(without(record.todo, 'tell'), now);
    return todo === undefined || isLeased(record, now) ? [] : [{ key, record, todo }];
  });
  const saved = await commit(
    ports,
    wanted.map(({ key, record, todo }) => {
      const after = structuredClone(record);
      noteAhead(after, todo, settings);
      after.died = beginsWith(record, wanted.length);
      return { key, before: record, after, leaseFor: passLeaseMs };
    }),
  );
  return wanted.flatMap(({ key, record, todo }): Errand[] => {
    const before = saved.get(key);
    if (!before) return [];
    const left = hasBegun(record);
    return [{ key, before, record: structuredClone(before), todo, left, hidden: new Set() }];
  });
}

/** What cannot be read cannot be done: it leaves the queue of what is due, and stays held. */
async function parkUnreadable(
  ports: Ports,
  found: readonly { readonly key: string; readonly record: LinkRecord }[],
): Promise<void> {
  const broken = found.filter(
    ({ record }) => record.unreadable !== undefined && !isLeased(record, ports.now()),
  );
  await commit(
    ports,
    broken.map(({ key, record }) => ({ key, before: record, after: record, leaseFor: 0 })),
  );
}

/** Takes the record of an event before anything is moved. The todo is left behind, should the pass die. */
export async function leaseOne(ports: Ports, errand: Errand): Promise<boolean> {
  const { key, before, record, todo, heard } = errand;
  record.todo = { ...record.todo, [todo]: ports.now() };
  const saved = await commit(ports, [
    { key, before, after: structuredClone(record), leaseFor: eventLeaseMs, ...asHeard(heard) },
  ]);
  goOnWith(errand, saved.get(key));
  return saved.has(key);
}

/** Notes in storage what is about to be moved, where the lease did not foresee it. Answers those that are still held. */
export async function noteMoves(ports: Ports, errands: readonly Errand[]): Promise<Set<Errand>> {
  const saved = await commit(
    ports,
    errands.map(({ key, before, record, heard }) => ({
      key,
      before,
      after: structuredClone({ ...record, leaseUntil: before.leaseUntil }),
      ...asHeard(heard),
    })),
  );
  for (const errand of errands) goOnWith(errand, saved.get(errand.key));
  return new Set(errands.filter(({ key }) => saved.has(key)));
}

/** Writes down what came of the errands and ends their leases; answers those that were still theirs. */
export async function releaseDue(ports: Ports, errands: readonly Errand[]): Promise<Errand[]> {
  const saved = await commit(
    ports,
    errands.map(({ key, before, record, heard, tells }) => ({
      key,
      before,
      after: record,
      leaseFor: 0,
      ...asHeard(heard),
      ...(tells ? { tells } : {}),
    })),
  );
  for (const errand of errands) errand.before = saved.get(errand.key) ?? errand.before;
  return errands.filter(({ key }) => saved.has(key));
}

function goOnWith(errand: Errand, saved: LinkRecord | undefined): void {
  if (!saved) return;
  errand.before = saved;
  takeOver(errand.record, saved);
}

function asHeard(heard: Errand['heard']) {
  return heard ? { heard } : {};
}
