/** From a finding and its record to a job: which issues it asks for, and what has to happen to each. */
import type { Lifecycle } from '../../contract/finding';
import { marksOfToday } from '../../contract/stored/field-names';
import type { LinkedIssue, LinkRecord } from '../../contract/link-record';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import type { Consequence } from '../../core/jira/failure';
import { unreadable } from '../../core/sync/unreadable';
import { appFailed, failureOf } from '../../core/sync/app-failure';
import { bareRecord } from '../../core/sync/bare-record';
import { factsOf } from '../../core/sync/facts';
import { clockedRecord, datedBy, spaceWithSteps } from './clocked';
import type { Decision, RoleDecision } from '../../core/sync/decide';
import { noteAnswered } from '../../core/sync/closing';
import { claimIdOf, issueMade, issuesMade, wasMade } from '../../core/sync/issues';
import { hearingAfter, noteAgreed } from '../../core/sync/hearing';
import { keptSnapshot } from '../../core/sync/kept-snapshot';
import { mark } from '../../core/data/hash';
import { forgetStatus, isJustAdopted, marksOfAdopted, planIssue, statusMark } from '../../core/sync/plan';
import { contestants, isContested, rivalsProblem } from '../../core/sync/rivals';
import { noteAlreadySet } from '../../core/sync/seen';
import { stillReported } from '../../core/sync/still-reported';
import { todosOf } from '../../core/sync/todos';
import { readySpace } from '../../core/settings/spaces';
import { identityOf } from '../../mappings/identity';
import { draftIssue } from './draft-issue';
import { became, forgetIssue, type Job, type RoleWork } from './job';
import type { PrepareInput } from './prepare-input';

const dayMs = 86_400_000;

/** The job of a finding. Its record is a copy that the pass may change. One that the app cannot digest is held by itself. */
export function prepareJob(input: PrepareInput): Job {
  if (input.record?.unreadable !== undefined) return undigested(input, unreadable);
  try {
    return prepare(input);
  } catch (error) {
    return undigested(input, appFailed(failureOf(error)));
  }
}

function undigested(input: PrepareInput, problem: Consequence): Job {
  const { key, connection, finding, said = finding, seenAt, record, anew, hears = false } = input;
  return {
    key,
    connection,
    finding,
    said,
    lifecycle: 'open',
    skip: undefined,
    seenAt,
    anew,
    hears,
    before: record,
    record: { ...structuredClone(record ?? bareRecord(connection, { finding, seenAt })), seenAt },
    works: [],
    outcomes: new Map(),
    problems: [problem],
  };
}

function prepare(input: PrepareInput): Job {
  const { finding, said = finding, record } = input;
  const decision = input.decide();
  const { lifecycle } = decision;
  const next = clockedRecord(nextRecord(input, lifecycle, decision), input, decision);
  const job: Job = {
    key: input.key,
    connection: input.connection,
    finding,
    said,
    kept: keptOf(input),
    lifecycle,
    skip: decision.skip,
    seenAt: input.seenAt,
    anew: input.anew,
    hears: input.hears ?? false,
    before: record,
    record: next,
    works: [],
    outcomes: new Map(),
    problems: [],
  };
  const rivals = rivalsProblem(job.record);
  if (rivals) job.problems.push(rivals);
  const dated = datedBy(next, input);
  for (const one of decision.spaces) {
    const isBarred = contestants(job.record, one.role).length > 0 || job.record.parted?.[one.role];
    const mayCreate = one.mayCreate && !isBarred;
    if (mayCreate || job.record.issues[one.role] !== undefined)
      addWork(job, spaceWithSteps({ ...one, mayCreate }, next, input), dated);
  }
  planJob(job, input, decision);
  return job;
}

function keptOf({ finding, said = finding, accountOf }: PrepareInput): NonNullable<Job['kept']> {
  const kept = keptSnapshot(said, accountOf);
  return { finding: kept, mark: mark(kept) };
}

