import Button from '@atlaskit/button/new';
import type { AdminOutputs, ConnectionView } from '#contract/api';
import { useRoute } from '../../app/router';
import { ReportLine } from '../../parts/report-line';
import { When } from '../../parts/when';
import { useTexts } from '../../texts/texts';
import { useCounts } from '../../parts/use-counts';
import { CardHead } from '../../parts/card-head';

const most = 6;

interface RecentWorkProps {
  readonly activity: AdminOutputs['activity.list'];
  readonly connections: readonly ConnectionView[];
}

/** The newest batches with what was done, and how many are waiting. */
export function RecentWork({ activity, connections }: RecentWorkProps) {
  const texts = useTexts().overview.recent;
  const counts = useCounts();
  const { go } = useRoute();
  const nameOf = (key: string) => connections.find((connection) => connection.key === key)?.name;
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead title={texts.title} action={<Button onClick={() => go('/activity')}>{texts.open}</Button>} />
      {activity.pendingChunks > 0 && <p>{texts.pending(activity.pendingChunks)}</p>}
      {activity.activities.length === 0 && <p className="sf-subtle">{texts.none}</p>}
      <ul className="sf-lines">
        {activity.activities.slice(0, most).map(({ id, at, connection, counts: done, report }) => (
          <li key={id} className="sf-row-between">
            <span>
              {report ? <ReportLine report={report} /> : counts(done)}{' '}
              <span className="sf-subtle">{nameOf(connection)}</span>
            </span>
            <span className="sf-subtle">
              <When at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
