/** The people that findings name by e-mail: their accounts, and what follows while Jira has not named them. */
import { at } from '../../core/data/look-up';
import type { Finding } from '../../contract/finding';
import type { SettingsDocument } from '../../contract/settings';
import { inParallel } from '../../core/data/in-parallel';
import type { Account } from '../../core/jira/account';
import { type Consequence, isRefusal, type JiraFailure } from '../../core/jira/failure';
import type { ReadPorts } from '../ports';
import { type Job, withProblem } from './job';

const outageSeconds = 60;

export interface Accounts {
  /** Undefined: nobody has this address; null: Jira has not said yet. */
  of(email: string): string | null | undefined;
  /** Whether Jira hides the address of the assignee that its search found, so that only the search says who it is. */
  isUnconfirmed(finding: Finding): boolean;
  /** Why the account of a finding's assignee is not known yet. */
  failureOf(finding: Finding): JiraFailure | undefined;
}

/** Asks for each address once, many at a time. A search that Jira refuses finds nobody. */
export async function findAccounts(
  ports: Pick<ReadPorts, 'jira'>,
  findings: readonly Finding[],
): Promise<Accounts> {
  const accounts = new Map<string, Account>();
  const failures = new Map<string, JiraFailure>();
  await inParallel([...new Set(findings.flatMap((finding) => addressOf(finding) ?? []))], async (email) => {
    const found = await ports.jira.accountOf(email);
    if (!found.ok && !isRefusal(found.failure)) failures.set(email, found.failure);
    else if (found.ok && found.value !== undefined) accounts.set(email, found.value);
  });
  return {
    of: (email) => (failures.has(lower(email)) ? null : accounts.get(lower(email))?.accountId),
    isUnconfirmed: (finding) => at(accounts, addressOf(finding))?.unconfirmed === true,
    failureOf: (finding) => at(failures, addressOf(finding)),
  };
}

/** An account id needs no search. */
function addressOf({ assignee }: Finding): string | undefined {
  return assignee?.email === undefined || assignee.accountId !== undefined
    ? undefined
    : lower(assignee.email);
}

function lower(email: string): string {
  return email.toLowerCase();
}

/** Creates wait where the app will search in a moment, or where an assignee is never set afterwards. */
export function awaitAccounts(jobs: readonly Job[], accounts: Accounts, settings: SettingsDocument): Job[] {
  return jobs.map((job) => {
    const failure = accounts.failureOf(job.finding);
    const isSoon = failure?.kind === 'limited' && failure.own === true;
    const waits = (isSoon || isSetOnce(settings)) && lacksAssignee(job, settings);
    return failure && waits ? withProblem(job, assigneeLater(failure)) : job;
  });
}

/** All else was done without the assignee: these findings are looked at again, unless something else sees to that. */
export function noteMissingAccounts(
  jobs: readonly Job[],
  accounts: Accounts,
  settings: SettingsDocument,
): Job[] {
  return jobs.map((job) => {
    const failure = accounts.failureOf(job.finding);
    return failure && job.problems.length === 0 && lacksAssignee(job, settings)
      ? withProblem(job, assigneeLater(failure))
      : job;
  });
}

function isSetOnce({ fields }: SettingsDocument): boolean {
  return fields.owners['assignee'] === 'create';
}

/** Whether an issue of the finding may still get an assignee. */
function lacksAssignee({ works, record }: Job, settings: SettingsDocument): boolean {
  return works.some(({ role, mayCreate }) => {
    const state = record.issues[role]?.state;
    if (state === 'gone') return false;
    return state === 'there' ? !isSetOnce(settings) : mayCreate;
  });
}

function assigneeLater(failure: JiraFailure): Consequence {
  const after = failure.kind === 'limited' ? failure.retryAfter : outageSeconds;
  return { kind: 'later', after, reason: { code: 'assigneeLater' } };
}
