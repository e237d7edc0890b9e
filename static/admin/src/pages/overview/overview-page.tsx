import './overview.css';
import { useAsync } from '../../hooks/use-async';
import { useCall } from '../../hooks/use-call';
import { usePoll } from '../../hooks/use-poll';
import { type Facts, readFacts } from '../../hooks/use-set-up';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { CardSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { LatestDays } from './latest-days';
import { ConnectionsHealth } from './connections-health';
import { HealthBanner } from './health-banner';
import { HeldHealth } from './held-health';
import { RecentWork } from './recent-work';
import { SetUpList } from './set-up-list';

const freshEveryMs = 15_000;

/** First the set-up list, then the health of the integration. */
export function OverviewPage() {
  const texts = useTexts().overview;
  const facts = useAsync('overview', readFacts);
  const health = useCall('health.get', {});
  usePoll(() => {
    facts.reload();
    health.reload();
  }, freshEveryMs);
  // Together, so that the banner does not push down what people read already.
  const loading = [facts, health].some(({ state }) => state === 'loading');
  return (
    <Page title={texts.title} intro={texts.intro}>
      <div className="sf-stack">
        {facts.state === 'failed' && <ErrorMessage error={facts.error} retry={facts.reload} />}
        {loading && facts.state !== 'failed' && <CardSkeletons count={3} />}
        {facts.value !== undefined && !loading && (
          <>
            <HealthBanner health={health} />
            <Health facts={facts.value} reload={facts.reload} />
          </>
        )}
      </div>
    </Page>
  );
}

function Health({ facts, reload }: { facts: Facts; reload: () => void }) {
  const { connections, activity, setUp } = facts;
  const worked = activity.activities.length > 0;
  return (
    <>
      {!setUp.closed && <SetUpList facts={facts} reload={reload} />}
      {(setUp.closed || worked || activity.held.length > 0) && (
        <HeldHealth activity={activity} connections={connections} reload={reload} isMain={setUp.closed} />
      )}
      {worked && <LatestDays held={activity.held} />}
      {(setUp.closed || worked) && (
        <div className="sf-cards">
          <ConnectionsHealth connections={connections} />
          <RecentWork activity={activity} connections={connections} />
        </div>
      )}
    </>
  );
}
