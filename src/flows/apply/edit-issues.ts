/** Edits: what changed, except where people's edits stand; one call an issue. */
import type { IssueThere } from '../../contract/link-record';
import { consequenceOf } from '../../core/jira/failure';
import { hiddenProblem, issueProblem } from '../../core/sync/hidden';
import { alreadySo, decideEdit, keptMarksOf, marksAfter, mayBe } from '../../core/sync/fields';
import { claimIdOf } from '../../core/sync/issues';
import { mark } from '../../core/data/hash';
import { identityMark, statusMark } from '../../core/sync/plan';
import { isDocument } from '../../mappings/adf/adf';
import { plainText } from '../../mappings/adf/plain-text';
import { putPart, readDescription } from '../../mappings/description-block';
import type { Ports, ReadPorts } from '../ports';
import { isArchived } from '../records/explain';
import { type FetchedIssue, readOf } from '../../core/jira/issue';
import type { IssueEdit } from '../ports-jira';
import { unfit, givingWay } from './give-way';
import { became, hindered, type Job, type RoleWork, withIssue, withProblem } from './job';
import { afterTasks, type Task, type Update, updates, workOnTasks } from './tasks';
import { readPlaces } from '../move/read-places';

/** Issues as they were read just before they are changed, by their ids. */
export type Current = ReadonlyMap<string, FetchedIssue>;

/** Reads the issues to be changed, at most 100 at once; one that Jira does not show waits. */
export async function readIssues(
  ports: ReadPorts,
  jobs: readonly Job[],
  tasks: readonly Update[],
): Promise<{ readonly jobs: Job[]; readonly current: Current }> {
  const current = new Map<string, FetchedIssue>();
  if (tasks.length === 0) return { jobs: [...jobs], current };
  const copies = tasks.map((task) => ({ ...task, issue: { ...task.issue } }));
  const read = await readPlaces(
    ports,
    copies.map(({ issue }) => issue),
    { fields: [...new Set(tasks.flatMap(jiraFieldsOf))] },
  );
  const after = afterTasks(jobs, copies, ({ job, work: { role }, issue }) => {
    const one = readOf(read, issue.id);
    const shown = withIssue(job, role, issue);
    if (!one.ok) return hindered(shown, role, consequenceOf(one.failure, 'reading'));
    if (!one.value) return hindered(shown, role, hiddenProblem(issue));
    current.set(issue.id, one.value);
    return shown;
  });
  return { jobs: after, current };
}

function jiraFieldsOf({ work }: Task): string[] {
  return work.plan.kind === 'update' ? [...work.plan.fields] : [];
}

/** Sends what changed. */
export function editIssues(ports: Ports, jobs: readonly Job[], current: Current): Promise<Job[]> {
  return workOnTasks(jobs, updates(jobs), (task) => editOne(ports, task, current.get(task.issue.id)));
}

async function editOne(ports: Ports, task: Update, current: FetchedIssue | undefined): Promise<Job> {
  const { work, job } = task;
  if (work.plan.kind !== 'update') return job;
  const { send: wanted, kept, already } = decideFor(task, work.plan.fields, current);
  const problems = unfit(task, wanted);
  const send = wanted.filter((field) => !problems.has(field));
  const noted = withSent(withKept(task, kept), already);
  const identity = work.plan.identity && (send.length > 0 || !work.plan.move);
  // What cannot be sent holds the finding up; the rest of it goes on.
  const left = { ...noted, job: withProblem(noted.job, ...problems.values()) };
  if (send.length === 0 && !identity) return left.job;
  return sendEdit(ports, left, { send, values: valuesOf(left, send, current), identity });
}

/** The values to send by field; a description may stand among what people wrote. */
function valuesOf(
  { work, issue: { sent } }: Update,
  send: readonly string[],
  current: FetchedIssue | undefined,
): Values {
  const entries = send.map((field): [string, unknown] => {
    const value = work.draft.fields[field]?.value;
    if (field !== 'description' || work.mode === 'replace' || !isDocument(value)) return [field, value];
    const before = current?.fields.description;
    return [field, putPart(before, value, mayBe(sent[field], mark(plainText(before))))];
  });
  return Object.fromEntries(entries);
}

type Values = Readonly<Record<string, unknown>>;
interface Wanted {
  readonly send: readonly string[];
  readonly values: Values;
  readonly identity: boolean;
}

