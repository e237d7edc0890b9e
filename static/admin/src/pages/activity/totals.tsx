import type { HeldCause } from '#contract/activity';
import { dayAndTime } from '../../../../shared/relative-time';
import { usePageContext } from '../../bridge/context-provider';
import { useCall } from '../../hooks/use-call';
import { usePoll } from '../../hooks/use-poll';
import { ErrorMessage } from '../../parts/error-message';
import { ChartSkeleton } from '../../parts/chart/chart-card';
import { DaysCard } from '../../parts/chart/days-card';
import { HoursCard } from '../../parts/chart/hours-card';
import { useLocale, useTexts } from '../../texts/texts';

const freshEveryMs = 60_000;

/** What was done in 30 days, and what was used of Jira for it, as counts and charts. */
export function Totals({ held }: { held: readonly HeldCause[] }) {
  const { charts } = useTexts().activity;
  const locale = useLocale();
  const { timezone } = usePageContext();
  const stats = useCall('activity.stats', {});
  usePoll(stats.reload, freshEveryMs);
  if (stats.value === undefined && stats.state === 'failed')
    return <ErrorMessage error={stats.error} retry={stats.reload} />;
  return (
    <div className="sf-totals">
      {stats.value === undefined ? (
        <>
          <ChartSkeleton />
          <ChartSkeleton />
          <ChartSkeleton />
        </>
      ) : (
        <>
          <DaysCard days={stats.value.days} held={held} />
          <HoursCard what="calls" {...stats.value} />
          <HoursCard what="points" {...stats.value} />
          {stats.value.upTo !== undefined && (
            <p className="sf-subtle" role="status">
              {charts.upTo(dayAndTime(stats.value.upTo, locale, timezone))}
            </p>
          )}
        </>
      )}
    </div>
  );
}
