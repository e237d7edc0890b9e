/** The job that follows a product's new name, a few pages a step. Safe to repeat at any point. */
import type { Connection, Rename } from '../../contract/connection';
import { productNow } from '../../core/sync/renames';
import type { Ports } from '../ports';
import type { RenamePlace } from '../ports-inbox';
import { moveFamily } from './move-family';
import { moveFindings, type Row } from './move-findings';
import { moveSettings } from './move-settings';
import { tellProduct } from './tell-product';

/** A step ends before the platform ends it. */
const stepMs = 5 * 60_000;
const pauseSeconds = 30;
/** What was begun before the new name was known is over after this: no invocation lives longer. */
const quietMs = 16 * 60_000;
/** A job that did not get on for so long has lost its bell. */
const lostMs = 30 * 60_000;

/** Goes on with a rename, and rings for what is left of it. */
export async function followRename(
  ports: Ports,
  key: string,
  job: string,
  place: RenamePlace | undefined,
): Promise<void> {
  const connection = await ports.connections.get(key);
  const rename = connection?.renames?.find((one) => one.job === job);
  if (!connection || !rename || rename.doneAt !== undefined) return;
  const to = productNow(connection.renames ?? [], rename.from, ports.now());
  const until = ports.now() + stepMs;
  await noteProgress(ports, rename, 0);
  if (!place && !(await moveAll(ports, connection, rename, to, until)))
    return ports.bells.ringRename(key, job, undefined, pauseSeconds);
  const left = await tellAll(ports, connection, to, place ?? { tried: 0 }, until);
  if (left) return ports.bells.ringRename(key, job, left.place, left.after);
  const quietIn = rename.at + quietMs - ports.now();
  if (quietIn > 0) return ports.bells.ringRename(key, job, undefined, Math.ceil(quietIn / 1000));
  await finish(ports, key, rename);
}

/** Answers whether all of it is moved. */
async function moveAll(
  ports: Ports,
  connection: Connection,
  rename: Rename,
  to: string,
  until: number,
): Promise<boolean> {
  const { key, createdBy } = connection;
  const { from } = rename;
  const isShared = await hasOthers(ports, key, from);
  await moveSettings(ports, from, to, { by: createdBy, isShared });
  let isAll = true;
  let cursor: string | undefined;
  do {
    const { records, next } = await ports.links.ofProduct(key, from, cursor);
    if (!(await movePage(ports, key, { from, to }, records))) isAll = false;
    await noteProgress(ports, rename, records.length);
    cursor = next;
  } while (cursor !== undefined && ports.now() < until);
  if (!isAll || cursor !== undefined) return false;
  if (!isShared) await ports.products.forget(from);
  return true;
}

async function movePage(
  ports: Ports,
  connection: string,
  { from, to }: Pick<Rename, 'from' | 'to'>,
  rows: readonly Row[],
): Promise<boolean> {
  const tools = new Set(rows.flatMap(({ record }) => record.facts.tool ?? []));
  let isAll = true;
  for (const tool of tools) isAll = (await moveFamily(ports, { connection, tool, from, to })) && isAll;
  // Their findings stay behind with them: what a report says next meets both.
  return (await moveFindings(ports, connection, rows, to)) === 0 && isAll;
}

async function hasOthers(ports: Ports, connection: string, product: string): Promise<boolean> {
  for (const { key } of await ports.connections.list())
    if (key !== connection && (await ports.links.ofProduct(key, product)).records.length > 0) return true;
  return false;
}

interface Left {
  readonly place: RenamePlace;
  readonly after: number;
}

/** Tells the issues page by page; answers where to go on, and in how many seconds. */
async function tellAll(
  ports: Ports,
  { key }: Connection,
  to: string,
  from: RenamePlace,
  until: number,
): Promise<Left | undefined> {
  let place = from;
  for (;;) {
    const { records, next } = await ports.links.ofProduct(key, to, place.page);
    const left = await tellProduct(ports, records, place.tried);
    if (left) return { place: { ...place, tried: left.tried }, after: left.after };
    if (next === undefined) return undefined;
    place = { page: next, tried: 0 };
    if (ports.now() >= until) return { place, after: 0 };
  }
}

async function noteProgress(ports: Ports, { job }: Rename, seen: number): Promise<void> {
  const known = await ports.jobs.get(job);
  const sum = (known?.seen ?? 0) + seen;
  await ports.jobs.put({ id: job, done: false, seen: sum, total: sum, at: ports.now() });
}

async function finish(ports: Ports, key: string, rename: Rename): Promise<void> {
  const now = ports.now();
  const connection = await ports.connections.get(key);
  if (!connection) return;
  const renames = connection.renames?.map((one) => (one.job === rename.job ? { ...one, doneAt: now } : one));
  await ports.connections.put({ ...connection, ...(renames && { renames }) });
  const job = await ports.jobs.get(rename.job);
  await ports.jobs.put({ id: rename.job, total: 0, seen: 0, ...job, done: true, at: now });
}

/** Rings again for renames whose bell was lost. */
export async function resumeRenames(ports: Ports): Promise<void> {
  for (const { key, renames = [] } of await ports.connections.list())
    for (const { job, doneAt } of renames) {
      if (doneAt !== undefined) continue;
      const known = await ports.jobs.get(job);
      if (ports.now() - (known?.at ?? 0) >= lostMs) await ports.bells.ringRename(key, job);
    }
}
