import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { ConnectionView } from '#contract/api';
import { CopyButton } from '../../parts/copy-button';
import { ErrorMessage } from '../../parts/error-message';
import { LinkButton } from '../../parts/link-button';
import { Warning } from '../../parts/warning';
import { useDayAndTime, When } from '../../parts/when';
import { useTexts } from '../../texts/texts';
import type { CardDialog } from './card-dialog-props';
import { ConnectionMenu } from './connection-menu';
import { isLockedOut } from '../../logic/standing';
import { ConnectionState, StandingNote } from '../../parts/connection-state';
import { secretAge } from '../../logic/secret-age';
import { silentFor } from '../../logic/silence';
import { useConnectionActions } from './use-connection-actions';
import { lazily } from '../../parts/lazily';

const RotateDialog = lazily(async () => (await import('./rotate-dialog')).RotateDialog);
const RebuildDialog = lazily(async () => (await import('./rebuild-dialog')).RebuildDialog);
const ArchiveDialog = lazily(async () => (await import('./archive-dialog')).ArchiveDialog);
const EndOldDialog = lazily(async () => (await import('./end-old-dialog')).EndOldDialog);
const HearsDialog = lazily(async () => (await import('./hears/hears-dialog')).HearsDialog);
const RenameDialog = lazily(async () => (await import('./rename-dialog')).RenameDialog);
const TestDialog = lazily(async () => (await import('./test-dialog')).TestDialog);

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
    <section className="sf-card sf-stack" aria-label={connection.name} data-place={connection.key}>
      <div className="sf-row-between sf-top">
        <div className="sf-row sf-grow">
          <Heading size="small" as="h2">
            <bdi>{connection.name}</bdi>
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
      <Facts
        connection={connection}
        onEndOld={() => setDialog('endOld')}
        onRotate={() => setDialog('rotate')}
      />
      <Suspense>
        {dialog === 'rotate' && <RotateDialog {...dialogProps} />}
        {dialog === 'rebuild' && <RebuildDialog {...dialogProps} />}
        {dialog === 'archive' && <ArchiveDialog {...dialogProps} />}
        {dialog === 'endOld' && <EndOldDialog {...dialogProps} />}
        {dialog === 'hears' && <HearsDialog {...dialogProps} />}
        {dialog === 'rename' && <RenameDialog {...dialogProps} />}
        {dialog === 'test' && <TestDialog {...dialogProps} />}
      </Suspense>
    </section>
  );
}

interface FactsProps {
  readonly connection: ConnectionView;
  readonly onEndOld: () => void;
  readonly onRotate: () => void;
}

function Facts({ connection, onEndOld, onRotate }: FactsProps) {
  const texts = useTexts().connections;
  const { lastError } = connection;
  const silent = silentFor(connection, Date.now());
  return (
    <dl className="sf-facts">
      <dt>{texts.lastCall}</dt>
      <dd>
        {connection.lastCallAt === undefined ? texts.noCall : <When at={connection.lastCallAt} />}
        {silent !== undefined && <Warning>{texts.silent(silent)}</Warning>}
      </dd>
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
            {isLockedOut(connection) && (
              <Warning>
                {texts.lockedOut}{' '}
                <LinkButton label={texts.replaceSecretOf(connection.name)} onClick={onRotate}>
                  {texts.replaceSecret}
                </LinkButton>
              </Warning>
            )}
          </>
        )}
      </dd>
      <SecretAge connection={connection} onRotate={onRotate} />
      <OldSecret connection={connection} onEnd={onEndOld} />
      <dt>{texts.baseUrl}</dt>
      <dd className="sf-base-url">
        <code className="sf-code">{connection.baseUrl}</code>
        <CopyButton text={connection.baseUrl} label={texts.copyBaseUrl(connection.name)} />
      </dd>
    </dl>
  );
}

/** Since when the newest secret holds; an old one should be replaced. */
function SecretAge({ connection, onRotate }: { connection: ConnectionView; onRotate: () => void }) {
  const texts = useTexts().connections;
  const { since, days, isOld } = secretAge(connection, Date.now());
  return (
    <>
      <dt>{texts.newestSecret}</dt>
      <dd>
        {texts.secretSince} <When at={since} />
        {isOld && (
          <Warning>
            {texts.secretOld(days)}{' '}
            <LinkButton label={texts.replaceSecretOf(connection.name)} onClick={onRotate}>
              {texts.replaceSecret}
            </LinkButton>
          </Warning>
        )}
      </dd>
    </>
  );
}

/** Until when a secret that was replaced still opens the door, and how to shut it now. */
function OldSecret({ connection, onEnd }: { connection: ConnectionView; onEnd: () => void }) {
  const texts = useTexts().connections;
  const write = useDayAndTime();
  const until = connection.previousUntil;
  if (until === undefined || until <= Date.now()) return null;
  return (
    <>
      <dt>{texts.oldSecret}</dt>
      <dd>
        {texts.oldSecretUntil(write(until))}{' '}
        <LinkButton label={texts.endOldOf(connection.name)} onClick={onEnd}>
          {texts.endOldNow}
        </LinkButton>
      </dd>
    </>
  );
}
