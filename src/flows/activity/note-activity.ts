import { issuesThere } from '../../core/sync/issues';
import type { ActivityItem } from '../../contract/activity';
import { failureLine } from '../../core/data/failure-line';
import { aboutRecord } from '../../core/activity/about';
import { groupBy } from '../../core/data/lists';
import { summarize } from '../../core/activity/summarize';
import type { Errand } from '../records/errand';
import type { jiraUseSince } from './jira-use';
import type { Ports } from '../ports';

const nothing = { jiraCalls: 0, jiraPoints: 0 };

/**
 * Tells admins what errands did, a record for each connection; their calls to Jira count with the first. What was done
 * stays done when this cannot be written down: it never throws.
 */
export async function noteActivity(
  ports: Ports,
  errands: readonly Errand[],
  use: ReturnType<typeof jiraUseSince>,
): Promise<void> {
  try {
    for (const [index, [connection, some]] of [
      ...groupBy(errands, ({ record }) => record.connection),
    ].entries()) {
      const items = some.flatMap(itemOf);
      const mine = index === 0 ? use : nothing;
      if (items.length + mine.jiraCalls === 0) continue;
      const head = { id: ports.newId(), at: ports.now(), connection, ...mine };
      await ports.activity.add(summarize(head, items));
    }
  } catch (error) {
    console.warn(failureLine('noting activity', error));
  }
}

/** What waits is told once it is done. */
function itemOf({ record, deed, told, problem }: Errand): ActivityItem[] {
  const about = aboutRecord(record);
  const done = told ? [...told] : deed ? [{ ...about, ...deed, issues: [...deed.issues] }] : [];
  if (problem?.kind !== 'held') return done;
  const issues = issuesThere(record).map(({ key }) => key);
  return [...done, { ...about, outcome: 'held', issues, reason: problem.reason }];
}
