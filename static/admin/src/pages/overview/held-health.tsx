import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import type { HeldCause } from '../../../../../src/contract/activity';
import { useRoute } from '../../app/router';
import { Warning } from '../../parts/warning';
import { When } from '../../parts/when';
import { useSay, useTexts } from '../../texts/texts';

const most = 3;

/** The causes that hold findings up, worst first. */
export function HeldHealth({ held }: { held: readonly HeldCause[] }) {
  const { overview, activity } = useTexts();
  const texts = overview.held;
  const say = useSay();
  const { go } = useRoute();
  return (
    <section className="sf-card sf-stack-tight" aria-label={texts.title}>
      <div className="sf-row-between">
        <Heading size="small" as="h2">
          {texts.title}
        </Heading>
        {held.length > 0 && <Button onClick={() => go('/activity')}>{texts.open}</Button>}
      </div>
      {held.length === 0 && (
        <p className="sf-row">
          <StatusSuccess label="" color="var(--ds-icon-success)" />
          {texts.none}
        </p>
      )}
      {held.slice(0, most).map(({ cause, reason, findings, more, since }) => (
        <Warning key={cause}>
          {say(reason)}{' '}
          <span className="sf-subtle">
            {activity.held.findings(findings, more)}, {activity.held.since} <When at={since} />
          </span>
        </Warning>
      ))}
      {held.length > most && <p className="sf-subtle">{texts.more(held.length - most)}</p>}
    </section>
  );
}
