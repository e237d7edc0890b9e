/** One finding on its way into Jira: what is known, what is wanted, and what came of it. Lives for one pass. */
import type { Outcome } from '../../contract/activity';
import type { Finding, Lifecycle } from '../../contract/finding';
import type { Identity } from '../../contract/identity';
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import type { Role, TemplateMode } from '../../contract/settings';
import { inParallel } from '../../core/data/in-parallel';
import { groupBy } from '../../core/data/lists';
import type { Consequence } from '../../core/jira/failure';
import { issueThere } from '../../core/sync/issues';
import type { Move } from '../move/move-issue';
import type { IssueDraft, IssuePlan } from '../../core/sync/plan';
import type { Mappings } from '../../mappings/mapping';
import type { EffectiveSpace, ReadySpace } from '../../core/settings/spaces';

export interface RoleWork {
  readonly role: Role;
  readonly ready: ReadySpace;
  /** Where each value of the space comes from. */
  readonly origins: EffectiveSpace['origins'];
  readonly rowOrigins: EffectiveSpace['rowOrigins'];
  /** A finding without an issue in this space gets one. */
  readonly mayCreate: boolean;
  readonly mappings: Mappings;
  /** Whether the description replaces what people write, or stands among it. */
  readonly mode: TemplateMode;
  readonly draft: IssueDraft;
  readonly labels: readonly string[];
  readonly identity: Identity;
  plan: IssuePlan;
  /** The issue's way in this pass, if it has one. */
  move?: Move;
}

/** A record whose create calls may be in doubt. */
export interface Claimant {
  readonly key: string;
  readonly record: LinkRecord;
  /** What became of it, and of which of its issues, in the order in which it happened. */
  readonly outcomes: Map<Outcome, Set<Role>>;
  /** What stands in the way; the worst decides the finding's state. */
  readonly problems: Consequence[];
}

export interface Job extends Claimant {
  readonly connection: string;
  /** With what people decided about it. */
  readonly finding: Finding;
  /** As the portal sent it. */
  readonly said: Finding;
  /** What is kept of the snapshot, and its mark; absent where the app cannot digest it. */
  readonly kept?: { readonly finding: Finding; readonly mark: string };
  readonly lifecycle: Lifecycle;
  /** Why no issue is made of it. */
  readonly skip: Reason | undefined;
  readonly seenAt: number;
  /** Settings are applied anew; the portal did not say it again. */
  readonly anew: boolean;
  /** Its portal is told what happens in Jira. */
  readonly hears: boolean;
  /** The record in storage that this pass builds on; undefined: none yet. */
  before: LinkRecord | undefined;
  readonly works: RoleWork[];
  /** Somebody else changed the record in between: nothing of this pass is written down. */
  lost?: boolean;
}

/** One issue of one job: what the steps of a pass work on. */
export interface Task {
  readonly job: Job;
  readonly work: RoleWork;
}

/** Notes what became of a finding, and of its issues of these roles. */
export function became({ outcomes }: Pick<Claimant, 'outcomes'>, outcome: Outcome, ...of: Role[]): void {
  outcomes.set(outcome, new Set([...(outcomes.get(outcome) ?? []), ...of]));
}

/** A task whose issue is there: it may be edited and moved. */
export interface Update extends Task {
  readonly issue: IssueThere;
}

/** No issue of this role exists and none is in doubt: the next pass may create one. */
export function forgetIssue({ record }: Pick<Claimant, 'record'>, role: Role): void {
  record.issues = Object.fromEntries(Object.entries(record.issues).filter(([one]) => one !== role));
}

/** What is to be created. */
export function creates(jobs: readonly Job[]): Task[] {
  return allTasks(jobs).filter(({ work }) => work.plan.kind === 'create');
}

/** What is to be edited or moved. */
export function updates(jobs: readonly Job[]): Update[] {
  return tasksThere(jobs).filter(({ work }) => work.plan.kind === 'update');
}

/** All issues of the jobs that are there, whatever their plan. */
export function tasksThere(jobs: readonly Job[]): Update[] {
  return allTasks(jobs).flatMap((task) => {
    const issue = issueThere(task.job.record, task.work.role);
    return issue ? [{ ...task, issue }] : [];
  });
}

function allTasks(jobs: readonly Job[]): Task[] {
  return jobs.flatMap((job) => job.works.map((work) => ({ job, work })));
}

/** Works on the tasks, many jobs at once; the issues of one finding stay in order. */
export function forEachJob<T extends Task>(
  tasks: readonly T[],
  work: (task: T) => Promise<void>,
): Promise<void> {
  const byJob = [...groupBy(tasks, ({ job }) => job).values()];
  return inParallel(byJob, async (some) => {
    for (const task of some) await work(task);
  });
}

/** Notes what stands in the way of a task. */
export function hinder(task: Task, problem: Consequence): void {
  task.job.problems.push(problem);
  task.work.plan = { kind: 'nothing' };
}

/** Why the built-in template wrote one of its issues instead of the chosen one; undefined: it did not. */
export function standIn({ works }: Pick<Job, 'works'>): Reason | undefined {
  const notes = works.flatMap(({ draft }) => Object.values(draft.fields).flatMap(({ note }) => note ?? []));
  return notes.find(({ code }) => code === 'templateStoodIn');
}