/** Which of the changed fields to send, and which give way to people's edits. */
export function decideFor(
  { work, issue: { sent, labels = [] } }: Update,
  changed: readonly string[],
  current: FetchedIssue | undefined,
) {
  const values = Object.fromEntries(
    changed.map((field) => [field, readAs(work, field, current?.fields[field])]),
  );
  const ownerOf = (field: string) => work.mappings.get(field)?.owner ?? 'people';
  const comparable = changed.filter((field) => ownerOf(field) !== 'create' && field !== 'labels');
  const already = current ? alreadySo(comparable, work.draft.fields, values) : [];
  const { add, remove } = labelEdit(work.labels, labels);
  const shown = new Set(Array.isArray(values['labels']) ? values['labels'] : []);
  const isLabelled = add.every((one) => shown.has(one)) && !remove.some((one) => shown.has(one));
  if (current && changed.includes('labels') && ownerOf('labels') !== 'create' && isLabelled)
    already.push('labels');
  const open = changed.filter((field) => !already.includes(field));
  return { ...decideEdit(open, values, sent, ownerOf), already };
}

/** What Jira shows of a field, as far as it is the app's. */
function readAs({ mappings, mode }: RoleWork, field: string, raw: unknown): unknown {
  const mapping = mappings.get(field);
  return field === 'description' && !mapping?.row ? readDescription(raw, mode) : mapping?.read(raw);
}

/** Fields that may give way do when Jira refuses nothing else, and no further pass tries them again. */
async function sendEdit(ports: Ports, task: Update, wanted: Wanted): Promise<Job> {
  const { send, identity } = wanted;
  const { issue, work } = task;
  const { role, ready, draft } = work;
  const answer = await ports.jira.editIssue(issue.id, editOf(task, wanted));
  if (answer.ok) {
    const sent = withSent(task, send);
    const told = identity ? withMarks(sent, { [identityMark]: mark(draft.identity) }) : sent;
    return became(told.job, 'changed', role);
  }
  const giving = answer.failure.kind === 'refused' ? givingWay(task, answer.failure.fields) : undefined;
  const mayGive = giving?.every((field) => send.includes(field)) && !(await isArchived(ports, issue.project));
  if (giving && mayGive) {
    const kept = withKept(task, giving);
    const rest = send.filter((field) => !giving.includes(field));
    if (rest.length > 0 || identity) return sendEdit(ports, kept, { ...wanted, send: rest });
    return withSent(kept, rest).job;
  }
  const place = ready.space.project?.name ?? ready.projectId;
  return hindered(task.job, role, issueProblem(answer.failure, issue, 'changing', place));
}

function editOf({ work, issue }: Update, { send, values, identity }: Wanted): IssueEdit {
  const fields = send
    .filter((field) => field !== 'labels')
    .map((field): [string, unknown] => [field, values[field]]);
  const labels = labelEdit(work.labels, issue.labels ?? []);
  return {
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
    ...(send.includes('labels') ? { labels } : {}),
    ...(identity ? { identity: { ...work.identity, claim: claimIdOf(issue) } } : {}),
  };
}

/** Labels are merged: `own` are those that the app put there, and only these does it take away. */
function labelEdit(wanted: readonly string[], own: readonly string[]) {
  return {
    add: wanted.filter((label) => !own.includes(label)),
    remove: own.filter((label) => !wanted.includes(label)),
  };
}

/** The task once these fields of its issue gave way. */
function withKept(task: Update, fields: readonly string[]): Update {
  return withMarks(task, keptMarksOf(task.work.draft.fields, fields));
}

/** The task once these fields of its issue are as they are drafted. */
function withSent(task: Update, fields: readonly string[]): Update {
  const { plan, draft, labels } = task.work;
  const issue: IssueThere = {
    ...task.issue,
    sent: marksAfter(task.issue.sent, draft.fields, fields),
    ...(fields.includes('labels') ? { labels: [...labels] } : {}),
  };
  const stays = plan.kind === 'update' && !plan.move;
  return withMarks({ ...task, issue }, stays ? { [statusMark]: mark(draft.status) } : {});
}

function withMarks(task: Update, marks: Record<string, string>): Update {
  const issue = { ...task.issue, sent: { ...task.issue.sent, ...marks } };
  return { ...task, issue, job: withIssue(task.job, task.work.role, issue) };
}
