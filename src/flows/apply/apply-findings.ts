/** Findings into Jira: the heart of the app. Claim, create, change, move, confirm, link, save: in this order. */
import type { ActivityItem } from '../../contract/activity';
import type { SnapshotItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
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
import { sayWhy } from '../close/say-why';
import type { Ports } from '../ports';
import { adoptIssues } from './adopt-issues';
import { type Forms, readForms } from './create-forms';
import { claimIssues, createIssues } from './create-issues';
import { editIssues, readIssues } from './edit-issues';
import { awaitAccounts, noteMissingAccounts } from './find-accounts';
import { became, type Job, type Task, tasksThere, type Update, updates } from './job';
import { keepToCaps, leavePlaces } from './keep-to-caps';
import { linkIssues, needsLink } from './link-issues';
import { confirmTasks, letStay, moveIssues } from './move-issues';
import { overdueRoles, replan } from './prepare';
import { prepareJobs } from './prepare-jobs';
import { settleLeft } from './settle-left';
import { finalRecord, leaseJobs, saveJobs } from './save-jobs';
import { settleClaims } from './settle-claims';

/** A bulk fetch takes 100 issues. */
const sliceSize = 100;

export interface Applied {
  readonly items: ActivityItem[];
  /** Findings (as `refText`) that must be looked at again, in seconds from now; empty when all are settled. */
  readonly later: { readonly ref: string; readonly after: number; readonly reason: Reason }[];
}

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
  const applied: Applied = { items: [], later: [] };
  for (const slice of slices(inOrder(items, settings), sliceSize)) {
    const jobs = await applySlice(ports, connection, slice, settings, turned);
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
  items: readonly SnapshotItem[],
  settings: SettingsDocument,
  turned: ReadonlySet<string>,
): Promise<Job[]> {
  const records = await ports.links.getMany(items.map((item) => linkKey(connection, item.finding)));
  const known = [...records.values()];
  const receipts = known.some(awaitsAnswer) ? await ports.outbox.receipts(connection) : [];
  const hears = known.some(isDone) && (await ports.outbox.hears(connection)) !== undefined;
  const slice = { connection, items, records, settings, turned, hears, receipts };
  const { jobs, accounts } = await prepareJobs(ports, slice);
  for (const job of jobs) withhold(job, records.get(job.key), ports.now());
  await settleLeft(ports, jobs, settings);
  const free = jobs.filter((job) => !job.outcomes.has('stale') && !job.outcomes.has('waiting'));
  await settleClaims(ports, free);
  for (const job of free) replan(job, settings, ports.now());
  await adoptIssues(ports, free);
  for (const job of free.filter((one) => one.outcomes.has('adopted'))) replan(job, settings, ports.now());
  awaitAccounts(free, accounts, settings);
  for (const job of free.filter((one) => one.problems.some((problem) => problem.kind === 'later')))
    pause(job);
  await work(ports, free, settings);
  noteMissingAccounts(free, accounts, settings);
  for (const job of free) bePatient(job);
  await saveChanged(ports, free, records);
  if (free.some(({ record }) => dueTodos(record.todo, ports.now()).length > 0)) await ports.bells.ringDue();
  return jobs;
}

/** Whether one of its issues was closed: by whom, and what follows, depends on what its portal hears. */
function isDone(record: LinkRecord): boolean {
  return issuesThere(record).some(({ category }) => category === 'done');
}

/** Leaves alone what is older than what is known, or what another worker holds. */
function withhold(job: Job, record: LinkRecord | undefined, now: number): void {
  if (record && record.seenAt > job.seenAt) became(job, 'stale');
  else if (record && isLeased(record, now)) {
    const after = Math.min(60, Math.ceil((record.leaseUntil - now) / 1000));
    job.problems.push({ kind: 'later', after, reason: { code: 'busy' } });
    became(job, 'waiting');
  }
}

/** An issue that Jira fails to show waits longer each time, and in the end for an admin. */
function bePatient({ record, problems }: Job): void {
  const alone = problems.find((problem) => problem.kind === 'later' && problem.alone);
  const rest = problems.filter((problem) => problem.kind !== 'later' || !problem.alone);
  const problem = withPatience(record, alone);
  problems.splice(0, problems.length, ...(problem ? [problem] : []), ...rest);
}

/** While one issue of a finding is in doubt, nothing is created for it. */
function pause(job: Job): void {
  for (const one of job.works) if (one.plan.kind === 'create') one.plan = { kind: 'nothing' };
}

async function work(ports: Ports, jobs: readonly Job[], settings: SettingsDocument): Promise<void> {
  const forms = await readForms(ports, jobs, settings);
  const places = await keepToCaps(ports, jobs, settings);
  const busy = jobs.filter(
    (job) => needsLink(job.record) || job.works.some((one) => one.plan.kind !== 'nothing'),
  );
  if (busy.length === 0) return;
  claimIssues(busy, ports.newId(), ports.now());
  const leased = await leaseJobs(ports, busy);
  await createAll(ports, leased, forms, settings);
  await leavePlaces(ports, places);
  await update(ports, leased, settings);
  await linkIssues(ports, leased);
}

async function createAll(
  ports: Ports,
  jobs: readonly Job[],
  forms: Forms,
  settings: SettingsDocument,
): Promise<void> {
  for (const role of ['product', 'security'] as const) await createIssues(ports, jobs, role, forms, settings);
}

/** A closed issue may be read-only: what reopens is moved before it is edited, what closes is edited first. */
async function update(ports: Ports, jobs: readonly Job[], settings: SettingsDocument): Promise<void> {
  const tasks = updates(jobs);
  const current = await readIssues(ports, tasks.filter(mustBeRead));
  for (const task of tasks) dropIdleMove(task, settings, ports.now());
  const reopening = moving(updates(jobs)).filter(({ job }) => job.lifecycle === 'open');
  await moveIssues(ports, reopening, settings);
  letStay(moving(updates(jobs)).filter(({ job }) => job.lifecycle !== 'open'));
  await editIssues(ports, updates(jobs), current, settings);
  const closing = moving(updates(jobs)).filter(({ job }) => job.lifecycle !== 'open');
  await moveIssues(ports, closing, settings);
  await confirmTasks(ports, tasksThere(jobs), settings);
  await sayWhy(
    ports,
    updates(jobs)
      .filter(({ work: { plan } }) => plan.kind === 'update' && plan.reason !== undefined)
      .map(({ job, issue }) => ({ record: job.record, issue })),
  );
}

/** Read anew, what seemed to be done for too long may be open, or done because nobody will do it. */
function dropIdleMove({ job, work, issue }: Update, settings: SettingsDocument, now: number): void {
  const { plan, role } = work;
  if (plan.kind !== 'update' || plan.reason === undefined || overdueRoles(job, settings, now).has(role))
    return;
  const { reason: _over, ...rest } = plan;
  work.plan = { ...rest, move: false };
  delete issue.moving;
}

/** People may have edited a field that is to change, or closed an issue that is to be open. */
function mustBeRead({ job, work: { plan } }: Task): boolean {
  return plan.kind === 'update' && (plan.fields.length > 0 || (plan.move && job.lifecycle === 'open'));
}

function moving(tasks: readonly Update[]): Update[] {
  return tasks.filter(({ work: { plan } }) => plan.kind === 'update' && plan.move);
}

async function saveChanged(
  ports: Ports,
  jobs: readonly Job[],
  before: ReadonlyMap<string, LinkRecord>,
): Promise<void> {
  const changed = jobs.filter((job) => {
    const stored = before.get(job.key);
    const leased = job.before?.version !== stored?.version;
    return (
      leased ||
      !stored ||
      canonical({ ...finalRecord(job), version: 0 }) !== canonical({ ...stored, version: 0 })
    );
  });
  await saveJobs(
    ports,
    changed.filter((job) => !job.lost),
  );
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
  const reason = first?.reason ?? held?.reason ?? job.record.reason;
  applied.items.push({
    finding: job.finding.id,
    product: job.finding.product,
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
