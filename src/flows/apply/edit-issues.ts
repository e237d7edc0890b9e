/** Edits: what changed, except where people's edits stand; one call an issue. */
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
import { type FetchedIssue, readOf } from '../../core/jira/issue';
import type { IssueEdit } from '../ports-jira';
import { unfit, givingWay } from './give-way';
import { became, forEachJob, hinder, type RoleWork, type Task, type Update } from './job';
import { readPlaces } from '../move/read-places';

/** Reads the issues to be changed, at most 100 at once; one that Jira does not show waits. */
export async function readIssues(
  ports: ReadPorts,
  tasks: readonly Update[],
): Promise<Map<RoleWork, FetchedIssue>> {
  if (tasks.length === 0) return new Map();
  const fields = [...new Set(tasks.flatMap(jiraFieldsOf))];
  const read = await readPlaces(
    ports,
    tasks.map(({ issue }) => issue),
    { fields },
  );
  const found = new Map<RoleWork, FetchedIssue>();
  for (const task of tasks) {
    const one = readOf(read, task.issue.id);
    if (!one.ok) hinder(task, consequenceOf(one.failure, 'reading'));
    else if (one.value) found.set(task.work, one.value);
    else hinder(task, hiddenProblem(task.issue));
  }
  return found;
}

function jiraFieldsOf({ work }: Task): string[] {
  return work.plan.kind === 'update' ? [...work.plan.fields] : [];
}

/** Sends what changed. `current` are the issues as read just before. */
export async function editIssues(
  ports: Ports,
  tasks: readonly Update[],
  current: ReadonlyMap<RoleWork, FetchedIssue>,
): Promise<void> {
  await forEachJob(tasks, (task) => editOne(ports, task, current.get(task.work)));
}

async function editOne(ports: Ports, task: Update, current: FetchedIssue | undefined): Promise<void> {
  const { work, issue } = task;
  if (work.plan.kind !== 'update') return;
  const { send: wanted, kept, already } = decideFor(task, work.plan.fields, current);
  const problems = unfit(task, wanted);
  // What cannot be sent holds the finding up; the rest of it goes on.
  task.job.problems.push(...problems.values());
  const send = wanted.filter((field) => !problems.has(field));
  Object.assign(issue.sent, keptMarksOf(work.draft.fields, kept));
  noteSent(task, already);
  const identity = work.plan.identity && (send.length > 0 || !work.plan.move);
  if (send.length === 0 && !identity) return;
  await sendEdit(ports, task, { send, values: valuesOf(task, send, current), identity });
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
async function sendEdit(ports: Ports, task: Update, wanted: Wanted): Promise<void> {
  const { send, identity } = wanted;
  const { issue } = task;
  const answer = await ports.jira.editIssue(issue.id, editOf(task, wanted));
  const giving =
    !answer.ok && answer.failure.kind === 'refused' ? givingWay(task, answer.failure.fields) : undefined;
  if (giving?.every((field) => send.includes(field))) {
    Object.assign(issue.sent, keptMarksOf(task.work.draft.fields, giving));
    const rest = send.filter((field) => !giving.includes(field));
    if (rest.length > 0 || identity) await sendEdit(ports, task, { ...wanted, send: rest });
    else noteSent(task, rest);
    return;
  }
  if (answer.ok) {
    noteSent(task, send);
    if (identity) issue.sent[identityMark] = mark(task.work.draft.identity);
    became(task.job, 'changed', task.work.role);
  } else
    hinder(
      task,
      issueProblem(
        answer.failure,
        issue,
        'changing',
        task.work.ready.space.project?.name ?? task.work.ready.projectId,
      ),
    );
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

function noteSent({ work, issue }: Update, fields: readonly string[]): void {
  issue.sent = marksAfter(issue.sent, work.draft.fields, fields);
  if (fields.includes('labels')) issue.labels = [...work.labels];
  if (work.plan.kind === 'update' && !work.plan.move) issue.sent[statusMark] = mark(work.draft.status);
}
