import Heading from '@atlaskit/heading';
import type { ParkedEvent } from '#contract/outbound';
import { call } from '../../../bridge/call';
import { useAction } from '../../../hooks/use-call';
import { ErrorMessage } from '../../../parts/error-message';
import { LinkButton } from '../../../parts/link-button';
import { useTexts } from '../../../texts/texts';

interface ParkedEventsProps {
  readonly connection: string;
  readonly parked: readonly ParkedEvent[];
  readonly reload: () => void;
}

/** Events that the portal refuses, each with its answer. */
export function ParkedEvents({ connection, parked, reload }: ParkedEventsProps) {
  const texts = useTexts().hears;
  const action = useAction(
    async ([name, n]: readonly ['connections.replay' | 'connections.skip', number]) => {
      await call(name, { connection, parked: [n] });
      reload();
    },
  );
  return (
    <section className="sf-stack-tight">
      <Heading size="xsmall" as="h2">
        {texts.parked}
      </Heading>
      <p className="sf-subtle">{texts.parkedBody}</p>
      {action.error !== undefined && <ErrorMessage error={action.error} />}
      <ul className="sf-plain-list">
        {parked.map(({ n, type, answer }) => (
          <li key={n} className="sf-row-between">
            <span>
              {texts.eventOf(n, type)}{' '}
              <span className="sf-subtle">
                {[texts.answered(answer.status), answer.text].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className="sf-row">
              <LinkButton label={texts.againOf(n)} onClick={() => void action.run(['connections.replay', n])}>
                {texts.again}
              </LinkButton>
              <LinkButton label={texts.skipOf(n)} onClick={() => void action.run(['connections.skip', n])}>
                {texts.skip}
              </LinkButton>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
