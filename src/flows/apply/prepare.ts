/** From a finding and its record to a job: which issues it asks for, and what has to happen to each. */
import { marksOfToday } from '../../contract/stored/field-names';
import type { LinkedIssue, MadeIssue, SeenFields } from '../../contract/link-record';
import { type Role, roles, type SettingsDocument, type Space } from '../../contract/settings';
import type { Consequence } from '../../core/jira/failure';
import { unreadable } from '../../core/sync/unreadable';
import { appFailed, failureOf } from '../../core/sync/app-failure';
import { bareRecord } from '../../core/sync/bare-record';
import { clockedRecord, datedBy, spaceWithSteps } from './clocked';
import type { Decision, RoleDecision } from '../../core/sync/decide';
import { claimIdOf, issueMade, wasMade } from '../../core/sync/issues';
import { keptSnapshot } from '../../core/sync/kept-snapshot';
import { mark } from '../../core/data/hash';
import {
  type IssueDraft,
  type IssuePlan,
  isJustAdopted,
  marksOfAdopted,
  planIssue,
  statusMark,
} from '../../core/sync/plan';
import { contestants, isContested, rivalsProblem } from '../../core/sync/rivals';
import { noteAlreadySet } from '../../core/sync/seen';
import { stillReported } from '../../core/sync/still-reported';
import { type ReadySpace, readySpace } from '../../core/settings/spaces';
import { identityOf } from '../../mappings/identity';
import { type DraftedIssue, draftIssue } from './draft-issue';
import { became, type Job, type RoleWork, withIssue, withProblem } from './job';
import type { PrepareInput } from './prepare-input';
import { nextRecord } from './next-record';

const dayMs = 86_400_000;

/** The job of a finding. One that the app cannot digest is held by itself. */
export function prepareJob(input: PrepareInput): Job {
  if (input.record?.unreadable !== undefined) return undigested(input, unreadable);
  try {
    return prepare(input);
  } catch (error) {
    return undigested(input, appFailed(failureOf(error)));
  }
}

function undigested(input: PrepareInput, problem: Consequence): Job {
  const { connection, finding, seenAt, record } = input;
  const known = record ?? bareRecord(connection, { finding, seenAt });
  return withProblem(
    begun(input, { lifecycle: 'open', skip: undefined, record: { ...known, seenAt } }),
    problem,
  );
}

/** A job of which nothing is wanted yet. */
function begun(
  { key, connection, finding, said = finding, seenAt, anew, hears = false, record: before }: PrepareInput,
  so: Pick<Job, 'record' | 'lifecycle' | 'skip' | 'kept'>,
): Job {
  const outcomes: Job['outcomes'] = new Map();
  const came = { works: [], outcomes, problems: [] };
  return { key, connection, finding, said, seenAt, anew, hears, before, ...so, ...came };
}

function prepare(input: PrepareInput): Job {
  const decision = input.decide();
  const { lifecycle, skip } = decision;
  const record = clockedRecord(nextRecord(input, lifecycle, decision), input, decision);
  const rivals = rivalsProblem(record);
  const job = begun(input, { record, lifecycle, skip, kept: keptOf(input) });
  const dated = datedBy(record, input);
  const wanted = decision.spaces.reduce(
    (now, one) => {
      const isBarred = contestants(record, one.role).length > 0 || record.parted?.[one.role];
      const mayCreate = one.mayCreate && !isBarred;
      return mayCreate || record.issues[one.role] !== undefined
        ? withWorkFor(now, spaceWithSteps({ ...one, mayCreate }, record, input), dated)
        : now;
    },
    rivals ? withProblem(job, rivals) : job,
  );
  return decided(planned(wanted, input.settings, input.now), decision);
}

function keptOf({ finding, said = finding, accountOf }: PrepareInput): NonNullable<Job['kept']> {
  const kept = keptSnapshot(said, accountOf);
  return { finding: kept, mark: mark(kept) };
}

/** The job with what has to happen now, for example after the issue of a lost create call was found. */
export function planned(job: Job, settings: SettingsDocument, now: number): Job {
  const overdue = overdueRoles(job, settings, now);
  const planOf = ({ role, draft, mayCreate, hindered }: RoleWork): IssuePlan => {
    const issue = job.record.issues[role];
    return hindered || isDeletedAtOnce(job, issue, settings)
      ? { kind: 'nothing' }
      : planIssue(issue, draft, mayCreate, overdue.has(role));
  };
  return { ...job, works: job.works.map((work) => ({ ...work, plan: planOf(work) })) };
}

