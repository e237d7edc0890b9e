import type { OutboundView } from '#contract/outbound';
import { LinkButton } from '../../../parts/link-button';
import { useDayAndTime, When } from '../../../parts/when';
import { useTexts } from '../../../texts/texts';

interface HearsFactsProps {
  readonly view: OutboundView;
  readonly onRotate: () => void;
}

/** How far the portal has heard, what went wrong last, and its signing secret. */
export function HearsFacts({ view, onRotate }: HearsFactsProps) {
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
      {view.mode === 'push' && (
        <>
          <dt>{texts.secret}</dt>
          <dd>
            {view.previousUntil !== undefined && `${texts.rotated(write(view.previousUntil))} `}
            <LinkButton label={texts.rotate} onClick={onRotate}>
              {texts.rotate}
            </LinkButton>
          </dd>
        </>
      )}
    </dl>
  );
}
