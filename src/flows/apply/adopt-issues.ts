/** Issues that exist already and that the portal names for a finding: adopted if they are free, never taken over. */
import { Identity } from '../../contract/identity';
import type { Reason } from '../../contract/messages/message';
import { consequenceOf, type JiraResult } from '../../core/jira/failure';
import { marksOfAdopted } from '../../core/sync/plan';
import { namesIssue } from '../../core/sync/pointers';
import { ownIssue } from '../records/own-issue';
import { refText } from '../../core/sync/link-key';
import type { Ports } from '../ports';
import { type FetchedIssue, readOf } from '../../core/jira/issue';
import { became, hindered, type Job, withIssue } from './job';
import { creates, type Task } from './tasks';
import { found } from '../../core/sync/issue-states';

/** Reads the named issues at once. What people wrote in them stays: only labels, link and identity are added. */
export async function adoptIssues(ports: Ports, jobs: readonly Job[]): Promise<Job[]> {
  const tasks = creates(jobs).flatMap((task) => {
    const key = task.job.finding.existing?.[task.work.role];
    return key === undefined ? [] : [{ ...task, key }];
  });
  if (tasks.length === 0) return [...jobs];
  const named = await readNamed(
    ports,
    tasks.map(({ key }) => key),
  );
  const after = new Map(jobs.map((job) => [job.key, job]));
  for (const task of tasks) {
    const now = { ...task, job: after.get(task.job.key) ?? task.job };
    const read = named.get(task.key);
    const job =
      read?.ok === false
        ? hindered(now.job, task.work.role, consequenceOf(read.failure, 'reading'))
        : await adoptOne(ports, now, read?.value);
    after.set(job.key, job);
  }
  return [...after.values()];
}

type Read = JiraResult<FetchedIssue | undefined>;

/**
 * What Jira tells of each key. A moved issue answers to its former keys too, but tells only its new one: where one came
 * so, the keys without an answer are read once more, each alone.
 */
async function readNamed(ports: Ports, keys: readonly string[]): Promise<Map<string, Read>> {
  const read = await ports.jira.fetchIssues(keys, { fields: [] });
  const issues = read.ok ? [...read.value.values()] : [];
  const byKey = new Map(issues.map((issue) => [issue.key, issue]));
  const isOneMoved = issues.some(({ key }) => !keys.includes(key));
  const named = new Map<string, Read>();
  for (const key of new Set(keys)) {
    const value = byKey.get(key);
    const told = value ? { ok: true as const, value } : readOf(read, key);
    named.set(key, told.ok && !value && isOneMoved ? await readAlone(ports, key) : told);
  }
  return named;
}

async function readAlone(ports: Ports, key: string): Promise<Read> {
  const read = await ports.jira.fetchIssues([key], { fields: [] });
  const [value] = read.ok ? read.value.values() : [];
  return value ? { ok: true, value } : readOf(read, key);
}

/** A task that the portal names an issue for, by its key. */
interface Adoption extends Task {
  readonly key: string;
}

async function adoptOne(ports: Ports, task: Adoption, fetched: FetchedIssue | undefined): Promise<Job> {
  const { key, job, work } = task;
  const reason = fetched ? await reasonAgainst(ports, task, key, fetched) : notToHave(key);
  if (reason) return hindered(job, work.role, { kind: 'held', cause: `existing|${key}`, reason });
  return fetched ? adopted(task, fetched, ports.now()) : job;
}

function adopted({ job, work }: Task, fetched: FetchedIssue, now: number): Job {
  const sent = marksOfAdopted(work.draft);
  const known = { project: work.ready.projectId, adopted: true, labels: [], sent };
  return became(withIssue(job, work.role, found(fetched, known, now)), 'adopted', work.role);
}

async function reasonAgainst(
  ports: Ports,
  { job, work }: Task,
  key: string,
  fetched: FetchedIssue,
): Promise<Reason | undefined> {
  const isFitting = fetched.projectId === work.ready.projectId && !namesIssue(job.record, fetched.id);
  if (!isFitting) return notToHave(key);
  const identity = Identity.safeParse(fetched.identity).data;
  const asked = refText(job.connection, job.finding);
  if (identity && refText(job.connection, identity) !== asked) {
    const isOurs = identity.owner === work.identity.owner;
    return isOurs ? { code: 'adoptTaken', key, finding: identity.id } : notToHave(key);
  }
  const owned = await ownIssue(ports, fetched.id, job.key);
  if (owned.isOwn) return undefined;
  const isOurs = owned.by?.connection === job.connection;
  return isOurs ? { code: 'adoptTaken', key, finding: owned.by.findingId } : notToHave(key);
}

/**
 * A portal may ask for any key: it must not learn from the answer which keys exist, nor what others have. So a key that
 * is missing, hidden, elsewhere or another connection's is refused in the same words.
 */
function notToHave(key: string): Reason {
  return { code: 'adoptMissing', key };
}