/** Decides anew what has to happen, for example after the issue of a lost create call was found. */
export function replan(job: Job, settings: SettingsDocument, now: number): void {
  const overdue = overdueRoles(job, settings, now);
  for (const work of job.works) {
    const { role, draft, mayCreate } = work;
    const plan = planIssue(job.record.issues[role], draft, mayCreate, overdue.has(role));
    work.plan = isDeletedAtOnce(job, job.record.issues[role], settings) ? { kind: 'nothing' } : plan;
  }
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

function planJob(job: Job, { settings, now }: PrepareInput, { skip, spaces }: Decision): void {
  replan(job, settings, now);
  const hasIssue = isContested(job.record) || roles.some((role) => job.record.issues[role] !== undefined);
  if (skip !== undefined && !hasIssue) {
    job.problems.length = 0;
    job.record.reason = skip;
    became(job, 'skipped');
  } else if (!spaces.some(({ mayCreate }) => mayCreate) && !hasIssue) {
    job.problems.push({ kind: 'held', cause: 'no-space', reason: { code: 'noSpaceOn' } });
  }
}

function addWork(job: Job, one: RoleDecision, input: PrepareInput): void {
  const { role, mayCreate, space, origins, rowOrigins } = one;
  const { finding, owner } = input;
  const ready = readySpace(space, finding.kind);
  if ('missing' in ready) {
    const reason = { code: 'spaceIncomplete', role, missing: ready.missing } as const;
    job.problems.push({ kind: 'held', cause: `space-incomplete|${role}`, reason });
    return;
  }
  const drafted = draftIssue(one, ready, job.lifecycle, input);
  if ('unreadable' in drafted) {
    job.problems.push(drafted.unreadable);
    return;
  }
  if (drafted.missing) job.problems.push(drafted.missing);
  if (mayCreate && (startsAnew(job, role, input) || isOpenAgain(job, role))) forgetIssue(job, role);
  const claim = claimIdOf(job.record.issues[role]);
  // Only while it is accepted: a date that is left over would be found as one that is yet to come.
  const named = job.lifecycle === 'accepted' ? finding : { ...finding, acceptedUntil: undefined };
  const { claim: _claim, ...identity } = identityOf(named, role, owner, claim, input.group);
  const issue = issueMade(job.record, role);
  const isNew = issue !== undefined && isJustAdopted(issue);
  if (issue) issue.sent = marksOfToday(issue.sent, space.dueDateField?.id);
  const { mappings, mode, fields } = drafted;
  const labels = fields['labels']?.value;
  if (issue) noteAlreadySet(issue, job.record.hearing?.seen?.[role], fields, space);
  const draft = { fields, status: finding.status, identity };
  if (isNew) issue.sent = marksOfAdopted(draft);
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
  job.works.push(work);
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

/** The issues, as far as the snapshot itself says something about them. */
function issuesAfter(
  { finding, said = finding, record, settings, turned, insists }: PrepareInput,
  lifecycle: Lifecycle,
  rule: string | undefined,
): LinkRecord['issues'] {
  const issues = structuredClone(record?.issues ?? {});
  // Also of a role that is switched off, or whose issue is about to be deleted: it has not heard of the new status.
  if (turned || insists || record?.facts.status !== said.status)
    for (const issue of issuesMade({ issues })) forgetStatus(issue);
  if (record) noteAgreed(record, issues, { rule, status: said.status, lifecycle }, settings);
  return issues;
}

function nextRecord(input: PrepareInput, lifecycle: Lifecycle, { rule }: Decision): LinkRecord {
  const { connection, finding, said = finding, decided, seenAt, record, settings, now } = input;
  const todo = todosOf(finding, lifecycle, record, settings, now);
  const createdAt = record ? record.createdAt : now;
  const insists = input.insists ?? false;
  const issues = issuesAfter(input, lifecycle, rule);
  const hearing = hearingAfter(record, { status: said.status, lifecycle, insists }, settings);
  noteAnswered({ issues }, settings.closing);
  const hasTodo = Object.keys(todo).length > 0;
  return {
    version: record?.version ?? 0,
    issues,
    ...(record ? standing(record, hasTodo) : {}),
    connection,
    findingId: finding.id,
    product: finding.product,
    state: 'pending',
    ...(createdAt === undefined ? {} : { createdAt }),
    seenAt,
    // What the portal says stays known: only another word of its own ends what people decided.
    facts: {
      ...factsOf(finding),
      status: said.status,
      ...(isUnconfirmed(input) ? { assigneeUnconfirmed: true } : {}),
    },
    ...(rule === undefined ? {} : { rule }),
    hearing,
    ...(decided ? { decided } : {}),
    ...(hasTodo ? { todo } : {}),
  };
}

/** Of what was kept only the account is known, and no longer how it was found. */
function isUnconfirmed({ isUnconfirmed: isNow = false, anew, record }: PrepareInput): boolean {
  return isNow || (anew && record?.facts.assigneeUnconfirmed === true);
}

/** What a new snapshot does not change by itself: where the last one lies, what is in doubt, and what its todos do to their workers. */
function standing(
  { snapshot, group, memberOf, doubts, rivals, unread, died, turn, parted, sla }: LinkRecord,
  hasTodo: boolean,
): Partial<LinkRecord> {
  return {
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(group ? { group } : {}),
    ...(memberOf ? { memberOf } : {}),
    ...(doubts ? { doubts } : {}),
    ...(rivals ? { rivals } : {}),
    ...(parted ? { parted } : {}),
    ...(unread === undefined ? {} : { unread }),
    ...(turn ? { turn } : {}),
    ...(died && hasTodo ? { died } : {}),
    ...(sla ? { sla } : {}),
  };
}
