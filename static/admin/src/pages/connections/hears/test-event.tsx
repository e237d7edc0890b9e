import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { PushTested } from '#contract/outbound';
import { secondsInWords } from '../../../../../shared/relative-time';
import { call } from '../../../bridge/call';
import { useAction } from '../../../hooks/use-call';
import { ErrorMessage } from '../../../parts/error-message';
import type { Texts } from '../../../texts/sections';
import { useLocale, useTexts } from '../../../texts/texts';

/** Sends a test event and shows what went out, what came back, and how long that took. */
export function TestEvent({ connection }: { connection: string }) {
  const texts = useTexts().hears;
  const locale = useLocale();
  const [tested, setTested] = useState<PushTested>();
  const test = useAction(async () => setTested(await call('connections.testOutbound', { connection })));
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => outcome.current?.scrollIntoView({ block: 'center' }), [tested]);
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
          <div ref={outcome}>
            <SectionMessage appearance={isTaken(tested) ? 'success' : 'error'}>
              <p>{wordsFor(tested, texts, locale)}</p>
            </SectionMessage>
          </div>
          <Raw label={texts.request} text={requestText(tested)} />
          {tested.answer.status !== 0 && (tested.answer.text ?? '') !== '' && (
            <Raw label={texts.response} text={tested.answer.text ?? ''} />
          )}
        </div>
      )}
    </div>
  );
}

function isTaken({ answer: { status } }: PushTested): boolean {
  return status >= 200 && status < 300;
}

function wordsFor(tested: PushTested, { tests }: Texts['hears'], locale: string): string {
  const { answer, ms } = tested;
  const time = secondsInWords(ms, locale);
  if (tested.unapproved) return tests.unapproved;
  if (answer.status === 0) return tests.silent(time);
  return isTaken(tested) ? tests.taken(answer.status, time) : tests.refused(answer.status, time);
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
