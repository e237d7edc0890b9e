import type { SettingsDocument } from '../../contract/settings';
import { hasBegun, settleBegun } from '../../core/sync/begun';
import { issuesThere } from '../../core/sync/issues';
import { consequenceOf } from '../../core/jira/failure';
import { readPlaces } from '../move/read-places';
import type { Ports } from '../ports';
import { became, type Job } from './job';

/** Learns what became of moves that an earlier pass noted and did not come to confirm, before anything else is moved. */
export async function settleLeft(
  ports: Ports,
  jobs: readonly Job[],
  settings: SettingsDocument,
): Promise<void> {
  const left = jobs.filter((job) => hasBegun(job.record) && job.outcomes.size === 0);
  if (left.length === 0) return;
  const issues = left.flatMap(({ record }) => issuesThere(record));
  const self = await ports.jira.self();
  const read = self.ok ? await readPlaces(ports, issues, { changelog: true }) : self;
  for (const job of left) {
    if (self.ok && read.ok) settleBegun(job.record, read.value, self.value, settings, ports.now());
    else {
      if (!read.ok) job.problems.push(consequenceOf(read.failure, 'reading'));
      became(job, 'waiting');
    }
  }
}
