import './connections.css';
import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import { useRoute } from '../../app/router';
import { useCall } from '../../hooks/use-call';
import { usePoll } from '../../hooks/use-poll';
import { splitPlace } from '../../logic/place';
import { CardSkeletons } from '../../parts/page-skeleton';
import { EmptyState } from '../../parts/empty-state';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { useTexts } from '../../texts/texts';
import { ArchivedList } from './archived-list';
import { ConnectionCard } from './connection-card';
import { lazily } from '../../parts/lazily';

const CreateDialog = lazily(async () => (await import('./create-dialog')).CreateDialog);

const freshEveryMs = 10_000;

/** All portals that may send findings, each as a card; a new one is made in a dialog. */
export function ConnectionsPage() {
  const texts = useTexts().connections;
  const list = useCall('connections.list', {});
  const { path } = useRoute();
  const [creating, setCreating] = useState(splitPlace(path).place[0] === 'new');
  usePoll(list.reload, freshEveryMs);

  const create = (
    <Button appearance="primary" onClick={() => setCreating(true)}>
      {texts.create}
    </Button>
  );
  const connections = list.value?.connections;
  return (
    <Page title={texts.title} intro={texts.intro} action={connections?.length ? create : undefined}>
      <div className="sf-stack">
        {list.state === 'failed' && <ErrorMessage error={list.error} retry={list.reload} />}
        {connections === undefined && list.state === 'loading' && <CardSkeletons count={2} />}
        {connections?.length === 0 && (
          <EmptyState title={texts.empty.title} body={texts.empty.body} action={create} />
        )}
        <div className="sf-cards">
          {connections?.map((connection) => (
            <ConnectionCard key={connection.key} connection={connection} onChange={list.reload} />
          ))}
        </div>
        <ArchivedList archived={list.value?.archived ?? []} onChange={list.reload} />
      </div>
      {creating && (
        <Suspense>
          <CreateDialog
            archived={list.value?.archived ?? []}
            onCreated={list.reload}
            onClose={() => {
              setCreating(false);
              list.reload();
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}
