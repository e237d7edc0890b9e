import './activity.css';
import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { AdminOutputs } from '#contract/api';
import { useRoute } from '../../app/router';
import { useCall } from '../../hooks/use-call';
import { usePoll } from '../../hooks/use-poll';
import { EmptyState } from '../../parts/empty-state';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { LineSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { HeldCauses } from './held-causes';
import { Log } from './log';
import { Totals } from './totals';
import { WaitingCard } from './waiting-card';
import { lazily } from '../../parts/lazily';

const freshEveryMs = 10_000;

const ReceiptDialog = lazily(async () => (await import('./receipt-dialog')).ReceiptDialog);

/** What was done, newest first, and what is held up, by cause. */
export function ActivityPage() {
  const { activity: texts } = useTexts();
  const newest = useCall('activity.list', {});
  usePoll(newest.reload, freshEveryMs);
  return (
    <Page title={texts.title} intro={texts.intro} action={<LookUpReceipt />}>
      <div className="sf-stack">
        {newest.state === 'failed' && <ErrorMessage error={newest.error} retry={newest.reload} />}
        {newest.state === 'loading' && <LineSkeletons count={8} />}
        {newest.value !== undefined && (
          <>
            <HeldCauses held={newest.value.held} onRetried={newest.reload} />
            <Waiting activity={newest.value} reload={newest.reload} />
            {newest.value.activities.length === 0 ? <Nothing /> : <Done newest={newest.value} />}
          </>
        )}
      </div>
    </Page>
  );
}

function Waiting({ activity, reload }: { activity: AdminOutputs['activity.list']; reload: () => void }) {
  const connections = useCall('connections.list', {});
  if (connections.value === undefined) return null;
  const again = () => {
    connections.reload();
    reload();
  };
  return <WaitingCard activity={activity} connections={connections.value.connections} reload={again} />;
}

function LookUpReceipt() {
  const { receipt } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{receipt.open}</Button>
      {isOpen && (
        <Suspense>
          <ReceiptDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function Nothing() {
  const { empty } = useTexts().activity;
  const { go } = useRoute();
  return (
    <EmptyState
      title={empty.title}
      body={empty.body}
      action={<Button onClick={() => go('/connections')}>{empty.action}</Button>}
    />
  );
}

/** The log first; its numbers are one click away. */
function Done({ newest }: { newest: AdminOutputs['activity.list'] }) {
  const { tabs } = useTexts().activity;
  return (
    <Tabs id="activity">
      <TabList>
        <Tab>{tabs.log}</Tab>
        <Tab>{tabs.charts}</Tab>
      </TabList>
      <TabPanel>
        <Log newest={newest} />
      </TabPanel>
      <TabPanel>
        <Totals held={newest.held} />
      </TabPanel>
    </Tabs>
  );
}
