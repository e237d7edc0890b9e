import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { HeldCause } from '../../../../../src/contract/activity';
import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { Warning } from '../../parts/warning';
import { When } from '../../parts/when';
import { useSay, useTexts } from '../../texts/texts';
import { RivalChoice } from './rival-choice';

interface HeldCausesProps {
  readonly held: readonly HeldCause[];
  readonly onRetried: () => void;
}

/** Why findings are held up, worst first, each with a retry or a choice; nothing when nothing is. */
export function HeldCauses({ held, onRetried }: HeldCausesProps) {
  const texts = useTexts().activity.held;
  const say = useSay();
  const retry = useAction(async (cause: string | undefined) => {
    const { retried, more } = await call('activity.retry', cause === undefined ? {} : { cause });
    tell(texts.retried(retried, more));
    onRetried();
  });
  if (held.length === 0) return null;
  return (
    <section className="sf-card sf-stack-tight" aria-label={texts.title}>
      <div className="sf-row-between">
        <Heading size="small" as="h2">
          {texts.title}
        </Heading>
        {held.length > 1 && (
          <Button isDisabled={retry.busy} onClick={() => void retry.run(undefined)}>
            {texts.retryAll}
          </Button>
        )}
      </div>
      <p className="sf-subtle">{texts.help}</p>
      {retry.error !== undefined && <ErrorMessage title={texts.failed} error={retry.error} />}
      <ul className="sf-held">
        {held.map(({ cause, reason, findings, more, since }) => (
          <li key={cause} className="sf-row-between">
            <div>
              <Warning>{say(reason)}</Warning>
              <p className="sf-subtle">
                {texts.findings(findings, more)}, {texts.since} <When at={since} />
              </p>
            </div>
            {reason.code === 'rivalIssues' ? (
              <RivalChoice cause={cause} reason={reason} onChosen={onRetried} />
            ) : (
              <Button
                spacing="compact"
                aria-label={texts.retryOf(say(reason))}
                isDisabled={retry.busy}
                onClick={() => void retry.run(cause)}
              >
                {texts.retry}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
