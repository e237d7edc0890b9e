/** What one step of the escalation does in Jira. Safe to repeat: nothing is said, raised or added twice. */
import type { IssueThere } from '../../contract/link-record';
import type { Action } from '../../contract/sla';
import { mark } from '../../core/data/hash';
import { partOf } from '../../core/data/part-of';
import { hasSaid, wordsOf } from '../../core/jira/comments';
import type { Consequence } from '../../core/jira/failure';
import type { FetchedIssue } from '../../core/jira/issue';
import { nobody } from '../../core/settings/people';
import type { ComingStep } from '../../core/sla/steps';
import { issueProblem } from '../../core/sync/hidden';
import { legalLabel } from '../../mappings/labels';
import { stepComment } from '../../mappings/step-comment';
import { did, type Errand } from '../records/errand';
import type { Ports } from '../ports';
import type { IssueEdit } from '../ports-jira';

/** An issue that a step is about. `speaks`: comments and people belong on it. */
export interface Target {
  readonly issue: IssueThere;
  readonly shown: FetchedIssue;
  readonly speaks: boolean;
}

/** Answers what stands in the way. */
export async function takeStep(
  ports: Ports,
  errand: Errand,
  coming: ComingStep,
  targets: readonly Target[],
  self: string,
): Promise<Consequence | undefined> {
  for (const target of targets) {
    const problem =
      (await editIssue(ports, errand, coming, target)) ?? (await sayAll(ports, coming, target, self));
    if (problem) return problem;
    did(errand, 'escalated', target.issue, 'app');
  }
  return undefined;
}

async function editIssue(
  ports: Ports,
  { record }: Errand,
  { step }: ComingStep,
  { issue, speaks }: Target,
): Promise<Consequence | undefined> {
  const own = issue.labels ?? [];
  const add = step.do
    .filter(({ kind }) => kind === 'label')
    .map(({ label = '' }) => legalLabel(label))
    .filter((label) => label !== '' && !own.includes(label));
  const priority = step.do.some(({ kind }) => kind === 'priority')
    ? record.sla?.raising?.[step.id]?.[issue.id]
    : undefined;
  const person = speaks ? step.do.findLast(isAssigning)?.to?.id : undefined;
  const edit = editOf(add, {
    ...(priority === undefined ? {} : { priority: { id: priority } }),
    ...(person === undefined ? {} : { assignee: { accountId: person } }),
  });
  if (!edit) return undefined;
  const edited = await ports.jira.editIssue(issue.id, edit);
  if (!edited.ok) return issueProblem(edited.failure, issue, 'changing');
  if (add.length > 0) noteLabels(issue, [...own, ...add].sort());
  return undefined;
}

/** Whoever's account was closed gets nothing. */
function isAssigning({ kind, to }: Action): boolean {
  return kind === 'assign' && to?.id !== undefined && to.id !== nobody;
}

function editOf(add: readonly string[], fields: Record<string, unknown>): IssueEdit | undefined {
  if (add.length === 0 && Object.keys(fields).length === 0) return undefined;
  return {
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(add.length > 0 ? { labels: { add, remove: [] } } : {}),
  };
}

/** They are the app's own now; where it is known what was sent, the next pass has nothing to send. */
function noteLabels(issue: IssueThere, labels: string[]): void {
  if (issue.sent['labels'] === mark(issue.labels ?? [])) issue.sent = { ...issue.sent, labels: mark(labels) };
  issue.labels = labels;
}

async function sayAll(
  ports: Ports,
  { step, due }: ComingStep,
  { issue, shown, speaks }: Target,
  self: string,
): Promise<Consequence | undefined> {
  for (const action of speaks ? step.do.filter(({ kind }) => kind === 'comment') : []) {
    const isThere = action.mention?.id !== nobody;
    const comment = stepComment(isThere ? action : { ...action, mention: null }, step, due);
    if (hasSaid(partOf(shown.fields, 'comment'), self, wordsOf(comment))) continue;
    const said = await ports.jira.addComment(issue, { document: comment });
    if (!said.ok) return issueProblem(said.failure, issue, 'commenting');
  }
  return undefined;
}
