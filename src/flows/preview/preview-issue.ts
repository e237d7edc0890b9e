/** One issue of a finding as it would be made, or what would happen to the one that is there. */
import type { IssuePreview, PreviewValue } from '../../contract/api';
import type { Reason } from '../../contract/messages/message';
import type { SettingsDocument } from '../../contract/settings';
import { firstTarget, targetFor } from '../../core/sync/targets';
import { findPath, type Target, type Workflow } from '../../core/jira/workflow';
import { foreseeIssue, formKey, type Forms } from '../apply/create-forms';
import { type Current, decideFor } from '../apply/edit-issues';
import type { Task, Update } from '../apply/tasks';
import { issueMade } from '../../core/sync/issues';
import { explainValues } from './explain-values';

/** What was read for a preview. */
export interface Known {
  readonly forms: Forms;
  readonly current: Current;
  /** By `formKey`. */
  readonly workflows: ReadonlyMap<string, Workflow>;
  readonly settings: SettingsDocument;
}

interface Previewed {
  readonly issue: IssuePreview;
  readonly problem?: { readonly reason: Reason };
}

/** What would happen for one issue. `problem`: a status that the workflow has no way to. */
export function previewIssue(task: Task, known: Known): Previewed {
  const { job, work } = task;
  const { role, plan } = work;
  const issue = issueMade(job.record, role);
  const adopted = job.finding.existing?.[role];
  if (!issue && adopted !== undefined) return { issue: { role, action: 'adopt', key: adopted, values: [] } };
  if (plan.kind === 'create') return previewNew(task, known);
  const key = issue?.key ?? '';
  if (plan.kind === 'nothing' || issue?.state !== 'there')
    return { issue: { role, action: 'nothing', key, values: [] } };
  const update: Update = { ...task, issue };
  const { send, kept } = decideFor(update, plan.fields, known.current.get(issue.id));
  const move = plan.move ? moveOf(update, known) : {};
  const all = explain(task, known);
  const names = Object.fromEntries(
    all.flatMap(({ field, name }) => (name === undefined ? [] : [[field, name]])),
  );
  const edit = { edited: send, kept, ...(Object.keys(names).length > 0 ? { names } : {}), ...move.to };
  if (send.length === 0 && kept.length === 0 && move.to === undefined && move.problem === undefined)
    return { issue: { role, action: 'nothing', key, values: [] } };
  const values = all.filter(({ field }) => send.includes(field));
  return {
    issue: { role, action: 'update', key, values, ...edit },
    ...(move.problem ? { problem: move.problem } : {}),
  };
}

function previewNew(task: Task, known: Known): Previewed {
  const { job, work } = task;
  const { fields, screen, workflow } = foreseeIssue(task, known.forms, known.settings);
  const { status, problem } = firstStatus(task, workflow);
  const description = fields['description'] as object | undefined;
  return {
    issue: {
      role: work.role,
      action: 'create',
      values: [...explain(task, known, screen), ...status],
      ...(description === undefined ? {} : { description }),
      linked: job.works.length > 1,
    },
    ...(problem ? { problem } : {}),
  };
}

function explain(
  { job, work }: Task,
  { settings }: Known,
  screen?: Parameters<typeof explainValues>[0]['screen'],
) {
  const isUnconfirmed = job.record.facts.assigneeUnconfirmed === true;
  return explainValues({ work, finding: job.finding, isUnconfirmed, settings, screen });
}

function firstStatus(task: Task, workflow: Workflow | undefined) {
  const { job, work } = task;
  const initial = workflow?.initial;
  if (workflow === undefined || initial === undefined) return { status: [] };
  const target = firstTarget(job.finding.status, work.ready.space);
  const path = target && findPath(workflow, initial, target);
  const status: PreviewValue = {
    field: 'status',
    values: [nameOf(workflow, path?.target ?? initial)],
    origins: [path ? work.origins.statuses : 'jira'],
  };
  return { status: [status], ...(target && !path ? noWay(task, workflow, initial, target) : {}) };
}

/** Where the issue would be moved; nothing where it is there already, or nothing asks for a move. */
function moveOf(task: Update, known: Known): { to?: { movedTo: string }; problem?: { reason: Reason } } {
  const { job, work } = task;
  const workflow = known.workflows.get(formKey(task));
  const from = task.issue.status;
  const target = targetFor(job.finding.status, job.lifecycle, work.ready.space);
  if (!workflow || from === undefined || !target) return {};
  const path = findPath(workflow, from, target);
  if (!path) return noWay(task, workflow, from, target);
  return path.steps.length === 0 ? {} : { to: { movedTo: nameOf(workflow, path.target) } };
}

function noWay(
  { job }: Task,
  workflow: Workflow,
  from: string,
  { statuses }: Target,
): { problem: { reason: Reason } } {
  const to = statuses.map((id) => nameOf(workflow, id));
  const reason: Reason =
    to.length > 0
      ? { code: 'noWay', from: nameOf(workflow, from), to }
      : { code: 'noFittingStatus', lifecycle: job.lifecycle };
  return { problem: { reason } };
}

function nameOf({ statuses }: Workflow, id: string): string {
  return statuses.find((status) => status.id === id)?.name ?? id;
}
