/**
 * Settings applied to existing findings: their kept snapshots go through the inbox once more, so that whatever holds for
 * findings holds for them. Page by page, never far ahead of what is worked off.
 */
import type { Job } from '../../contract/job';
import { groupBy } from '../../core/data/lists';
import { isHolding } from '../../core/portal/is-holding';
import type { Ports } from '../ports';
import { chunksOf, putAll, ringFor } from '../records/put-chunks';
import { anew, findingsIn, type Kept, keptFindings } from './kept-findings';
import { beginJob } from './begin-job';
import type { JobOf, Stepped } from './step';

type Apply = JobOf<'apply'>['task'];

/** So many of its chunks may wait in the inbox of a connection. */
const chunksAhead = 10;
const waitSeconds = 10;

/** Sends a page of findings on their way; at the end waits until the last of them was worked on. */
export async function applyStep(ports: Ports, job: JobOf<'apply'>): Promise<Stepped<Apply>> {
  const connections = await ports.connections.list();
  const resting = new Set(connections.filter(isHolding).map(({ key }) => key));
  const busy = await busyOf(ports, job, resting);
  const task = { ...job.task, busy: [...busy.keys()] };
  if (task.handed)
    return busy.size === 0 ? { task, done: true, total: job.seen } : { task, after: waitSeconds };
  if ([...busy.values()].some((chunks) => chunks >= chunksAhead)) return { task, after: waitSeconds };
  const { records, next } = await ports.links.walk(task.cursor);
  const kept = await keptFindings(ports, records, connections);
  await send(ports, job, kept);
  const sums = {
    findings: task.sums.findings + kept.length,
    left: task.sums.left + findingsIn(records) - kept.length,
  };
  return {
    task: {
      ...task,
      sums,
      pages: task.pages + 1,
      cursor: next,
      handed: next === undefined,
      busy: [...new Set([...task.busy, ...kept.map(({ record }) => record.connection)])],
    },
    seen: job.seen + findingsIn(records),
  };
}

/** How many of its chunks wait, by connection; a connection that rests keeps nobody waiting. */
async function busyOf(
  ports: Ports,
  { id, task }: JobOf<'apply'>,
  resting: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const connection of task.busy.filter((key) => !resting.has(key))) {
    const marks = await ports.inbox.pendingOf(connection, chunksAhead, id);
    if (marks.length > 0) counts.set(connection, marks.length);
  }
  return counts;
}

/** The ids of chunks tell the page: one that is sent twice, because somebody died, lies there once. */
async function send(ports: Ports, { id, task }: Job & { task: Apply }, kept: readonly Kept[]): Promise<void> {
  for (const [connection, some] of groupBy(kept, ({ record }) => record.connection)) {
    const name = `${id}-${connection}-${String(task.pages)}`;
    const chunks = chunksOf(ports, connection, id, some.map(anew), name);
    await putAll(ports, chunks);
    await ringFor(
      ports,
      chunks.map(({ mark }) => mark),
    );
  }
}

/** Begins, unless it is under way. `total`: how many findings there are, as far as is known. */
export async function startApplying(ports: Ports): Promise<string> {
  for (const id of await ports.jobs.open()) {
    const job = await ports.jobs.get(id);
    if (job?.task?.kind === 'apply' && !job.done && !(await ports.jobs.isStopAsked(id))) return id;
  }
  const sums = { findings: 0, left: 0 };
  return beginJob(ports, ports.newId(), { kind: 'apply', sums, busy: [], handed: false, pages: 0 }, 0);
}
