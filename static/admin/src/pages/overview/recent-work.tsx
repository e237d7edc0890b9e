import Button from '@atlaskit/button/new';
import type { AdminOutputs, ConnectionView } from '#contract/api';
import { useRoute } from '../../app/router';
import { latestRows, type LogRow } from '../../logic/log-rows';
import { onTheirWay } from '../../logic/standing';
import { sum } from '../../logic/totals';
import { CardHead } from '../../parts/card-head';
import { Information } from '../../parts/information';
import { IssueLinks } from '../../parts/issue-link';
import { OutcomeLozenge } from '../../parts/outcome-lozenge';
import { ReportLine } from '../../parts/report-line';
import { useCounts } from '../../parts/use-counts';
import { When } from '../../parts/when';
import { useTexts } from '../../texts/texts';

const most = 6;

interface RecentWorkProps {
  readonly activity: AdminOutputs['activity.list'];
  readonly connections: readonly ConnectionView[];
}

/** What was done to findings lately, and how many are on their way. */
export function RecentWork({ activity, connections }: RecentWorkProps) {
  const { overview, activity: words } = useTexts();
  const texts = overview.recent;
  const { go } = useRoute();
  const rows = latestRows(activity.activities, most);
  const coming = onTheirWay(activity.waiting, connections);
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead title={texts.title} action={<Button onClick={() => go('/activity')}>{texts.open}</Button>} />
      {coming !== undefined && (
        <Information>{words.waiting.onTheirWay(coming.findings, coming.more)}</Information>
      )}
      {rows.length === 0 && <p className="sf-subtle">{texts.none}</p>}
      <ul className="sf-lines">
        {rows.map((row) => (
          <li key={row.key} className="sf-row-between">
            <span className="sf-grow">
              <Done row={row} />
            </span>
            <span className="sf-subtle">
              <When at={row.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One finding with what became of it, many in numbers, or what a report came to. */
function Done({ row }: { row: LogRow }) {
  const { log } = useTexts().activity;
  const counts = useCounts();
  switch (row.kind) {
    case 'finding': {
      const { title, finding, outcome, issues } = row.item;
      return (
        <>
          <bdi>{title ?? finding}</bdi> <OutcomeLozenge outcome={outcome} /> <IssueLinks issues={issues} />
        </>
      );
    }
    case 'batch':
      return (
        <>
          {log.findings(sum(Object.values(row.counts)))}: {counts(row.counts)}
        </>
      );
    case 'report':
      return <ReportLine report={row.report} />;
    case 'quiet':
      return <>{log.findings(row.findings)}</>;
  }
}
