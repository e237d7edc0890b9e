/** New issues: what each needs to be created, and the bulk calls that create them. */
import { type Role, type SyncedField } from '../../contract/settings';
import type { SettingsDocument } from '../../contract/settings';
import { slices } from '../../core/data/lists';
import { consequenceOf } from '../../core/jira/failure';
import { fieldsOf, marksOf } from '../../core/sync/fields';
import { mark } from '../../core/data/hash';
import { identityMark, statusMark } from '../../core/sync/plan';
import { firstTarget } from '../../core/sync/targets';
import { notePlace } from '../../core/sync/note-issue';
import { whereFilled } from '../../core/settings/where-filled';
import { findPath, type Workflow } from '../../core/jira/workflow';
import { jiraFieldOf } from '../../mappings/draft';
import type { Ports } from '../ports';
import type { FieldMeta } from '../../core/jira/issue';
import type { CreatedIssue, NewIssue } from '../ports-jira';
import { moveTo } from './move-issues';
import { forgetIssue, hinder, issueOf, type Job, type Task, tasksOf } from './job';

const bulkSize = 50;
/** Fields that Jira fills by itself or that every create call carries. */
const alwaysFilled = new Set(['project', 'issuetype', 'reporter']);

interface Form {
  readonly fields: readonly FieldMeta[];
  readonly workflow: Workflow | undefined;
}
/** What a project's create screen and workflow look like, by `project/issue type`. */
export type Forms = Map<string, Form>;

/** Reads the create screens that the new issues need; a task whose required fields stay empty is parked. */
export async function readForms(
  ports: Ports,
  jobs: readonly Job[],
  settings: SettingsDocument,
): Promise<Forms> {
  const forms: Forms = new Map();
  for (const task of tasksOf(jobs, 'create')) {
    const { projectId, issueTypeId } = task.work.ready;
    const key = formKey(task);
    if (!forms.has(key)) {
      const fields = await ports.jira.createFields(projectId, issueTypeId);
      if (!fields.ok) {
        hinder(task, consequenceOf(fields.failure, 'readingScreen', projectId));
        continue;
      }
      const workflow = await ports.jira.workflow(projectId, issueTypeId);
      forms.set(key, { fields: fields.value, workflow: workflow.ok ? workflow.value : undefined });
    }
    checkRequired(task, forms.get(key)?.fields ?? [], settings);
  }
  return forms;
}

function formKey({ work }: Task): string {
  return `${work.ready.projectId}/${work.ready.issueTypeId}`;
}

function checkRequired(task: Task, form: readonly FieldMeta[], settings: SettingsDocument): void {
  const filled = issueFields(task, form, settings);
  const missing = form.find(
    (field) => field.required && !field.hasDefault && !alwaysFilled.has(field.id) && !(field.id in filled),
  );
  if (!missing) return;
  const { space, projectId } = task.work.ready;
  const project = space.project?.name ?? projectId;
  const where = whereFilled(missing.id, space);
  hinder(task, {
    kind: 'held',
    cause: `required|${formKey(task)}|${missing.id}`,
    reason: { code: 'fieldRequired', project, field: missing.name, where },
  });
}

/** Fields of the create call: only those on the create screen, and none that would be empty. */
function issueFields(
  { work }: Task,
  form: readonly FieldMeta[],
  settings: SettingsDocument,
  without: readonly SyncedField[] = [],
): Record<string, unknown> {
  const onScreen = new Set(form.map((field) => field.id));
  const drafted = fieldsOf(work.draft.fields).flatMap((field): [string, unknown][] => {
    const id = jiraFieldOf(field, work.ready.space);
    const value = work.draft.fields[field]?.value;
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    return id === undefined || !onScreen.has(id) || isEmpty || without.includes(field) ? [] : [[id, value]];
  });
  const fixed = Object.entries(settings.fields.fixed).filter(([id]) => onScreen.has(id));
  return {
    ...Object.fromEntries(fixed),
    ...Object.fromEntries(drafted),
    project: { id: work.ready.projectId },
    issuetype: { id: work.ready.issueTypeId },
  };
}

/** Gives every new issue of a role its claim; it must lie in storage before the create call goes out. */
export function claimIssues(jobs: readonly Job[], claim: string, now: number): void {
  for (const task of tasksOf(jobs, 'create')) {
    const issue = issueOf(task);
    issue.claim = { id: `${claim}-${task.work.role}`, at: now, searches: 0 };
  }
}