/** The roles whose issues were done for too long while the finding was reported as open. */
export function overdueRoles(
  { record, lifecycle, hears, anew }: Job,
  settings: SettingsDocument,
  now: number,
): Set<Role> {
  return lifecycle === 'open' && !anew ? stillReported(record, settings, now, hears) : new Set();
}

/** Without a grace an issue that is about to be deleted need not be moved first. */
function isDeletedAtOnce(
  { lifecycle }: Job,
  issue: LinkedIssue | undefined,
  { deleting }: SettingsDocument,
): boolean {
  if (wasMade(issue) && (issue.adopted || issue.spared)) return false;
  return lifecycle === 'rejected' && deleting.enabled && deleting.graceDays === 0;
}

/** The job, where the decision was that no issue is made of its finding. */
function decided(job: Job, { skip, spaces }: Decision): Job {
  if (isContested(job.record) || roles.some((role) => job.record.issues[role] !== undefined)) return job;
  if (skip !== undefined)
    return became({ ...job, problems: [], record: { ...job.record, reason: skip } }, 'skipped');
  return spaces.some(({ mayCreate }) => mayCreate)
    ? job
    : withProblem(job, { kind: 'held', cause: 'no-space', reason: { code: 'noSpaceOn' } });
}

function withWorkFor(job: Job, one: RoleDecision, input: PrepareInput): Job {
  const { role, space } = one;
  const ready = readySpace(space, input.finding.kind);
  if ('missing' in ready) {
    const reason = { code: 'spaceIncomplete', role, missing: ready.missing } as const;
    return withProblem(job, { kind: 'held', cause: `space-incomplete|${role}`, reason });
  }
  const drafted = draftIssue(one, ready, job.lifecycle, input);
  if ('unreadable' in drafted) return withProblem(job, drafted.unreadable);
  const free = one.mayCreate && (startsAnew(job, role, input) || isOpenAgain(job, role));
  const known = free ? withIssue(job, role, undefined) : job;
  return withDraft(drafted.missing ? withProblem(known, drafted.missing) : known, one, ready, drafted, input);
}

/** The job with its work of a role, and the marks of its issue as they count today. */
function withDraft(
  job: Job,
  { role, mayCreate, origins, rowOrigins }: RoleDecision,
  ready: ReadySpace,
  { mappings, mode, fields }: DraftedIssue,
  { finding, owner, group }: PrepareInput,
): Job {
  const claim = claimIdOf(job.record.issues[role]);
  // Only while it is accepted: a date that is left over would be found as one that is yet to come.
  const named = job.lifecycle === 'accepted' ? finding : { ...finding, acceptedUntil: undefined };
  const { claim: _claim, ...identity } = identityOf(named, role, owner, claim, group);
  const draft = { fields, status: finding.status, identity };
  const labels = fields['labels']?.value;
  const work: RoleWork = {
    role,
    ready,
    origins,
    rowOrigins,
    mayCreate,
    mappings,
    mode,
    draft,
    labels: Array.isArray(labels) ? labels.map(String) : [],
    identity: { ...identity, claim },
    plan: { kind: 'nothing' },
  };
  const issue = issueMade(job.record, role);
  const seen = job.record.hearing?.seen?.[role];
  const marked = issue && marksOfNow(issue, draft, seen, ready.space);
  return { ...(marked ? withIssue(job, role, marked) : job), works: [...job.works, work] };
}

/** An issue with its marks by today's names; what people set as the draft has it need not be sent. */
function marksOfNow(
  issue: MadeIssue,
  draft: IssueDraft,
  seen: SeenFields | undefined,
  space: Space,
): MadeIssue {
  const named = { ...issue, sent: marksOfToday(issue.sent, space.dueDateField?.id) };
  noteAlreadySet(named, seen, draft.fields, space);
  return isJustAdopted(issue) ? { ...named, sent: marksOfAdopted(draft) } : named;
}

/** A finding that comes back long after its issue was done gets a new issue, if the admin wants it so. */
function startsAnew(job: Job, role: Role, { finding, settings, now }: PrepareInput): boolean {
  const issue = issueMade(job.record, role);
  const days = settings.reopening.newIssueAfterDays;
  if (days === null || job.lifecycle !== 'open' || issue?.doneAt === undefined) return false;
  const comesBack =
    issue.sent[statusMark] !== mark(finding.status) || overdueRoles(job, settings, now).has(role);
  return comesBack && now - issue.doneAt >= days * dayMs;
}

/** What the app itself deleted is made again when its finding is open again; what people deleted is not. */
function isOpenAgain({ record, lifecycle }: Job, role: Role): boolean {
  return lifecycle === 'open' && issueMade(record, role)?.deletedByApp === true;
}
