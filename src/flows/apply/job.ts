/**
 * One finding on its way into Jira: what is known, what is wanted, and what came of it. It lives for one pass, and no step
 * changes one: each takes jobs and answers what they are then.
 */
import type { Outcome } from '../../contract/activity';
import type { Finding, Lifecycle } from '../../contract/finding';
import type { Identity } from '../../contract/identity';
import type { LinkedIssue, LinkRecord } from '../../contract/link-record';
import type { Reason } from '../../contract/messages/message';
import type { Role, TemplateMode } from '../../contract/settings';
import type { Consequence } from '../../core/jira/failure';
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
  readonly plan: IssuePlan;
  /** Something stands in the way of this issue: nothing more is done for it in this pass. */
  readonly hindered?: true;
  /** The issue's way in this pass, if it has one. */
  readonly move?: Move;
}

/** What became of a finding, and of which of its issues, in the order in which it happened. */
export type Outcomes = ReadonlyMap<Outcome, ReadonlySet<Role>>;

/** A record whose create calls may be in doubt. */
export interface Claimant {
  readonly key: string;
  readonly record: LinkRecord;
  readonly outcomes: Outcomes;
  /** What stands in the way; the worst decides the finding's state. */
  readonly problems: readonly Consequence[];
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
  readonly before: LinkRecord | undefined;
  readonly works: readonly RoleWork[];
  /** Somebody else changed the record in between: nothing of this pass is written down. */
  readonly lost?: true;
}

/** The job, once this became of its finding, and of its issues of these roles. */
export function became<Of extends Pick<Claimant, 'outcomes'>>(job: Of, outcome: Outcome, ...of: Role[]): Of {
  const all = new Set([...(job.outcomes.get(outcome) ?? []), ...of]);
  return { ...job, outcomes: new Map([...job.outcomes, [outcome, all]]) };
}

/** The job with what stands in its way. */
export function withProblem<Of extends Pick<Claimant, 'problems'>>(job: Of, ...problems: Consequence[]): Of {
  return { ...job, problems: [...job.problems, ...problems] };
}

/**
 * The job with what is known of its issue of a role; undefined: none exists and none is in doubt, so that the next pass
 * may create one.
 */
export function withIssue<Of extends Pick<Claimant, 'record'>>(
  job: Of,
  role: Role,
  issue: LinkedIssue | undefined,
): Of {
  const { [role]: _before, ...others } = job.record.issues;
  return { ...job, record: { ...job.record, issues: issue ? { ...others, [role]: issue } : others } };
}

/** The job with its work of a role as it is now. */
export function withWork(job: Job, role: Role, change: Partial<RoleWork>): Job {
  return { ...job, works: job.works.map((work) => (work.role === role ? { ...work, ...change } : work)) };
}

/** The job, once something stands in the way of its issue of a role. */
export function hindered(job: Job, role: Role, problem: Consequence): Job {
  return withWork(withProblem(job, problem), role, { plan: { kind: 'nothing' }, hindered: true });
}

/** The job, of which nothing is created now. */
export function withoutCreates(job: Job): Job {
  const works = job.works.map((work) =>
    work.plan.kind === 'create' ? { ...work, plan: { kind: 'nothing' } as const } : work,
  );
  return { ...job, works };
}

/** The jobs, each of these in place of what it was. */
export function inPlace<Of extends Pick<Claimant, 'key'>>(jobs: readonly Of[], changed: Iterable<Of>): Of[] {
  const byKey = new Map([...changed].map((job) => [job.key, job]));
  return jobs.map((job) => byKey.get(job.key) ?? job);
}

/** Why the built-in template wrote one of its issues instead of the chosen one; undefined: it did not. */
export function standIn({ works }: Pick<Job, 'works'>): Reason | undefined {
  const notes = works.flatMap(({ draft }) => Object.values(draft.fields).flatMap(({ note }) => note ?? []));
  return notes.find(({ code }) => code === 'templateStoodIn');
}
