/** The create screens that new issues need, and what a create call would carry. */
import type { SettingsDocument } from '../../contract/settings';
import { type Consequence, consequenceOf } from '../../core/jira/failure';
import type { FieldMeta } from '../../core/jira/issue';
import { findPath, type Workflow } from '../../core/jira/workflow';
import { whereFilled } from '../../core/settings/where-filled';
import { fieldsOf } from '../../core/sync/fields';
import { firstTarget } from '../../core/sync/targets';
import type { ReadPorts } from '../ports';
import { unfit } from './give-way';
import { screenKey } from './read-screens';
import { creates, hinder, type Job, type Task } from './job';

/** Fields that Jira fills by itself or that every create call carries. */
const alwaysFilled = new Set(['project', 'issuetype', 'reporter']);

/** What a project's create screen and workflow look like. */
export interface Form {
  readonly fields: readonly FieldMeta[];
  readonly workflow: Workflow | undefined;
}
/** By `project/issue type`. */
export type Forms = Map<string, Form>;

/** Reads the create screens that the new issues need; a task whose required fields stay empty is parked. `workflows`: those too. */
export async function readForms(
  ports: ReadPorts,
  jobs: readonly Job[],
  settings: SettingsDocument,
  { workflows = true }: { readonly workflows?: boolean } = {},
): Promise<Forms> {
  const forms: Forms = new Map();
  const failed = new Map<string, Consequence>();
  for (const task of creates(jobs)) {
    const { projectId, issueTypeId } = task.work.ready;
    const key = formKey(task);
    if (!forms.has(key) && !failed.has(key)) {
      const fields = await ports.jira.createFields(projectId, issueTypeId);
      if (fields.ok) {
        const workflow = workflows ? await ports.jira.workflow(projectId, issueTypeId) : undefined;
        forms.set(key, { fields: fields.value, workflow: workflow?.ok ? workflow.value : undefined });
      } else
        failed.set(
          key,
          consequenceOf(fields.failure, 'readingScreen', task.work.ready.space.project?.name ?? projectId),
        );
    }
    const problem = failed.get(key);
    if (problem) hinder(task, problem);
    else holdUnfit(task, forms.get(key)?.fields ?? [], settings);
  }
  return forms;
}

/** Where a task's form is kept. */
export function formKey({ work }: Task): string {
  return screenKey(work.ready);
}

function holdUnfit(task: Task, form: readonly FieldMeta[], settings: SettingsDocument): void {
  const [problem] = unfit(task, fieldsOf(task.work.draft.fields)).values();
  if (problem) hinder(task, problem);
  else checkRequired(task, form, settings);
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
