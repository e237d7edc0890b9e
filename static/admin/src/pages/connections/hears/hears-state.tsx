import { useState } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import type { OutboundView } from '../../../../../../src/contract/outbound';
import { approveEgress } from '../../../bridge/approve-egress';
import { call } from '../../../bridge/call';
import { useAction } from '../../../hooks/use-call';
import { ErrorMessage } from '../../../parts/error-message';
import { Field } from '../../../parts/field';
import { useDayAndTime, When } from '../../../parts/when';
import { useTexts } from '../../../texts/texts';
import { ParkedEvents } from './parked-events';
import { TestEvent } from './test-event';

interface HearsStateProps {
  readonly connection: string;
  readonly view: OutboundView;
  readonly reload: () => void;
}

/** How far the portal has heard, and what stands in the way. */
export function HearsState({ connection, view, reload }: HearsStateProps) {
  const isPush = view.mode === 'push';
  return (
    <>
      {isPush && !view.approved && <Approval connection={connection} view={view} reload={reload} />}
      <Facts view={view} />
      {isPush && view.parked.length > 0 && (
        <ParkedEvents connection={connection} parked={view.parked} reload={reload} />
      )}
      {isPush && <TestEvent connection={connection} />}
      {isPush && <Since connection={connection} reload={reload} />}
    </>
  );
}

/** Only an administrator of Atlassian may approve an address: that nobody did is a state, not a failure. */
function Approval({ connection, view, reload }: HearsStateProps) {
  const texts = useTexts().hears;
  const approve = useAction(async () => {
    const { group, origins } = view.egress;
    await approveEgress(group, texts.menu, origins);
    await call('connections.setOutbound', { connection, mode: 'push' });
    reload();
  });
  return (
    <SectionMessage appearance="warning" title={texts.approveTitle} headingLevel="h2">
      <div className="sf-stack">
        <p>{texts.approveBody}</p>
        <p>
          <code className="sf-code">{view.egress.origins.join(', ')}</code>
        </p>
        {approve.error !== undefined && <p role="alert">{texts.notApproved}</p>}
        <div>
          <Button appearance="primary" isLoading={approve.busy} onClick={() => void approve.run(undefined)}>
            {texts.approve}
          </Button>
        </div>
      </div>
    </SectionMessage>
  );
}

function Facts({ view }: { view: OutboundView }) {
  const { hears: texts, connections } = useTexts();
  const write = useDayAndTime();
  const { delivered, lastError } = view;
  return (
    <dl className="sf-facts">
      <dt>{texts.delivered}</dt>
      <dd>
        {delivered === undefined ? (
          <span className="sf-subtle">{texts.nothingYet}</span>
        ) : (
          <>
            <When at={delivered.at} /> {texts.upTo(delivered.n)}
          </>
        )}
      </dd>
      <dt>{texts.waiting}</dt>
      <dd>{texts.events(view.waiting)}</dd>
      {lastError !== undefined && (
        <>
          <dt>{connections.lastError}</dt>
          <dd>
            <p>{texts.trouble[lastError.trouble]}</p>
            <p className="sf-subtle">
              {[texts.answered(lastError.status), lastError.text].filter(Boolean).join(' · ')}{' '}
              <When at={lastError.at} />
            </p>
            {lastError.nextAt !== undefined && (
              <p className="sf-subtle">{texts.nextTry(write(lastError.nextAt))}</p>
            )}
          </dd>
        </>
      )}
      {view.previousUntil !== undefined && (
        <>
          <dt>{texts.secret}</dt>
          <dd>{texts.rotated(write(view.previousUntil))}</dd>
        </>
      )}
    </dl>
  );
}

/** Everything after an event once more, for a portal that lost something. */
function Since({ connection, reload }: { connection: string; reload: () => void }) {
  const texts = useTexts().hears;
  const [after, setAfter] = useState('');
  const replay = useAction(async () => {
    await call('connections.replay', { connection, after: Number(after) });
    reload();
  });
  return (
    <>
      <Field id="hears-since" label={texts.since}>
        <div className="sf-row">
          <Textfield
            id="hears-since"
            type="number"
            min={0}
            value={after}
            onChange={(event) => setAfter(event.currentTarget.value)}
          />
          <Button isDisabled={after === '' || replay.busy} onClick={() => void replay.run(undefined)}>
            {texts.sinceDo}
          </Button>
        </div>
      </Field>
      {replay.error !== undefined && <ErrorMessage error={replay.error} />}
    </>
  );
}
