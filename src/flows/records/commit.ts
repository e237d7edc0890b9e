/**
 * The only place that writes link records. What every change of a record has in common is done here, once: it takes
 * place only if nobody else changed the record (compare-and-set), the version is counted on, the lease is taken, given
 * back or left, the pointers of its issues follow, and what holds the finding up is noted where an admin sees it.
 */
import type { LinkRecord } from '../../contract/link-record';
import type { Thread } from '../../contract/stored/threads';
import { issuesThere } from '../../core/sync/issues';
import { withStandingMembers } from '../../core/sla/group-clocks';
import { withStandstill } from '../../core/sla/standstill';
import { issueIdsOf, pointersBetween } from '../../core/sync/pointers';
import { whenIssueComes } from '../../core/sync/todos';
import type { Ports, RecordChange } from '../ports';
import type { OwnedIssue } from '../ports-pointers';
import { keepCauses, noteCauses } from './held-causes';
import { numberOwed, ringForUntold } from './number-owed';
import { type Heard, oweEvents } from './owe-events';

/** A record before and after a change. */
export interface Change {
  readonly key: string;
  /** The record as it lies in storage; undefined: there must be none. */
  readonly before: LinkRecord | undefined;
  /** What it becomes. Its version does not matter. */
  readonly after: LinkRecord;
  /** For how long (ms) the writer keeps the record to itself; 0 gives it back. Absent: the lease is as `after` has it. */
  readonly leaseFor?: number;
  /** Whose deed on which issue it notes, and when that was (ms), as Jira told it. */
  readonly heard?: Heard;
  /** What its thread of comments tells, as far as the record has not taken it over. */
  readonly tells?: Thread['telling'];
}

/**
 * Writes changes, each by itself: answers the records as they lie in storage now, by key. Those that are missing were
 * changed by somebody else meanwhile, or name an issue that belongs to another record: nothing of them is written.
 * @throws what storage said when it could not write
 */
export async function commit(ports: Ports, changes: readonly Change[]): Promise<Map<string, LinkRecord>> {
  if (changes.length === 0) return new Map();
  const owing = await stopClocks(ports, await oweEvents(ports, changes.map(withIssue(ports.now()))));
  const next = owing.map((change) => changeOf(change, ports.now()));
  await noteCauses(
    ports,
    next.map(({ record }) => record),
  );
  const saved = await ports.links.saveMany(await ownable(ports, changes, next));
  const written = changes.filter(({ key }) => saved.has(key));
  await ports.pointers.release(written.flatMap((change) => ownedBy(change, 'freed')));
  if (owing.some(({ key, after }, at) => saved.has(key) && wakesUp(changes[at]?.after, after)))
    await ports.bells.ringDue(1);
  const records = new Map(next.filter(({ key }) => saved.has(key)).map(({ key, record }) => [key, record]));
  await keepCauses(ports, records.values());
  const told = await numberOwed(ports, records);
  await ringForUntold(ports, told);
  return told;
}

/** What waited for an issue of its finding is due once there is one. */
function withIssue(now: number): (change: Change) => Change {
  return (change) => {
    const { todo } = change.after;
    if (todo?.talk !== whenIssueComes || issuesThere(change.after).length === 0) return change;
    return { ...change, after: { ...change.after, todo: { ...todo, talk: now } } };
  };
}

/** What the save itself made due. */
function wakesUp(wanted: LinkRecord | undefined, saved: LinkRecord): boolean {
  const [asked, todo] = [wanted?.todo, saved.todo];
  return (
    (asked?.talk === whenIssueComes && todo?.talk !== whenIssueComes) ||
    (asked?.apply === undefined && todo?.apply !== undefined)
  );
}

/**
 * Writes changes of records whose issues stay whose they are, all of them or none: answers the records as they lie in
 * storage now; undefined when somebody else changed one of them meanwhile. At most 25.
 * @throws what storage said when it could not write
 */
export async function commitTogether(
  ports: Ports,
  changes: readonly Change[],
): Promise<Map<string, LinkRecord> | undefined> {
  if (changes.length === 0) return new Map();
  const next = (await stopClocks(ports, await oweEvents(ports, changes))).map((change) =>
    changeOf(change, ports.now()),
  );
  await noteCauses(
    ports,
    next.map(({ record }) => record),
  );
  if (!(await ports.links.saveTogether(next))) return undefined;
  await keepCauses(
    ports,
    next.map(({ record }) => record),
  );
  return numberOwed(ports, new Map(next.map(({ key, record }) => [key, record])));
}

/** Whatever accepts a finding, or ends that, stops its clocks or lets them run. */
async function stopClocks(ports: Ports, changes: readonly Change[]): Promise<readonly Change[]> {
  if (!changes.some(({ after }) => after.sla)) return changes;
  const { document } = await ports.settings.read();
  return changes.map((change) => ({
    ...change,
    after: withStandstill(
      change.before,
      change.after.sla ? withStandingMembers(change.after, document, ports.now()) : change.after,
      document,
      ports.now(),
    ),
  }));
}

function changeOf({ key, before, after, leaseFor }: Change, now: number): RecordChange {
  const record = leaseFor === undefined ? { ...after } : { ...after, leaseUntil: now + leaseFor };
  if (leaseFor === 0) delete record.leaseUntil;
  record.version = (before?.version ?? 0) + 1;
  return { key, expected: before?.version, record };
}

function ownedBy({ key, before, after }: Change, which: 'taken' | 'freed'): OwnedIssue[] {
  return pointersBetween(before, after)[which].map((id) => ({ id, record: key }));
}

/**
 * The changes whose issues are their records' own now. The pointers are written before the records: what a record names
 * has a pointer, even if the writer dies in between.
 */
async function ownable(
  ports: Ports,
  changes: readonly Change[],
  next: readonly RecordChange[],
): Promise<readonly RecordChange[]> {
  const wanted = changes.flatMap((change) => ownedBy(change, 'taken'));
  const taken = await ports.pointers.take(wanted);
  const lost = new Set(wanted.filter(({ id }) => !taken.has(id)).map(({ record }) => record));
  return next.filter(({ key }) => !lost.has(key));
}

/**
 * Moves records, with their issues, to where they lie under another product. Answers the old keys of those that were
 * moved: the others were changed by somebody else meanwhile.
 */
export async function moveRecords(
  ports: Pick<Ports, 'links' | 'now'>,
  moves: readonly { readonly from: string; readonly to: string; readonly record: LinkRecord }[],
): Promise<Set<string>> {
  const rekeys = moves.map(({ from, to, record }) => ({
    from,
    expected: record.version,
    to,
    record: { ...record, version: record.version + 1 },
  }));
  return ports.links.rekey(rekeys, ports.now());
}

/** Forgets records for good, and before them their snapshots and whose their issues were: then a page that was begun is found again. */
export async function forgetRecords(
  ports: Pick<Ports, 'links' | 'pointers' | 'snapshots' | 'threads'>,
  rows: readonly { readonly key: string; readonly record: LinkRecord }[],
): Promise<void> {
  await ports.pointers.release(
    rows.flatMap(({ key, record }) => issueIdsOf(record).map((id) => ({ id, record: key }))),
  );
  await ports.snapshots.forget(rows.map(({ key }) => key));
  await ports.threads.forget(rows.map(({ key }) => key));
  await ports.links.forget(rows.map(({ key }) => key));
}
