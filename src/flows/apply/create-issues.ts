/** New issues: what each needs to be created, and the bulk calls that create them. */
import type { Role, SettingsDocument } from '../../contract/settings';
import type { CreateDoubt, IssueThere } from '../../contract/link-record';
import { type Consequence, consequenceOf, type JiraFailure, type Refused } from '../../core/jira/failure';
import {
  afterLimit,
  byDoubt,
  isCulprit,
  moreDoubt,
  nextBulk,
  waitAfter,
  withoutDoubt,
} from '../../core/sync/create-doubt';
import { fieldsOf, keptMarksOf, marksOf } from '../../core/sync/fields';
import { mark } from '../../core/data/hash';
import { identityMark, type IssueDraft, statusMark } from '../../core/sync/plan';
import { firstTarget } from '../../core/sync/targets';
import { claimed, created } from '../../core/sync/issue-states';
import { claimIdOf, issueMade, mapMade } from '../../core/sync/issues';
import type { FieldMeta } from '../../core/jira/issue';
import { notePlace } from '../../core/sync/note-issue';
import type { Ports } from '../ports';
import type { CreatedIssue, NewIssue } from '../ports-jira';
import { moveTo } from './move-issues';
import { firstStep, type Form, formKey, type Forms, issueFields } from './create-forms';
import { createInBulk, type Learnt } from './create-in-bulk';
import { createStages, type Stage } from './create-stages';
import { givingWay } from './give-way';
import { became, hindered, inPlace, type Job, withIssue, withWork } from './job';
import { afterTasks, creates, type Task } from './tasks';

/** Gives every new issue its claim; it must lie in storage before the create call goes out. */
export function claimIssues(jobs: readonly Job[], claim: string, now: number): Job[] {
  return afterTasks(jobs, creates(jobs), ({ job, work: { role, ready } }) =>
    withIssue(job, role, claimed({ id: `${claim}-${role}`, at: now, searches: 0 }, ready.projectId)),
  );
}

/** Creates all issues, 50 a call. What was not clearly answered before goes last, in ever smaller calls. */
export async function createIssues(
  ports: Ports,
  jobs: readonly Job[],
  forms: Forms,
  settings: SettingsDocument,
): Promise<Job[]> {
  const nothingYet = (): Progress => ({ learnt: { places: new Map(), limits: [] }, answered: 0 });
  const progress = { product: nothingYet(), security: nothingYet() };
  let now = [...jobs];
  for (const stage of createStages(jobs))
    now = await createStage({ ports, forms, settings, progress: progress[stage.role] }, now, stage);
  return now;
}

async function createStage(pass: Pass, jobs: readonly Job[], { role, keys }: Stage): Promise<Job[]> {
  const { progress } = pass;
  const tasks = creates(jobs).filter(({ job, work }) => work.role === role && keys.has(job.key));
  const done: Job[] = [];
  let rest = byDoubt(tasks, doubtOf);
  while (rest.length > 0) {
    const some = rest.slice(0, nextBulk(rest.map(doubtOf), progress.answered));
    rest = rest.slice(some.length);
    const wasInDoubt = some.some((task) => doubtOf(task) !== undefined);
    const first = await createSome(pass, some, new Map());
    const again =
      first.refused.size > 0 ? await createSome(pass, [...first.refused.keys()], first.refused) : none;
    const made = [...first.jobs, ...again.jobs];
    done.push(...made);
    const isClear = made.every(({ record }) => record.doubts?.[role] === undefined);
    progress.answered = wasInDoubt && isClear ? some.length : 0;
  }
  return inPlace(jobs, done);
}

/** What came of the calls of one role so far. */
interface Progress {
  readonly learnt: Learnt;
  /** How many in doubt went in the last one, if Jira answered it clearly. */
  answered: number;
}

interface Pass {
  readonly ports: Ports;
  readonly forms: Forms;
  readonly settings: SettingsDocument;
  /** Of the role whose turn it is. */
  readonly progress: Progress;
}

function doubtOf({ job, work }: Task): CreateDoubt | undefined {
  return job.record.doubts?.[work.role];
}

/** Fields that go without, by task. */
type Without = ReadonlyMap<Task, readonly string[]>;

/** What came of a call: the jobs that it decided, and the tasks that Jira refused only because of fields that may give way, with these. */
interface Some {
  readonly jobs: readonly Job[];
  readonly refused: Without;
}

const none: Some = { jobs: [], refused: new Map() };

async function createSome(
  { ports, forms, settings, progress: { learnt } }: Pass,
  tasks: readonly Task[],
  left: Without,
): Promise<Some> {
  const wanted = tasks.map((task) => ({
    place: formKey(task),
    issue: newIssue(task, forms.get(formKey(task)), settings, left.get(task) ?? []),
  }));
  const made = await createInBulk(ports, wanted, learnt);
  const failures = made.flatMap((one) => ('failure' in one ? one.failure : []));
  const alike = (failure: JiraFailure) => failures.filter(({ kind }) => kind === failure.kind).length;
  const jobs: Job[] = [];
  const refused = new Map<Task, readonly string[]>();
  tasks.forEach((task, index) => {
    const [one, sent] = [made[index], wanted[index]?.issue];
    if (!one || !sent) return;
    const without = left.get(task) ?? [];
    const giving = one.ok || 'failure' in one || without.length > 0 ? undefined : givingWay(task, one.fields);
    const form = forms.get(formKey(task));
    if ('failure' in one) jobs.push(leftOpen(task, one.failure, alike(one.failure)));
    else if (one.ok) jobs.push(withCreated(task, one, sent, { form, without, now: ports.now() }));
    else if (giving) refused.set(task, giving);
    else jobs.push(withRefused(task, one, form?.fields ?? []));
  });
  return { jobs, refused };
}

