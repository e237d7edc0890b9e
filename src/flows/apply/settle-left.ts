import type { SettingsDocument } from '../../contract/settings';
import { hasBegun, settleBegun } from '../../core/sync/begun';
import { issuesThere } from '../../core/sync/issues';
import { consequenceOf } from '../../core/jira/failure';
import { readPlaces } from '../move/read-places';
import type { Ports } from '../ports';
import { became, inPlace, type Job, withProblem } from './job';

/** Learns what became of moves that an earlier pass noted and did not come to confirm, before anything else is moved. */
export async function settleLeft(
  ports: Ports,
  jobs: readonly Job[],
  settings: SettingsDocument,
): Promise<Job[]> {
  const left = jobs
    .filter((job) => hasBegun(job.record) && job.outcomes.size === 0)
    .map((job) => ({ ...job, record: structuredClone(job.record) }));
  if (left.length === 0) return [...jobs];
  const issues = left.flatMap(({ record }) => issuesThere(record));
  const self = await ports.jira.self();
  const read = self.ok ? await readPlaces(ports, issues, { changelog: true }) : self;
  if (!read.ok) {
    const problem = consequenceOf(read.failure, 'reading');
    return inPlace(
      jobs,
      left.map((job) => became(withProblem(job, problem), 'waiting')),
    );
  }
  if (self.ok)
    for (const { record } of left) settleBegun(record, read.value, self.value, settings, ports.now());
  return inPlace(jobs, left);
}
