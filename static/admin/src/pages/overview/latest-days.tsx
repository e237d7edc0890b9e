import type { HeldCause } from '#contract/activity';
import { useCall } from '../../hooks/use-call';
import { usePoll } from '../../hooks/use-poll';
import { ChartSkeleton } from '../../parts/chart/chart-card';
import { DaysCard } from '../../parts/chart/days-card';
import { ErrorMessage } from '../../parts/error-message';

const freshEveryMs = 60_000;

/** What was done in the last 30 days, as counts and a chart. */
export function LatestDays({ held }: { held: readonly HeldCause[] }) {
  const stats = useCall('activity.stats', {});
  usePoll(stats.reload, freshEveryMs);
  if (stats.value !== undefined) return <DaysCard days={stats.value.days} held={held} />;
  return stats.state === 'failed' ? (
    <ErrorMessage error={stats.error} retry={stats.reload} />
  ) : (
    <ChartSkeleton />
  );
}
