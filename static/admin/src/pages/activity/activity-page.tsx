import './activity.css';
import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useRoute } from '../../app/router';
import { useCall } from '../../hooks/use-call';
import { type ActivityFilter, matching } from '../../logic/activity-filter';
import { EmptyState } from '../../parts/empty-state';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { LineSkeletons } from '../../parts/page-skeleton';
import { useSay, useTexts } from '../../texts/texts';
import { ActivityTable } from './activity-table';
import { FilterBar } from './filter-bar';
import { HeldCauses } from './held-causes';
import { Totals } from './totals';
import { useActivity } from './use-activity';

const ReceiptDialog = lazy(async () => ({ default: (await import('./receipt-dialog')).ReceiptDialog }));

/** What was done, newest first, and what is held up, by cause. */
export function ActivityPage() {
  const { activity: texts } = useTexts();
  const activity = useActivity();
  const { newest } = activity;
  return (
    <Page title={texts.title} intro={texts.intro} action={<LookUpReceipt />}>
      <div className="sf-stack">
        {newest.state === 'failed' && <ErrorMessage error={newest.error} retry={newest.reload} />}
        {newest.state === 'loading' && <LineSkeletons count={8} />}
        {newest.value !== undefined && (
          <>
            <HeldCauses held={newest.value.held} onRetried={newest.reload} />
            {newest.value.pendingChunks > 0 && (
              <SectionMessage>
                <p>{texts.pending(newest.value.pendingChunks)}</p>
              </SectionMessage>
            )}
            {activity.all.length > 0 && <Totals />}
            {activity.all.length === 0 ? <Nothing /> : <Batches activity={activity} />}
          </>
        )}
      </div>
    </Page>
  );
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

function Batches({ activity }: { activity: ReturnType<typeof useActivity> }) {
  const { activity: texts, common } = useTexts();
  const say = useSay();
  const connections = useCall('connections.list', {});
  const [filter, setFilter] = useState<ActivityFilter>({ text: '' });
  const shown = activity.all.flatMap((batch) => {
    const items = matching(batch, filter, say);
    return items === undefined ? [] : [{ ...batch, items }];
  });
  return (
    <>
      <FilterBar filter={filter} onChange={setFilter} />
      {connections.state === 'loading' ? (
        <LineSkeletons count={8} />
      ) : shown.length === 0 ? (
        <p className="sf-subtle" role="status">
          {texts.filter.noMatch}
        </p>
      ) : (
        <ActivityTable
          batches={shown}
          connections={[...(connections.value?.connections ?? []), ...(connections.value?.archived ?? [])]}
        />
      )}
      {activity.olderError !== undefined && <ErrorMessage error={activity.olderError} />}
      {activity.next !== undefined && (
        <div>
          <Button isLoading={activity.loadingOlder} onClick={activity.loadOlder}>
            {common.loadMore}
          </Button>
        </div>
      )}
    </>
  );
}
