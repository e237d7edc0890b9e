/** Findings into Jira: the heart of the app. Claim, create, change, move, confirm, link, save: in this order. */
import { about } from '../../core/activity/about';
import type { SnapshotItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import { slices } from '../../core/data/lists';
import type { Consequence } from '../../core/jira/failure';
import { canonical } from '../../core/data/hash';
import { worstFirst } from '../../core/sync/day-quota';
import { awaitsAnswer } from '../../core/sync/hearing';
import { isLeased } from '../../core/sync/lease';
import { issuesThere, issueThere } from '../../core/sync/issues';
import { linkKey, refText } from '../../core/sync/link-key';
import { dueTodos } from '../../core/sync/todos';
import { withPatience } from '../../core/sync/unread';
import type { Ports } from '../ports';
import { explain } from '../records/explain';
import type { Applied } from './applied';
import { became, inPlace, type Job, standIn, withProblem } from './job';
import { noteTemplates } from './note-templates';
import { prepareJobs } from './prepare-jobs';
import { settleLeft } from './settle-left';
import { finalRecord, saveJobs } from './save-jobs';
import { sideBySide } from './side-by-side';
import { type SortedOut, sortOutGroups } from './sort-out-groups';
import { workOff } from './work-off';

/** A bulk fetch takes 100 issues. */
const sliceSize = 100;

/**
 * Works off snapshots, one per finding, of one connection. Safe to repeat: what is already so costs no Jira call.
 * `turned`: findings of which an older snapshot, worked off with this one, said something else.
 */
export async function applyFindings(
  ports: Ports,
  connection: string,
  items: readonly SnapshotItem[],
  turned: ReadonlySet<string>,
): Promise<Applied> {
  const { document: settings } = await ports.settings.read();
  const begunAt = ports.now();
  const applied: Applied = { items: [], later: [] };
  const ordered = sideBySide(connection, inOrder(items, settings), settings);
  for (const slice of slices(ordered, sliceSize)) {
    const keys = slice.map((item) => linkKey(connection, item.finding));
    const known = await ports.links.getMany(keys);
    const sorted = await sortOutGroups(ports, connection, slice, known, settings, begunAt);
    applied.items.push(...sorted.items);
    applied.later.push(...sorted.later);
    const jobs = await applySlice(ports, connection, sorted, settings, turned);
    for (const job of jobs) report(job, applied);
  }
  return applied;
}

/** Where a rule has so many places a day, the worst of what came together comes first. */
function inOrder(items: readonly SnapshotItem[], { rules }: SettingsDocument): readonly SnapshotItem[] {
  if (!rules.some(({ then }) => then.cap !== undefined)) return items;
  return worstFirst(items.map((item) => ({ item, severity: item.finding.severity, since: 0 }))).map(
    ({ item }) => item,
  );
}

async function applySlice(
  ports: Ports,
  connection: string,
  { alone: items, records }: SortedOut,
  settings: SettingsDocument,
  turned: ReadonlySet<string>,
): Promise<Job[]> {
  if (items.length === 0) return [];
  const known = [...records.values()];
  const receipts = known.some(awaitsAnswer) ? await ports.outbox.receipts(connection) : [];
  const hears = known.some(isDone) && (await ports.outbox.hears(connection)) !== undefined;
  const slice = { connection, items, records, settings, turned, hears, receipts };
  const { jobs, accounts } = await prepareJobs(ports, slice);
  const held = jobs.map((job) => withheld(job, records.get(job.key), ports.now()));
  const settled = await settleLeft(ports, held, settings);
  const free = settled.filter(({ outcomes }) => !outcomes.has('stale') && !outcomes.has('waiting'));
  const done = (await workOff(ports, free, accounts, settings)).map(patient);
  const worked = await Promise.all(done.map((job) => explainedJob(ports, job)));
  await noteTemplates(ports, worked, settings);
  const saved = await saveChanged(ports, worked, records);
  if (saved.some(({ record }) => dueTodos(record.todo, ports.now()).length > 0)) await ports.bells.ringDue();
  return inPlace(settled, saved);
}

/** Whether one of its issues was closed: by whom, and what follows, depends on what its portal hears. */
function isDone(record: LinkRecord): boolean {
  return issuesThere(record).some(({ category }) => category === 'done');
}

/** Leaves alone what is older than what is known, or what another worker holds. */
function withheld(job: Job, record: LinkRecord | undefined, now: number): Job {
  if (record && record.seenAt > job.seenAt) return became(job, 'stale');
  if (!record || !isLeased(record, now)) return job;
  const after = Math.min(60, Math.ceil((record.leaseUntil - now) / 1000));
  return became(withProblem(job, { kind: 'later', after, reason: { code: 'busy' } }), 'waiting');
}

/** An issue that Jira fails to show waits longer each time, and in the end for an admin. A call that was not sent says nothing of it. */
function patient(job: Job): Job {
  const alone = job.problems.find((problem) => problem.kind === 'later' && problem.alone);
  if (!alone && job.problems.some(({ kind }) => kind === 'later')) return job;
  const rest = job.problems.filter((problem) => problem.kind !== 'later' || !problem.alone);
  const record = { ...job.record };
  const problem = withPatience(record, alone);
  // Once it waits for an admin, all else of it waits along: its other issue may never get a turn.
  const others = problem?.kind === 'held' ? rest.filter(({ kind }) => kind === 'held') : rest;
  return { ...job, record, problems: [...(problem ? [problem] : []), ...others] };
}

async function explainedJob(ports: Ports, job: Job): Promise<Job> {
  return { ...job, problems: await Promise.all(job.problems.map((problem) => explain(ports, problem))) };
}

/** Writes down what is not so already; answers all jobs after that. */
async function saveChanged(
  ports: Ports,
  jobs: readonly Job[],
  before: ReadonlyMap<string, LinkRecord>,
): Promise<Job[]> {
  const changed = jobs.filter((job) => {
    if (job.lost) return false;
    const stored = before.get(job.key);
    const leased = job.before?.version !== stored?.version;
    return (
      leased ||
      !stored ||
      canonical({ ...finalRecord(job), version: 0 }) !== canonical({ ...stored, version: 0 })
    );
  });
  return inPlace(jobs, await saveJobs(ports, changed));
}

function report(job: Job, applied: Applied): void {
  const later = job.problems.filter(
    (problem): problem is Extract<Consequence, { kind: 'later' }> => problem.kind === 'later',
  );
  const held = job.problems.find((problem) => problem.kind === 'held');
  const first = later[0];
  if (first) {
    const after = Math.max(...later.map((problem) => problem.after));
    applied.later.push({ ref: refText(job.connection, job.finding), after, reason: first.reason });
  }
  const [made = 'unchanged', of = new Set(roles)] = [...job.outcomes][0] ?? [];
  // An issue that only lacks its assignee yet is there.
  const isWaiting = first && (first.reason.code !== 'assigneeLater' || job.outcomes.size === 0);
  const outcome = isWaiting ? 'waiting' : held ? 'held' : made;
  const told = first?.reason ?? held?.reason ?? job.record.reason;
  const reason = told ?? (made === 'unchanged' ? undefined : standIn(job));
  applied.items.push({
    ...about(job.finding.id, job.finding.product, job.finding.title),
    outcome,
    issues: keysOf(job.record, outcome === made && of.size > 0 ? of : new Set(roles)),
    by: job.anew ? 'app' : 'portal',
    ...(reason === undefined ? {} : { reason }),
  });
}

/** Keys of the issues of these roles that are there. */
function keysOf(record: LinkRecord, of: ReadonlySet<Role>): string[] {
  return roles.flatMap((role) => (of.has(role) ? (issueThere(record, role)?.key ?? []) : []));
}
