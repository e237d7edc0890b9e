import { useState } from 'react';
import Spinner from '@atlaskit/spinner';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import StatusWarning from '@atlaskit/icon/core/status-warning';
import type { ConnectionView } from '#contract/api';
import { useCall } from '../../hooks/use-call';
import { usePoll } from '../../hooks/use-poll';
import { IssueLinks } from '../../parts/issue-link';
import { useTexts } from '../../texts/texts';

const askEveryMs = 2500;

/** Waits for the first call of a new connection and turns to "Connected" by itself. */
export function FirstCall({ connection }: { connection: string }) {
  const texts = useTexts().connections;
  const list = useCall('connections.list', {});
  const mine = list.value?.connections.find(({ key }) => key === connection);
  const connected = mine?.lastCallAt !== undefined;
  usePoll(list.reload, askEveryMs, !connected);
  const first = useFirstFinding(connected);
  return (
    <div className="sf-first-call" role="status">
      {connected ? (
        <StatusSuccess label="" color="var(--ds-icon-success)" />
      ) : (
        <Spinner size="small" label={texts.secret.waiting} />
      )}
      <div>
        <strong>{connected ? texts.secret.connected : texts.secret.waiting}</strong>
        <p className="sf-subtle">{connected ? texts.secret.connectedHelp : texts.secret.waitingHelp}</p>
        {!connected && <Refused connection={mine} />}
        {first !== undefined && (
          <p>
            {texts.secret.firstFinding} <IssueLinks issues={first.issues} />
          </p>
        )}
      </div>
    </div>
  );
}

/** The very first finding, if there was none when the dialog opened: whoever connects a portal waits for it. */
function useFirstFinding(connected: boolean) {
  const setUp = useCall('setUp.get', {});
  const [hadOne, setHadOne] = useState<boolean>();
  const first = setUp.value?.first;
  if (setUp.value !== undefined && hadOne === undefined) setHadOne(first !== undefined);
  usePoll(setUp.reload, askEveryMs, connected && hadOne === false && first === undefined);
  return hadOne === false ? first : undefined;
}

function Refused({ connection }: { connection: ConnectionView | undefined }) {
  const texts = useTexts().connections;
  const error = connection?.lastError;
  if (error === undefined) return null;
  return (
    <p className="sf-row">
      <StatusWarning label="" color="var(--ds-icon-warning)" />
      {texts.secret.refused(texts.errorLine(error.status, error.message))}
    </p>
  );
}
