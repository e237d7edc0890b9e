/** The create screens that new issues need, and what a create call would carry. */
import type { SettingsDocument } from '../../contract/settings';
import type { Consequence } from '../../core/jira/failure';
import type { FieldMeta } from '../../core/jira/issue';
import { findPath, type Workflow } from '../../core/jira/workflow';
import { foreignValue } from '../../core/settings/foreign-value';
import { whereFilled } from '../../core/settings/where-filled';
import { fieldsOf } from '../../core/sync/fields';
import { unreadScreen } from '../../core/sync/refusal';
import { firstTarget } from '../../core/sync/targets';
import type { ReadPorts } from '../ports';
import { notListed, unfit } from './give-way';
import { screenKey } from './read-screens';
import { hindered, type Job } from './job';
import { afterTasks, creates, type Task } from './tasks';

/** Fields that Jira fills by itself or that every create call carries. */
const alwaysFilled = new Set(['project', 'issuetype', 'reporter']);

/** What a project's create screen and workflow look like. */
export interface Form {
  readonly fields: readonly FieldMeta[];
  readonly workflow: Workflow | undefined;
}
/** By `project/issue type`. */
export type Forms = ReadonlyMap<string, Form>;

interface ReadForms {
  readonly jobs: Job[];
  readonly forms: Forms;
}

/** Reads the create screens that the new issues need; a task whose required fields stay empty is parked. `workflows`: those too. */
export async function readForms(
  ports: ReadPorts,
  jobs: readonly Job[],
  settings: SettingsDocument,
  { workflows = true }: { readonly workflows?: boolean } = {},
): Promise<ReadForms> {
  const forms = new Map<string, Form>();
  const failed = new Map<string, Consequence>();
  const tasks = creates(jobs);
  for (const task of tasks) {
    const { projectId, issueTypeId, space } = task.work.ready;
    const key = formKey(task);
    if (forms.has(key) || failed.has(key)) continue;
    const fields = await ports.jira.createFields(projectId, issueTypeId);
    if (fields.ok) {
      const workflow = workflows ? await ports.jira.workflow(projectId, issueTypeId) : undefined;
      forms.set(key, { fields: fields.value, workflow: workflow?.ok ? workflow.value : undefined });
    } else failed.set(key, unreadScreen(fields.failure, projectId, space.project?.name));
  }
  const problemOf = (task: Task) =>
    failed.get(formKey(task)) ?? unfitFor(task, forms.get(formKey(task))?.fields ?? [], settings);
  const checked = afterTasks(jobs, tasks, (task) => {
    const problem = problemOf(task);
    return problem ? hindered(task.job, task.work.role, problem) : task.job;
  });
  return { jobs: checked, forms };
}

/** Where a task's form is kept. */
export function formKey({ work }: Task): string {
  return screenKey(work.ready);
}

/** Why what a task would create may not be sent as it is. */
function unfitFor(
  task: Task,
  form: readonly FieldMeta[],
  settings: SettingsDocument,
): Consequence | undefined {
  const [problem] = unfit(task, fieldsOf(task.work.draft.fields)).values();
  return problem ?? foreignFor(task, form) ?? missingFor(task, form, settings);
}

/** A value of the space itself that the create screen does not list. */
function foreignFor({ job, work }: Task, form: readonly FieldMeta[]): Consequence | undefined {
  const isRow = (field: string) => work.mappings.get(field)?.row !== undefined;
  const found = foreignValue(work.ready.space, job.finding.severity, form, isRow);
  return found && notListed(work.ready, found.field, { field: found.name, value: found.value });
}

/** A field that the create screen requires and nothing fills. */
function missingFor(
  task: Task,
  form: readonly FieldMeta[],
  settings: SettingsDocument,
): Consequence | undefined {
  const filled = issueFields(task, form, settings);
  const missing = form.find(
    (field) => field.required && !field.hasDefault && !alwaysFilled.has(field.id) && !(field.id in filled),
  );
  if (!missing) return undefined;
  const { space, projectId } = task.work.ready;
  const project = space.project?.name ?? projectId;
  const where = whereFilled(missing.id, space);
  return {
    kind: 'held',
    cause: `required|${formKey(task)}|${missing.id}`,
    reason: { code: 'fieldRequired', project, field: missing.name, where },
  };
}

/** Fields of the create call: only those on the create screen, and none that would be empty. */
export function issueFields(
  { work }: Task,
  form: readonly FieldMeta[],
  settings: SettingsDocument,
  without: readonly string[] = [],
): Record<string, unknown> {
  const onScreen = new Set(form.map((field) => field.id));
  const drafted = fieldsOf(work.draft.fields).flatMap((field): [string, unknown][] => {
    const value = work.draft.fields[field]?.value;
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    return !onScreen.has(field) || isEmpty || without.includes(field) ? [] : [[field, value]];
  });
  const fixed = Object.entries(settings.fields.fixed).filter(([id]) => onScreen.has(id));
  return {
    ...Object.fromEntries(fixed),
    ...Object.fromEntries(drafted),
    project: { id: work.ready.projectId },
    issuetype: { id: work.ready.issueTypeId },
  };
}

/** The transition that the create call itself takes, where one step leads to the wanted status. */
export function firstStep(task: Task, form: Form | undefined) {
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
