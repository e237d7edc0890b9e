/** Issues of rejected findings, once their grace is over. Nothing that people worked on is deleted. */
import { type LinkedIssue, type LinkRecord } from '../../contract/link-record';
import { roles } from '../../contract/settings';
import { consequenceOf } from '../../core/failure';
import { workedOnBy } from '../../core/worked-on';
import { type Errand, mayBegin, type Pass } from '../errand';
import type { FetchedIssue } from '../ports';

const hourMs = 60 * 60_000;
const traces = ['comment', 'worklog', 'attachment'];

/** Deletes up to the cap of this hour; what is above it waits for the next hour. One read for all, one call each. */
export async function deleteRejected(pass: Pass, errands: readonly Errand[]): Promise<void> {
  if (errands.length === 0) return;
  const { jira } = pass.ports;
  const ids = errands.flatMap(({ record }) => deletable(record).flatMap(({ id }) => id ?? []));
  const self = await jira.self();
  const read = await jira.fetchIssues(ids, { fields: traces, changelog: true });
  for (const errand of errands) {
    if (!self.ok) errand.problem = consequenceOf(self.failure, 'Reading issues');
    else if (!read.ok) errand.problem = consequenceOf(read.failure, 'Reading issues');
    else await deleteOne(pass, errand, read.value, self.value);
  }
}

function deletable({ issues }: LinkRecord): LinkedIssue[] {
  return roles.flatMap((role) => {
    const issue = issues[role];
    return issue?.id === undefined || issue.gone || issue.adopted ? [] : [issue];
  });
}

async function deleteOne(
  pass: Pass,
  errand: Errand,
  read: ReadonlyMap<string, FetchedIssue>,
  self: string,
): Promise<void> {
  const { ports, settings } = pass;
  const { record } = errand;
  const hour = `deleted:${String(Math.floor(ports.now() / hourMs))}`;
  for (const issue of deletable(record)) {
    if (!mayBegin(pass, errand)) return;
    const fetched = read.get(issue.id ?? '');
    if (fetched && settings.deleting.spareWorkedOn && workedOnBy(fetched, self)) {
      record.todo = { ...record.todo, close: ports.now() };
      continue;
    }
    if (fetched && (await ports.counters.read(hour)) >= settings.deleting.hourlyCap) {
      errand.notBefore = (Math.floor(ports.now() / hourMs) + 1) * hourMs;
      return;
    }
    const deleted = fetched ? await ports.jira.deleteIssue(issue.id ?? '') : undefined;
    if (deleted && !deleted.ok && !(deleted.failure.kind === 'refused' && deleted.failure.status === 404)) {
      errand.problem = consequenceOf(deleted.failure, 'Deleting an issue');
      return;
    }
    if (fetched) await ports.counters.add(hour, 1);
    issue.gone = true;
    errand.outcome = 'deleted';
  }
}
