import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { Suspense, lazy, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { ConnectionView } from '../../../../../src/contract/api';
import { CopyButton } from '../../parts/copy-button';
import { ErrorMessage } from '../../parts/error-message';
import { When } from '../../parts/when';
import { useTexts } from '../../texts/texts';
import type { CardDialog } from './card-dialog-props';
import { ConnectionMenu } from './connection-menu';
import { ConnectionState, StandingNote } from '../../parts/connection-state';
import { useConnectionActions } from './use-connection-actions';

const RotateDialog = lazy(async () => ({ default: (await import('./rotate-dialog')).RotateDialog }));
const RebuildDialog = lazy(async () => ({ default: (await import('./rebuild-dialog')).RebuildDialog }));
const DeleteDialog = lazy(async () => ({ default: (await import('./delete-dialog')).DeleteDialog }));
const TestDialog = lazy(async () => ({ default: (await import('./test-dialog')).TestDialog }));

interface ConnectionCardProps {
  readonly connection: ConnectionView;
  readonly onChange: () => void;
}

/** One connection: what it is, how it stands, when it last called, what last went wrong. */
export function ConnectionCard({ connection, onChange }: ConnectionCardProps) {
  const { connections: texts, common } = useTexts();
  const actions = useConnectionActions(connection, onChange);
  const [dialog, setDialog] = useState<CardDialog>();
  const close = () => setDialog(undefined);
  const dialogProps = { connection, onChange, onClose: close };
  return (
    <section className="sf-card sf-stack" aria-label={connection.name}>
      <div className="sf-row-between sf-top">
        <div className="sf-row sf-grow">
          <Heading size="small" as="h2">
            {connection.name}
          </Heading>
          <Lozenge>{common.method[connection.method]}</Lozenge>
          <ConnectionState connection={connection} />
        </div>
        <div className="sf-row">
          <Button
            spacing="compact"
            aria-label={texts.testOf(connection.name)}
            onClick={() => setDialog('test')}
          >
            {texts.test}
          </Button>
          <ConnectionMenu connection={connection} actions={actions} open={setDialog} />
        </div>
      </div>
      <StandingNote connection={connection} />
      {actions.error !== undefined && <ErrorMessage title={texts.failed} error={actions.error} />}
      <Facts connection={connection} />
      <Suspense>
        {dialog === 'rotate' && <RotateDialog {...dialogProps} />}
        {dialog === 'rebuild' && <RebuildDialog {...dialogProps} />}
        {dialog === 'delete' && <DeleteDialog {...dialogProps} />}
        {dialog === 'test' && <TestDialog {...dialogProps} />}
      </Suspense>
    </section>
  );
}

function Facts({ connection }: { connection: ConnectionView }) {
  const texts = useTexts().connections;
  const { lastError } = connection;
  return (
    <dl className="sf-facts">
      <dt>{texts.lastCall}</dt>
      <dd>{connection.lastCallAt === undefined ? texts.noCall : <When at={connection.lastCallAt} />}</dd>
      <dt>{texts.lastError}</dt>
      <dd>
        {lastError === undefined ? (
          <span className="sf-subtle">{texts.noError}</span>
        ) : (
          <>
            <p>{texts.errorLine(lastError.status, lastError.message)}</p>
            <p className="sf-subtle">
              <When at={lastError.at} />
            </p>
          </>
        )}
      </dd>
      <dt>{texts.baseUrl}</dt>
      <dd className="sf-base-url">
        <code className="sf-code">{connection.baseUrl}</code>
        <CopyButton text={connection.baseUrl} label={texts.copyBaseUrl(connection.name)} />
      </dd>
    </dl>
  );
}