/** Creates the issues of one role, 50 a call. */
export async function createIssues(
  ports: Ports,
  jobs: readonly Job[],
  role: Role,
  forms: Forms,
  settings: SettingsDocument,
): Promise<void> {
  const tasks = tasksOf(jobs, 'create').filter((task) => task.work.role === role);
  for (const some of slices(tasks, bulkSize)) {
    const unassignable = await createSome(ports, some, forms, settings, []);
    if (unassignable.length > 0) await createSome(ports, unassignable, forms, settings, ['assignee']);
  }
}

/** Answers the tasks that Jira refused only because of their assignee: an assignee never blocks. */
async function createSome(
  ports: Ports,
  tasks: readonly Task[],
  forms: Forms,
  settings: SettingsDocument,
  without: readonly SyncedField[],
): Promise<Task[]> {
  const issues = tasks.map((task) => newIssue(task, forms.get(formKey(task)), settings, without));
  const answer = await ports.jira.createIssues(issues);
  if (!answer.ok) {
    for (const task of tasks) {
      if (answer.failure.kind !== 'unknown') forgetIssue(task.job, task.work.role);
      hinder(task, consequenceOf(answer.failure, 'creating'));
    }
    return [];
  }
  const refusedAssignee: Task[] = [];
  tasks.forEach((task, index) => {
    const created = answer.value[index];
    const issue = issues[index];
    if (!created || !issue) return;
    if (created.ok) noteCreated(task, created, issue, forms.get(formKey(task)), without, ports.now());
    else if (without.length === 0 && Object.keys(created.fields).join() === 'assignee')
      refusedAssignee.push(task);
    else refuse(task, created);
  });
  return refusedAssignee;
}

function newIssue(
  task: Task,
  form: Form | undefined,
  settings: SettingsDocument,
  without: readonly SyncedField[],
): NewIssue {
  const fields = form?.fields ?? [];
  const product = task.work.role === 'security' ? task.job.record.issues.product?.id : undefined;
  const canLink = fields.some((field) => field.id === 'issuelinks');
  const transition = firstStep(task, form);
  return {
    fields: issueFields(task, fields, settings, without),
    identity: { ...task.work.identity, claim: issueOf(task).claim?.id ?? '' },
    ...(product !== undefined && canLink ? { linkTo: product } : {}),
    ...(transition ? { transitionId: transition.id } : {}),
  };
}

function firstStep(task: Task, form: Form | undefined) {
  const target = firstTarget(task.job.finding.status, task.work.ready.space);
  const workflow = form?.workflow;
  if (!target || workflow?.initial === undefined) return undefined;
  const path = findPath(workflow, workflow.initial, target);
  return path?.steps.length === 1 ? path.steps[0] : undefined;
}

/** What the create call of a task would carry, and the workflow that the issue would enter; nothing is sent. */
export function foreseeIssue(task: Task, forms: Forms, settings: SettingsDocument) {
  const form = forms.get(formKey(task));
  const fields = form?.fields ?? [];
  return { fields: issueFields(task, fields, settings), screen: form?.fields, workflow: form?.workflow };
}

function noteCreated(
  task: Task,
  created: Extract<CreatedIssue, { ok: true }>,
  sent: NewIssue,
  form: Form | undefined,
  without: readonly SyncedField[],
  now: number,
): void {
  const { work, job } = task;
  const issue = issueOf(task);
  const initial = form?.workflow?.statuses.find(({ id }) => id === form.workflow?.initial);
  const step = firstStep(task, form);
  const fields = fieldsOf(work.draft.fields).filter((field) => !without.includes(field));
  Object.assign(issue, {
    id: created.id,
    key: created.key,
    project: work.ready.projectId,
    issueType: work.ready.issueTypeId,
  });
  const wants = firstTarget(job.finding.status, work.ready.space);
  const move = !step && wants !== undefined && wants.statuses[0] !== initial?.id;
  issue.sent = {
    ...marksOf(work.draft.fields, fields),
    // A wanted first status counts once it is confirmed.
    ...(step || move ? {} : { [statusMark]: mark(work.draft.status) }),
    [identityMark]: mark(work.draft.identity),
  };
  issue.labels = [...work.labels];
  if (initial) notePlace(issue, initial, now);
  if (sent.linkTo !== undefined) markLinked(job);
  job.outcomes.add('created');
  if (step && wants) work.move = { ...moveTo(task, wants), at: step.to };
  work.plan = move ? { kind: 'update', fields: [], move: true, identity: false } : { kind: 'nothing' };
}

function markLinked(job: Job): void {
  for (const issue of Object.values(job.record.issues)) issue.linked = true;
}

function refuse(task: Task, created: Extract<CreatedIssue, { ok: false }>): void {
  const { space, projectId } = task.work.ready;
  forgetIssue(task.job, task.work.role);
  const project = space.project?.name ?? projectId;
  hinder(task, consequenceOf({ kind: 'refused', ...created }, 'creating', project));
}
