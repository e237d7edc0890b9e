import Button from '@atlaskit/button/new';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import type { HeldCause } from '#contract/activity';
import type { AdminOutputs, ConnectionView } from '#contract/api';
import { useRoute } from '../../app/router';
import { pausedConnections } from '../../logic/standing';
import { CardHead } from '../../parts/card-head';
import { Information } from '../../parts/information';
import { MendButton } from '../../parts/mend-button';
import { PausedLines } from '../../parts/paused-lines';
import { Warning } from '../../parts/warning';
import { When } from '../../parts/when';
import { useSay, useTexts } from '../../texts/texts';

const most = 3;

interface HeldHealthProps {
  readonly activity: Pick<AdminOutputs['activity.list'], 'held' | 'waiting' | 'waitsFor'>;
  readonly connections: readonly ConnectionView[];
  readonly reload: () => void;
  /** Mending the worst cause is the page's primary action. */
  readonly isMain: boolean;
}

/** The causes that hold findings up, worst first, each with the way to what mends it; and what waits without any fault. */
export function HeldHealth({ activity, connections, reload, isMain }: HeldHealthProps) {
  const { held, waiting, waitsFor } = activity;
  const { overview } = useTexts();
  const texts = overview.held;
  const say = useSay();
  const { go } = useRoute();
  const isPaused = pausedConnections(connections).length > 0;
  const isCalm = held.length === 0 && waitsFor === undefined && !isPaused;
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
      <PausedLines connections={connections} waiting={waiting} reload={reload} />
      {waitsFor !== undefined && <Information>{say(waitsFor)}</Information>}
      {held.slice(0, most).map((one, index) => (
        <Line key={one.cause} held={one} isMain={isMain && index === 0} />
      ))}
      {held.length > most && <p className="sf-subtle">{texts.more(held.length - most)}</p>}
    </section>
  );
}

function Line({ held, isMain }: { held: HeldCause; isMain: boolean }) {
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
      <MendButton held={held} isMain={isMain} />
    </div>
  );
}
