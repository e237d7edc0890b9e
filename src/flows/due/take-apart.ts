/** An issue that people unlinked from its finding: what the app put on it is taken off again, and what it took from it. */
import type { LinkRecord } from '../../contract/link-record';
import { type Role, roles } from '../../contract/settings';
import { type Consequence, consequenceOf, type JiraFailure } from '../../core/jira/failure';
import { issueProblem } from '../../core/sync/hidden';
import { issueMade } from '../../core/sync/issues';
import { withdraw } from '../comments/listen';
import { type Errand, isFree, type Pass } from '../records/errand';

/**
 * The identity, unless the issue is another finding's by now, the link to the other issue, and what people said on it: of
 * that nobody would hear any more how far it may go.
 */
export async function takeApart(pass: Pass, errands: readonly Errand[]): Promise<void> {
  for (const errand of errands)
    for (const role of roles) if (errand.record.parted?.[role]?.issue) await partOne(pass, errand, role);
}

async function partOne(pass: Pass, errand: Errand, role: Role): Promise<void> {
  const { jira, pointers } = pass.ports;
  const { record } = errand;
  const issue = record.parted?.[role]?.issue;
  if (!issue) return;
  const other = issueMade(record, role === 'product' ? 'security' : 'product');
  const isUnowned = !(await pointers.of([issue.id])).has(issue.id);
  const steps = [
    ...(isUnowned ? [() => jira.removeIdentity(issue.id)] : []),
    ...(other ? [() => jira.unlinkIssues(issue.id, other.id)] : []),
  ];
  for (const step of steps) {
    const answer = await step();
    if (!answer.ok) {
      errand.problem = problemOf(answer.failure, issue);
      return;
    }
  }
  await withdraw(pass, errand, issue.id);
  if (isFree(errand)) record.parted = partedFrom(record, role);
}

function problemOf(
  failure: JiraFailure,
  { key, project }: { readonly key: string; readonly project?: string | undefined },
): Consequence {
  return project === undefined
    ? consequenceOf(failure, 'linking')
    : issueProblem(failure, { key, project }, 'linking');
}

/** Nothing is made in its place; where people linked another one, nothing is to be remembered. */
function partedFrom({ parted, issues }: LinkRecord, role: Role): LinkRecord['parted'] {
  const { [role]: _over, ...rest } = parted ?? {};
  const left = issues[role] === undefined ? { ...rest, [role]: {} } : rest;
  return Object.keys(left).length > 0 ? left : undefined;
}
