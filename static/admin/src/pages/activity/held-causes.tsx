import Button from '@atlaskit/button/new';
import type { HeldCause as Held } from '#contract/activity';
import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';
import { HeldCause } from './held-cause';
import { CardHead } from '../../parts/card-head';

interface HeldCausesProps {
  readonly held: readonly Held[];
  readonly onRetried: () => void;
}

/** Why findings are held up, worst first, each with a retry or a choice; nothing when nothing is. */
export function HeldCauses({ held, onRetried }: HeldCausesProps) {
  const texts = useTexts().activity.held;
  const waits = ({ reason }: Held) => reason.code === 'reportHeld';
  // What waits its turn is made now, and what is lost is taken off, only where somebody asks for that very entry.
  const others = held.filter((one) => !waits(one) && one.reason.code !== 'dayFull' && !one.ofNoFinding);
  const retry = useAction(async (causes: readonly Held[]) => {
    let retried = 0;
    let isMore = false;
    for (const { cause } of causes) {
      const answer = await call('activity.retry', { cause });
      retried += answer.retried;
      isMore ||= answer.more === true;
    }
    if (causes.every(({ ofNoFinding }) => ofNoFinding)) tell(texts.takenOff);
    else tell(causes.every(waits) ? texts.resolving(retried) : texts.retried(retried, isMore));
    onRetried();
  });
  if (held.length === 0) return null;
  return (
    <section className="sf-card sf-stack-tight" aria-label={texts.title}>
      <CardHead
        title={texts.title}
        action={
          others.length > 1 && (
            <Button isDisabled={retry.busy} onClick={() => void retry.run(others)}>
              {texts.retryAll}
            </Button>
          )
        }
      />
      <p className="sf-subtle">{texts.help}</p>
      {retry.error !== undefined && <ErrorMessage title={texts.failed} error={retry.error} />}
      <ul className="sf-held">
        {held.map((one, index) => (
          <HeldCause
            key={one.cause}
            held={one}
            isMain={index === 0}
            busy={retry.busy}
            onRetry={() => void retry.run([one])}
            onChosen={onRetried}
          />
        ))}
      </ul>
    </section>
  );
}
