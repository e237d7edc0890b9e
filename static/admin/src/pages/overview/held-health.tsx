import Button from '@atlaskit/button/new';
import StatusInformation from '@atlaskit/icon/core/status-information';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import type { HeldCause } from '#contract/activity';
import type { ConnectionView } from '#contract/api';
import type { Reason } from '#contract/messages/message';
import { useRoute } from '../../app/router';
import { MendButton } from '../../parts/mend-button';
import { Warning } from '../../parts/warning';
import { When } from '../../parts/when';
import { useSay, useTexts } from '../../texts/texts';
import { PausedLines } from './paused-lines';
import { CardHead } from '../../parts/card-head';

const most = 3;

interface HeldHealthProps {
  readonly held: readonly HeldCause[];
  readonly connections: readonly ConnectionView[];
  /** Why what came in has to wait for Jira; absent: it does not. */
  readonly waitsFor?: Reason | undefined;
  readonly reload: () => void;
}

/** The causes that hold findings up, worst first, each with the way to what mends it; and what waits without any fault. */
export function HeldHealth({ held, connections, waitsFor, reload }: HeldHealthProps) {
  const { overview } = useTexts();
  const texts = overview.held;
  const say = useSay();
  const { go } = useRoute();
  const isCalm = held.length === 0 && waitsFor === undefined && !connections.some(({ paused }) => paused);
  return (
    <section className="sf-card sf-stack-tight" aria-label={texts.title}>
      <CardHead
        title={texts.title}
        action={held.length > 0 && <Button onClick={() => go('/activity')}>{texts.open}</Button>}
      />
      {isCalm && (
        <p className="sf-row">
          <StatusSuccess label="" color="var(--ds-icon-success)" />
          {texts.none}
        </p>
      )}
      <PausedLines connections={connections} reload={reload} />
      {waitsFor !== undefined && (
        <p className="sf-row">
          <StatusInformation label="" color="var(--ds-icon-information)" />
          {say(waitsFor)}
        </p>
      )}
      {held.slice(0, most).map((one) => (
        <Line key={one.cause} held={one} />
      ))}
      {held.length > most && <p className="sf-subtle">{texts.more(held.length - most)}</p>}
    </section>
  );
}

function Line({ held }: { held: HeldCause }) {
  const { activity } = useTexts();
  const say = useSay();
  const { reason, findings, more, since } = held;
  return (
    <div className="sf-row-between sf-held-line">
      <div className="sf-grow">
        <Warning>{say(reason)}</Warning>
        <p className="sf-subtle">
          {activity.held.findings(findings, more)}, {activity.held.since} <When at={since} />
        </p>
      </div>
      <MendButton held={held} />
    </div>
  );
}
