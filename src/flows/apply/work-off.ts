/** What a pass does for its jobs in Jira: look for what may be there, create, change, move, confirm, link: in this order. */
import type { SettingsDocument } from '../../contract/settings';
import { sayWhy } from '../close/say-why';
import { groupBy } from '../../core/data/lists';
import type { Ports } from '../ports';
import { adoptIssues } from './adopt-issues';
import { readForms } from './create-forms';
import { claimIssues, createIssues } from './create-issues';
import { editIssues, readIssues } from './edit-issues';
import { type Accounts, awaitAccounts, noteMissingAccounts } from './find-accounts';
import { inPlace, type Job, withIssue, withoutCreates, withWork } from './job';
import { keepToCaps, leavePlaces } from './keep-to-caps';
import { linkIssues, needsLink } from './link-issues';
import { confirmTasks, letStay, moveIssues } from './move-issues';
import { overdueRoles, planned } from './prepare';
import { leaseJobs } from './save-jobs';
import { settleClaims } from './settle-claims';
import { afterTasks, type Task, type Update, updates } from './tasks';

/** Works off jobs that nobody else works on: answers them with what came of each. Nothing but their lease is written down. */
export async function workOff(
  ports: Ports,
  jobs: readonly Job[],
  accounts: Accounts,
  settings: SettingsDocument,
): Promise<Job[]> {
  const settled = (await settleClaims(ports, jobs)).map((job) => planned(job, settings, ports.now()));
  const adopted = (await adoptIssues(ports, settled)).map((job) =>
    job.outcomes.has('adopted') ? planned(job, settings, ports.now()) : job,
  );
  const ready = awaitAccounts(adopted, accounts, settings).map(inNoDoubt);
  return noteMissingAccounts(await work(ports, ready, settings), accounts, settings);
}

/** While one issue of a finding is in doubt, nothing is created for it. */
function inNoDoubt(job: Job): Job {
  return job.problems.some(({ kind }) => kind === 'later') ? withoutCreates(job) : job;
}

async function work(ports: Ports, ready: readonly Job[], settings: SettingsDocument): Promise<Job[]> {
  const { jobs: creatable, forms } = await readForms(ports, ready, settings);
  const { jobs, places } = await keepToCaps(ports, creatable, settings);
  const busy = jobs.filter(
    (job) => needsLink(job.record) || job.works.some(({ plan }) => plan.kind !== 'nothing'),
  );
  if (busy.length === 0) return jobs;
  const leased = await leaseJobs(ports, claimIssues(busy, ports.newId(), ports.now()));
  const created = await createIssues(
    ports,
    leased.filter(({ lost }) => !lost),
    forms,
    settings,
  );
  await leavePlaces(ports, inPlace(inPlace(jobs, leased), created), places);
  return inPlace(inPlace(jobs, leased), await updateInRounds(ports, created, settings));
}

/**
 * A long limit that Jira names for one call keeps all later ones from being sent, also those that confirm: what it refused
 * so often goes only when all that it refused less is done.
 */
async function updateInRounds(
  ports: Ports,
  jobs: readonly Job[],
  settings: SettingsDocument,
): Promise<Job[]> {
  const rounds = [...groupBy(jobs, ({ record }) => record.unread ?? 0)].sort(([a], [b]) => a - b);
  const done: Job[] = [];
  for (const [, round] of rounds)
    done.push(...(await linkIssues(ports, await update(ports, round, settings))));
  return done;
}

/** A closed issue may be read-only: what reopens is moved before it is edited, what closes is edited first. */
async function update(ports: Ports, jobs: readonly Job[], settings: SettingsDocument): Promise<Job[]> {
  const read = await readIssues(ports, jobs, updates(jobs).filter(mustBeRead));
  const needed = withoutIdleMoves(read.jobs, settings, ports.now());
  const reopened = await moveIssues(ports, needed, moving(needed, true), settings);
  const known = letStay(reopened, moving(reopened, false));
  const edited = await editIssues(ports, known, read.current);
  const closed = await moveIssues(ports, edited, moving(edited, false), settings);
  return explained(ports, await confirmTasks(ports, closed, settings), settings);
}

/** Read anew, what seemed to be done for too long may be open, or done because nobody will do it. */
function withoutIdleMoves(jobs: readonly Job[], settings: SettingsDocument, now: number): Job[] {
  return afterTasks(jobs, updates(jobs), ({ job, work: { plan, role }, issue }) => {
    const isOver = plan.kind === 'update' && plan.reason !== undefined;
    if (!isOver || overdueRoles(job, settings, now).has(role)) return job;
    const { reason: _over, ...rest } = plan;
    const { moving: _moving, ...still } = issue;
    return withWork(withIssue(job, role, still), role, { plan: { ...rest, move: false } });
  });
}

/** People may have edited a field that is to change, or closed an issue that is to be open. */
function mustBeRead({ job, work: { plan } }: Task): boolean {
  return plan.kind === 'update' && (plan.fields.length > 0 || (plan.move && job.lifecycle === 'open'));
}

/** The issues that are to move, of findings that are open, or of the others. */
function moving(jobs: readonly Job[], isOpen: boolean): Update[] {
  return updates(jobs.filter(({ lifecycle }) => (lifecycle === 'open') === isOpen)).filter(
    ({ work: { plan } }) => plan.kind === 'update' && plan.move,
  );
}

/** Says why issues were moved that no status of their findings asked to move. */
async function explained(ports: Ports, jobs: readonly Job[], settings: SettingsDocument): Promise<Job[]> {
  const owing = jobs
    .filter(({ works }) => works.some(({ plan }) => plan.kind === 'update' && plan.reason !== undefined))
    .map((job) => ({ ...job, record: structuredClone(job.record) }));
  const told = updates(owing).filter(
    ({ work: { plan } }) => plan.kind === 'update' && plan.reason !== undefined,
  );
  await sayWhy(
    { ports, settings },
    told.map(({ job, issue }) => ({ record: job.record, issue })),
  );
  return inPlace(jobs, owing);
}