/** Nothing happened, or nobody knows: then the claim stays until searches have told. `size`: how many went so together. */
function leftOpen(task: Task, failure: Exclude<JiraFailure, Refused>, size: number): Job {
  const {
    job,
    work: { role },
  } = task;
  const before = doubtOf(task);
  const nothing = failure.kind === 'limited' ? withIssue(job, role, undefined) : job;
  const doubt = failure.kind === 'limited' ? afterLimit(before, failure, size) : moreDoubt(before, size);
  if (!doubt) return hindered(nothing, role, consequenceOf(failure, 'creating'));
  const doubts = { ...job.record.doubts, [role]: doubt };
  const doubted = { ...nothing, record: { ...nothing.record, doubts } };
  return hindered(doubted, role, isCulprit(doubt) ? neverClear(task, failure) : again(failure, doubt));
}

function again(failure: JiraFailure, doubt: CreateDoubt): Consequence {
  const problem = consequenceOf(failure, 'creating');
  if (problem.kind !== 'later' || failure.kind !== 'limited') return problem;
  return { ...problem, after: waitAfter(doubt, problem.after) };
}

/** One cause for all that Jira treats so, and a retry begins with searching. */
function neverClear({ work }: Task, failure: Exclude<JiraFailure, Refused>): Consequence {
  const { space, projectId } = work.ready;
  const detail = failure.kind === 'limited' ? failure.reason : failure.detail;
  const project = space.project?.name ?? projectId;
  return {
    kind: 'held',
    cause: `never-clear|${projectId}|${detail}`.slice(0, 400),
    reason: { code: 'createNeverClear', project, detail },
  };
}

function newIssue(
  task: Task,
  form: Form | undefined,
  settings: SettingsDocument,
  without: readonly string[],
): NewIssue {
  const fields = form?.fields ?? [];
  const product = task.work.role === 'security' ? issueMade(task.job.record, 'product')?.id : undefined;
  const canLink = fields.some((field) => field.id === 'issuelinks');
  const transition = firstStep(task, form);
  return {
    fields: issueFields(task, fields, settings, without),
    identity: { ...task.work.identity, claim: claimIdOf(task.job.record.issues[task.work.role]) },
    ...(product !== undefined && canLink ? { linkTo: product } : {}),
    ...(transition ? { transitionId: transition.id } : {}),
  };
}

interface CreatedHow {
  readonly form: Form | undefined;
  readonly without: readonly string[];
  readonly now: number;
}

function withCreated(
  task: Task,
  { id, key }: Extract<CreatedIssue, { ok: true }>,
  sent: NewIssue,
  { form, without, now }: CreatedHow,
): Job {
  const { work, job } = task;
  const { draft, ready, role } = work;
  const claim = job.record.issues[role];
  if (claim?.state !== 'claimed') return job;
  const initial = form?.workflow?.statuses.find((status) => status.id === form.workflow?.initial);
  const step = firstStep(task, form);
  const wants = firstTarget(job.finding.status, ready.space);
  const move = !step && wants !== undefined && wants.statuses[0] !== initial?.id;
  const issue = created(claim, {
    id,
    key,
    project: ready.projectId,
    issueType: ready.issueTypeId,
    labels: [...work.labels],
    // A wanted first status counts once it is confirmed.
    sent: marksOfNew(draft, without, step === undefined && !move),
  });
  if (initial) notePlace(issue, initial, now);
  const made = withMade(became(job, 'created', role), role, issue, sent.linkTo !== undefined);
  return withWork(made, role, {
    plan: move ? { kind: 'update', fields: [], move: true, identity: false } : { kind: 'nothing' },
    ...(step && wants ? { move: { ...moveTo({ ...task, issue }, wants), at: step.to } } : {}),
  });
}

/** `without`: fields that Jira refused. `isThere`: the issue is where its finding's status wants it. */
function marksOfNew(draft: IssueDraft, without: readonly string[], isThere: boolean): Record<string, string> {
  const fields = fieldsOf(draft.fields).filter((field) => !without.includes(field));
  return {
    ...marksOf(draft.fields, fields),
    ...(isThere ? { [statusMark]: mark(draft.status) } : {}),
    [identityMark]: mark(draft.identity),
    // Refused: it gives way, or every further pass would try it again.
    ...keptMarksOf(draft.fields, without),
  };
}

/** The job with an issue that was made, and the doubts about it gone. `linked`: the call linked it to its pair's other one. */
function withMade(job: Job, role: Role, issue: IssueThere, linked: boolean): Job {
  const after = withIssue(job, role, issue);
  const doubts = withoutDoubt(after.record.doubts, role);
  const issues = linked ? mapMade(after.record.issues, () => ({ linked: true })) : after.record.issues;
  return { ...after, record: { ...after.record, issues, doubts } };
}

function withRefused(
  { job, work: { role, ready } }: Task,
  answer: Extract<CreatedIssue, { ok: false }>,
  form: readonly FieldMeta[],
): Job {
  const project = ready.space.project?.name ?? ready.projectId;
  const nameOf = (id: string) => form.find((field) => field.id === id)?.name ?? id;
  const problem = consequenceOf({ kind: 'refused', ...answer }, 'creating', project, nameOf);
  const refusal = { project: ready.projectId, doing: 'creating' } as const;
  return hindered(
    withIssue(job, role, undefined),
    role,
    problem.kind === 'held' ? { ...problem, refusal } : problem,
  );
}
