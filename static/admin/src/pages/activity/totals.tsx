import { useCall } from '../../hooks/use-call';
import { usePoll } from '../../hooks/use-poll';
import { ErrorMessage } from '../../parts/error-message';
import { ChartSkeleton } from '../../parts/chart/chart-card';
import { DaysCard } from '../../parts/chart/days-card';
import { HoursCard } from '../../parts/chart/hours-card';

const freshEveryMs = 60_000;

/** What was done in 30 days, and what was used of Jira for it, as counts and charts. */
export function Totals() {
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
          <DaysCard days={stats.value.days} />
          <HoursCard what="calls" {...stats.value} />
          <HoursCard what="points" {...stats.value} />
        </>
      )}
    </div>
  );
}
