/** What a pass does for its jobs in Jira: look for what may be there, create, change, move, confirm, link: in this order. */
import type { SettingsDocument } from '../../contract/settings';
import { sayWhy } from '../close/say-why';
import type { Ports } from '../ports';
import { adoptIssues } from './adopt-issues';
import { type Forms, readForms } from './create-forms';
import { claimIssues, createIssues } from './create-issues';
import { editIssues, readIssues } from './edit-issues';
import { type Accounts, awaitAccounts, noteMissingAccounts } from './find-accounts';
import { type Job, type Task, tasksThere, type Update, updates } from './job';
import { keepToCaps, leavePlaces } from './keep-to-caps';
import { linkIssues, needsLink } from './link-issues';
import { confirmTasks, letStay, moveIssues } from './move-issues';
import { overdueRoles, replan } from './prepare';
import { leaseJobs } from './save-jobs';
import { settleClaims } from './settle-claims';

/** Works off jobs that nobody else works on. What came of each lies in the job; nothing but its lease is written down. */
export async function workOff(
  ports: Ports,
  jobs: readonly Job[],
  accounts: Accounts,
  settings: SettingsDocument,
): Promise<void> {
  await settleClaims(ports, jobs);
  for (const job of jobs) replan(job, settings, ports.now());
  await adoptIssues(ports, jobs);
  for (const job of jobs.filter((one) => one.outcomes.has('adopted'))) replan(job, settings, ports.now());
  awaitAccounts(jobs, accounts, settings);
  for (const job of jobs.filter((one) => one.problems.some((problem) => problem.kind === 'later')))
    pause(job);
  await work(ports, jobs, settings);
  noteMissingAccounts(jobs, accounts, settings);
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
  await editIssues(ports, updates(jobs), current);
  const closing = moving(updates(jobs)).filter(({ job }) => job.lifecycle !== 'open');
  await moveIssues(ports, closing, settings);
  await confirmTasks(ports, tasksThere(jobs), settings);
  await sayWhy(
    { ports, settings },
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
