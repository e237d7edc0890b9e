import { adfOf } from '../html/adf';
import { redirect, type Answer } from '../http/answer';
import { formOf, type Exchange } from '../http/exchange';
import { jiraAs, path, type JiraAs, type Reply } from '../jira-as';
import type { FieldMeta, IssueView, TransitionView } from '../jira-views';
import { fieldValue } from '../pages/issue/field-input';
import { EDITABLE } from '../pages/issue/issue-actions';
import type { PagesContext } from '../pages-context';
import { leaveNote, sessionOf } from '../session';

/** A form on an issue, read and ready to be carried out as the person who sent it. */
export interface IssueForm {
  readonly context: PagesContext;
  readonly jira: JiraAs;
  readonly form: URLSearchParams;
  readonly key: string;
  /** The REST path of the issue. */
  readonly base: string;
}

/** Reads a form on the issue that the address names. */
export function issueForm(context: PagesContext, exchange: Exchange): IssueForm {
  const { user } = sessionOf(context, exchange);
  const key = exchange.params['key'] ?? '';
  return {
    context,
    jira: jiraAs(context.site, user.accountId),
    form: formOf(exchange),
    key,
    base: path`/rest/api/3/issue/${key}`,
  };
}

/** Back to the issue, with a note of what happened; Jira's own words when it refused. */
export function backToIssue(key: string, reply: Reply<unknown>, done: string): Answer {
  const note = reply.ok
    ? { kind: 'success' as const, text: done }
    : { kind: 'error' as const, text: reply.problem };
  return leaveNote(redirect(`/browse/${key}`), note);
}

/** Carries out a transition with the fields of its screen. */
export async function transitionIssue({ jira, form, key, base }: IssueForm): Promise<Answer> {
  const id = form.get('transition') ?? '';
  const offered = await jira.get<{ transitions: readonly TransitionView[] }>(
    `${base}/transitions?expand=transitions.fields`,
  );
  const transition = offered.ok ? offered.body.transitions.find((one) => one.id === id) : undefined;
  const values = fieldsOf(form, transition?.fields ?? {});
  const fields = Object.keys(values).length === 0 ? {} : { fields: values };
  const reply = await jira.post(`${base}/transitions`, { transition: { id }, ...fields });
  return backToIssue(key, reply, `${key} is now ${transition?.to.name ?? 'moved'}.`);
}

/** Adds a comment. */
export async function commentIssue({ jira, form, key, base }: IssueForm): Promise<Answer> {
  const reply = await jira.post(`${base}/comment`, { body: adfOf(form.get('body') ?? '') });
  return backToIssue(key, reply, 'Your comment was added.');
}

/** Changes or deletes the comment that the address names. */
export async function changeComment({ jira, form, key, base }: IssueForm, id: string): Promise<Answer> {
  const at = `${base}/comment/${encodeURIComponent(id)}`;
  if (form.get('do') === 'delete')
    return backToIssue(key, await jira.delete(at), 'Your comment was deleted.');
  const reply = await jira.put(at, { body: adfOf(form.get('body') ?? '') });
  return backToIssue(key, reply, 'Your comment was changed.');
}

/** Saves the fields that the edit dialog offers and that really changed. */
export async function editIssue({ jira, form, key, base }: IssueForm): Promise<Answer> {
  const [issue, meta] = await Promise.all([
    jira.get<IssueView>(base),
    jira.get<{ fields: Readonly<Record<string, FieldMeta>> }>(`${base}/editmeta`),
  ]);
  if (!issue.ok) return backToIssue(key, issue, '');
  if (!meta.ok) return backToIssue(key, meta, '');
  const fields: Record<string, unknown> = {};
  for (const id of EDITABLE) {
    const of = meta.body.fields[id];
    if (!of || !form.has(`field.${id}`)) continue;
    const value = fieldValue(of, form.getAll(`field.${id}`)) ?? null;
    if (JSON.stringify(value) !== JSON.stringify(presentValue(issue.body, id))) fields[id] = value;
  }
  if (Object.keys(fields).length === 0) return redirect(`/browse/${key}`);
  return backToIssue(key, await jira.put(base, { fields }), 'Your changes were saved.');
}

function presentValue({ fields }: IssueView, id: (typeof EDITABLE)[number]): unknown {
  if (id === 'priority') return fields.priority ? { id: fields.priority.id } : null;
  if (id === 'labels') return fields.labels ?? [];
  return fields[id] ?? null;
}

/** Deletes the issue with its sub-tasks. */
export async function deleteIssue({ jira, key, base }: IssueForm): Promise<Answer> {
  const reply = await jira.delete(`${base}?deleteSubtasks=true`);
  if (!reply.ok) return backToIssue(key, reply, '');
  return leaveNote(redirect('/issues'), { kind: 'success', text: `${key} was deleted.` });
}

function fieldsOf(form: URLSearchParams, meta: Readonly<Record<string, FieldMeta>>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [id, of] of Object.entries(meta)) {
    const value = fieldValue(of, form.getAll(`field.${id}`));
    const empty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!empty) fields[id] = value;
  }
  return fields;
}
