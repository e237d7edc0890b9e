/** An issue that people unlinked from its finding: what the app put on it is taken off again. */
import { type Role, roles } from '../../contract/settings';
import { consequenceOf } from '../../core/jira/failure';
import { issueMade } from '../../core/sync/issues';
import type { Errand, Pass } from '../records/errand';

/** The identity, unless the issue is another finding's by now, and the link to the other issue. */
export async function takeApart({ ports }: Pass, errands: readonly Errand[]): Promise<void> {
  for (const errand of errands)
    for (const role of roles) if (errand.record.parted?.[role]?.issue) await partOne(ports, errand, role);
}

async function partOne({ jira, pointers }: Pass['ports'], errand: Errand, role: Role): Promise<void> {
  const { record } = errand;
  const issue = record.parted?.[role]?.issue;
  if (!issue) return;
  const other = issueMade(record, role === 'product' ? 'security' : 'product');
  const isFree = !(await pointers.of([issue.id])).has(issue.id);
  const steps = [
    ...(isFree ? [() => jira.removeIdentity(issue.id)] : []),
    ...(other ? [() => jira.unlinkIssues(issue.id, other.id)] : []),
  ];
  for (const step of steps) {
    const answer = await step();
    if (!answer.ok) {
      errand.problem = consequenceOf(answer.failure, 'linking');
      return;
    }
  }
  record.parted = { ...record.parted, [role]: {} };
}
