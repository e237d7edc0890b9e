import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { PushTested } from '../../../../../../src/contract/outbound';
import { call } from '../../../bridge/call';
import { useAction } from '../../../hooks/use-call';
import { ErrorMessage } from '../../../parts/error-message';
import { useTexts } from '../../../texts/texts';

/** Sends a test event and shows what went out, what came back, and how long that took. */
export function TestEvent({ connection }: { connection: string }) {
  const texts = useTexts().hears;
  const [tested, setTested] = useState<PushTested>();
  const test = useAction(async () => setTested(await call('connections.testOutbound', { connection })));
  return (
    <div className="sf-stack-tight">
      <div>
        <Button isLoading={test.busy} onClick={() => void test.run(undefined)}>
          {texts.test}
        </Button>
      </div>
      {test.error !== undefined && <ErrorMessage error={test.error} />}
      {tested !== undefined && (
        <div className="sf-stack-tight" role="status">
          <p>
            <strong>{texts.answered(tested.answer.status)}</strong> {texts.testAnswer(tested.ms)}
          </p>
          <Raw label={texts.request} text={requestText(tested)} />
          <Raw label={texts.response} text={tested.answer.text ?? ''} />
        </div>
      )}
    </div>
  );
}

function requestText({ request: { url, headers, body } }: PushTested): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`POST ${url}`, ...lines, '', body].join('\n');
}

function Raw({ label, text }: { label: string; text: string }) {
  return (
    <>
      <span className="sf-label">{label}</span>
      <div className="sf-command">
        <pre tabIndex={0} aria-label={label}>
          {text}
        </pre>
      </div>
    </>
  );
}
