/** Forgetting the findings of an archived connection: a job in pages. Their issues stay in Jira as they are. */
import type { AdminOutputs } from '../../contract/api';
import type { Archived, Connection } from '../../contract/connection';
import { isCommentItem, isReportItem } from '../../contract/inbox';
import { slices } from '../../core/data/lists';
import { linkKey, refOf } from '../../core/sync/link-key';
import { readHeldReport } from '../../core/portal/held-report';
import { forgetRecords } from '../records/commit';
import type { Ports } from '../ports';

/** A deletion counts as a write, and storage takes 4,000 a minute from everybody together. */
const recordsAStep = 1000;
const pageSize = 25;
const stepPauseSeconds = 30;
/** Each erases a few blocks of events. */
const eventStepsAStep = 40;
/** They are read: the results of a report lie beside its chunk. */
const chunksAStep = 500;
const chunksAtOnce = 25;
/** A job that did not get on for so long has lost its bell. */
const lostMs = 10 * 60_000;

/** Begins; a connection that has nothing to forget is removed. Undefined: there is no such archived connection. */
export async function startForgetting(
  ports: Ports,
  key: string,
): Promise<AdminOutputs['connections.forget'] | undefined> {
  const connection = await ports.connections.get(key);
  if (!connection?.archived) return undefined;
  const { archived } = connection;
  if (archived.forgetting !== undefined) return { job: archived.forgetting };
  if (archived.findings === 0 && (await hasNothing(ports, key))) {
    while (await ports.outbox.forget(key));
    await ports.outbounds.forget(key);
    await ports.connections.remove(key);
    return {};
  }
  const id = ports.newId();
  await ports.jobs.put({ id, done: false, seen: 0, total: archived.findings, at: ports.now() });
  await ports.connections.put({ ...connection, archived: { ...archived, forgetting: id } });
  await ports.bells.ringForget(key);
  return { job: id };
}

async function hasNothing(ports: Ports, key: string): Promise<boolean> {
  if ((await ports.links.countOf(key, 1)) > 0) return false;
  return (await ports.inbox.pendingOf(key, 1)).length === 0;
}

/** A step of the job. Safe to repeat: what is gone is not found again. */
export async function forgetArchived(ports: Ports, key: string): Promise<void> {
  const connection = await ports.connections.get(key);
  if (connection?.archived?.forgetting === undefined) return;
  const { archived } = connection;
  const job = connection.archived.forgetting;
  const waiting = await forgetWaiting(ports, key);
  const forgotten = await forgetSome(ports, key);
  const known = await ports.known.forgetSome(key);
  const events = await forgetEvents(ports, key);
  const isDone = waiting < chunksAStep && forgotten < recordsAStep && !known && !events;
  await noteProgress(ports, job, forgotten, isDone);
  if (isDone) await finish(ports, connection, archived);
  else await ports.bells.ringForget(key, stepPauseSeconds);
}

/** What was accepted and never worked off, also the results of reports. Answers how many chunks. */
async function forgetWaiting(ports: Ports, key: string): Promise<number> {
  const marks = await ports.inbox.pendingOf(key, chunksAStep);
  for (const some of slices(marks, chunksAtOnce)) {
    const chunks = await ports.inbox.get(some.map(({ id }) => id));
    const reports = chunks.flatMap(({ items }) => items.filter(isReportItem));
    for (const { report } of reports) await ports.reports.remove(report.id, report.values);
    const comments = chunks.flatMap(({ items }) => items.filter(isCommentItem));
    await ports.threads.forget([...new Set(comments.map((item) => linkKey(key, refOf(item))))]);
    for (const { id } of some) await ports.inbox.remove(key, id);
  }
  return marks.length;
}

async function forgetSome(ports: Ports, key: string): Promise<number> {
  let forgotten = 0;
  while (forgotten < recordsAStep) {
    const rows = await ports.links.ofConnection(key, pageSize);
    if (rows.length === 0) return forgotten;
    await forgetRecords(ports, rows);
    forgotten += rows.length;
  }
  return forgotten;
}

/** What its portal was told, and to be told; answers whether there may be more. */
async function forgetEvents(ports: Ports, key: string): Promise<boolean> {
  for (let step = 0; step < eventStepsAStep; step += 1) if (!(await ports.outbox.forget(key))) return false;
  return true;
}

async function noteProgress(ports: Ports, id: string, forgotten: number, done: boolean): Promise<void> {
  const job = await ports.jobs.get(id);
  const seen = (job?.seen ?? 0) + forgotten;
  await ports.jobs.put({ id, done, seen, total: Math.max(job?.total ?? 0, seen), at: ports.now() });
}

/** It stays archived, without findings, and may be restored to begin anew. */
async function finish(ports: Ports, connection: Connection, { at, by }: Archived): Promise<void> {
  await ports.outbounds.forget(connection.key);
  await forgetHeldReports(ports, connection.key);
  // Read again: the step took its time, and an admin may have renamed it.
  const { hears: _before, ...rest } = (await ports.connections.get(connection.key)) ?? connection;
  await ports.connections.put({ ...rest, archived: { at, by, findings: 0 } });
  // Reports that come after a restoration begin anew, though they say nothing new.
  await ports.reports.distrust(connection.key, ports.now());
}

/** Nobody can confirm a report of which nothing is known any more. */
async function forgetHeldReports(ports: Ports, key: string): Promise<void> {
  for (const { cause } of await ports.causes.list())
    if (readHeldReport(cause)?.connection === key) await ports.causes.remove(cause);
}

/** Rings again for jobs whose worker died or whose bell was lost. */
export async function resumeForgetting(ports: Ports): Promise<void> {
  for (const { key, archived } of await ports.connections.list()) {
    if (archived?.forgetting === undefined) continue;
    const job = await ports.jobs.get(archived.forgetting);
    if (ports.now() - (job?.at ?? 0) >= lostMs) await ports.bells.ringForget(key);
  }
}
