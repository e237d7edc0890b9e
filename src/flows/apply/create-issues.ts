/** New issues: what each needs to be created, and the bulk calls that create them. */
import type { Role, SettingsDocument } from '../../contract/settings';
import type { CreateDoubt } from '../../contract/link-record';
import {
  type Consequence,
  consequenceOf,
  type JiraFailure,
  limited,
  type Refused,
  type Unknown,
} from '../../core/jira/failure';
import { byDoubt, isCulprit, moreDoubt, nextBulk, withoutDoubt } from '../../core/sync/create-doubt';
import { fieldsOf, keptMarksOf, marksOf } from '../../core/sync/fields';
import { mark } from '../../core/data/hash';
import { identityMark, statusMark } from '../../core/sync/plan';
import { firstTarget } from '../../core/sync/targets';
import { claimed, created } from '../../core/sync/issue-states';
import { claimIdOf, issueMade, issuesMade } from '../../core/sync/issues';
import type { FieldMeta } from '../../core/jira/issue';
import { notePlace } from '../../core/sync/note-issue';
import type { Ports } from '../ports';
import type { CreatedIssue, NewIssue } from '../ports-jira';
import { moveTo } from './move-issues';
import { firstStep, type Form, formKey, type Forms, issueFields } from './create-forms';
import { createInBulk, type Places } from './create-in-bulk';
import { givingWay } from './give-way';
import { became, creates, forgetIssue, hinder, type Job, type Task } from './job';

/** Gives every new issue of a role its claim; it must lie in storage before the create call goes out. */
export function claimIssues(jobs: readonly Job[], claim: string, now: number): void {
  for (const { job, work } of creates(jobs))
    job.record.issues[work.role] = claimed(
      { id: `${claim}-${work.role}`, at: now, searches: 0 },
      work.ready.projectId,
    );
}

/** Creates the issues of one role, 50 a call. What was not clearly answered before goes in ever smaller calls. */
export async function createIssues(
  ports: Ports,
  jobs: readonly Job[],
  role: Role,
  forms: Forms,
  settings: SettingsDocument,
): Promise<void> {
  const pass: Pass = { ports, forms, settings, places: new Map() };
  const tasks = creates(jobs).filter((task) => task.work.role === role);
  let rest = byDoubt(tasks, doubtOf);
  for (let answered = 0; rest.length > 0;) {
    const some = rest.slice(0, nextBulk(rest.map(doubtOf), answered));
    rest = rest.slice(some.length);
    const wasInDoubt = some.some((task) => doubtOf(task) !== undefined);
    const refused = await createSome(pass, some, new Map());
    if (refused.size > 0) await createSome(pass, [...refused.keys()], refused);
    answered = wasInDoubt && some.every((task) => doubtOf(task) === undefined) ? some.length : 0;
  }
}

/** What the calls of one role share. */
interface Pass {
  readonly ports: Ports;
  readonly forms: Forms;
  readonly settings: SettingsDocument;
  readonly places: Places;
}

function doubtOf({ job, work }: Task): CreateDoubt | undefined {
  return job.record.doubts?.[work.role];
}

/** Fields that go without, by task. */
type Without = ReadonlyMap<Task, readonly string[]>;

/** Answers the tasks that Jira refused only because of fields that may give way, with these. */
async function createSome(
  { ports, forms, settings, places }: Pass,
  tasks: readonly Task[],
  left: Without,
): Promise<Without> {
  const wanted = tasks.map((task) => ({
    place: formKey(task),
    issue: newIssue(task, forms.get(formKey(task)), settings, left.get(task) ?? []),
  }));
  const made = await createInBulk(ports, wanted, places);
  const unclear = made.filter((one) => 'failure' in one && one.failure.kind === 'unknown').length;
  const refused = new Map<Task, readonly string[]>();
  tasks.forEach((task, index) => {
    const [one, sent] = [made[index], wanted[index]?.issue];
    if (!one || !sent) return;
    const without = left.get(task) ?? [];
    const giving = one.ok || 'failure' in one || without.length > 0 ? undefined : givingWay(task, one.fields);
    if ('failure' in one) leaveOpen(task, one.failure, unclear);
    else if (one.ok)
      noteCreated(task, one, sent, { form: forms.get(formKey(task)), without, now: ports.now() });
    else if (giving) refused.set(task, giving);
    else refuse(task, one, forms.get(formKey(task))?.fields ?? []);
  });
  return refused;
}

/** Nothing happened, or nobody knows: then the claim stays until searches have told. `size`: how many are in this doubt. */
function leaveOpen(task: Task, failure: Exclude<JiraFailure, Refused>, size: number): void {
  const { job, work } = task;
  if (failure.kind === 'limited') {
    forgetIssue(job, work.role);
    hinder(task, limited(failure));
    return;
  }
  const doubt = moreDoubt(doubtOf(task), size);
  job.record.doubts = { ...job.record.doubts, [work.role]: doubt };
  hinder(task, isCulprit(doubt) ? neverClear(task, failure) : consequenceOf(failure, 'creating'));
}

/** One cause for all that Jira treats so, and a retry begins with searching. */
function neverClear({ work }: Task, { detail }: Unknown): Consequence {
  const { space, projectId } = work.ready;
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

function noteCreated(
  task: Task,
  { id, key }: Extract<CreatedIssue, { ok: true }>,
  sent: NewIssue,
  { form, without, now }: CreatedHow,
): void {
  const { work, job } = task;
  const { draft, ready, role } = work;
  const claim = job.record.issues[role];
  if (claim?.state !== 'claimed') return;
  const initial = form?.workflow?.statuses.find((status) => status.id === form.workflow?.initial);
  const step = firstStep(task, form);
  const fields = fieldsOf(draft.fields).filter((field) => !without.includes(field));
  const wants = firstTarget(job.finding.status, ready.space);
  const move = !step && wants !== undefined && wants.statuses[0] !== initial?.id;
  const issue = created(claim, {
    id,
    key,
    project: ready.projectId,
    issueType: ready.issueTypeId,
    labels: [...work.labels],
    sent: {
      ...marksOf(draft.fields, fields),
      // A wanted first status counts once it is confirmed.
      ...(step || move ? {} : { [statusMark]: mark(draft.status) }),
      [identityMark]: mark(draft.identity),
      // Refused: it gives way, or every further pass would try it again.
      ...keptMarksOf(draft.fields, without),
    },
  });
  if (initial) notePlace(issue, initial, now);
  job.record.issues[role] = issue;
  job.record.doubts = withoutDoubt(job.record.doubts, role);
  if (sent.linkTo !== undefined) markLinked(job);
  became(job, 'created', role);
  if (step && wants) work.move = { ...moveTo({ ...task, issue }, wants), at: step.to };
  work.plan = move ? { kind: 'update', fields: [], move: true, identity: false } : { kind: 'nothing' };
}

function markLinked(job: Job): void {
  for (const issue of issuesMade(job.record)) issue.linked = true;
}

function refuse(task: Task, created: Extract<CreatedIssue, { ok: false }>, form: readonly FieldMeta[]): void {
  const { space, projectId } = task.work.ready;
  forgetIssue(task.job, task.work.role);
  const project = space.project?.name ?? projectId;
  const nameOf = (id: string) => form.find((field) => field.id === id)?.name ?? id;
  hinder(task, consequenceOf({ kind: 'refused', ...created }, 'creating', project, nameOf));
}
