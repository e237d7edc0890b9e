import type { AdminOutputs, ConnectionView } from '#contract/api';
import { onTheirWay, pausedConnections } from '../../logic/standing';
import { CardHead } from '../../parts/card-head';
import { Information } from '../../parts/information';
import { PausedLines } from '../../parts/paused-lines';
import { useSay, useTexts } from '../../texts/texts';

interface WaitingCardProps {
  readonly activity: Pick<AdminOutputs['activity.list'], 'waiting' | 'waitsFor'>;
  readonly connections: readonly ConnectionView[];
  readonly reload: () => void;
}

/** What waits without anybody having to mend something, and for what; nothing when nothing waits. */
export function WaitingCard({ activity, connections, reload }: WaitingCardProps) {
  const texts = useTexts().activity.waiting;
  const say = useSay();
  const { waiting, waitsFor } = activity;
  const rest = onTheirWay(waiting, connections);
  if (rest === undefined && waitsFor === undefined && pausedConnections(connections).length === 0)
    return null;
  return (
    <section className="sf-card sf-stack-tight" aria-label={texts.title}>
      <CardHead title={texts.title} />
      <PausedLines connections={connections} waiting={waiting} reload={reload} />
      {waitsFor !== undefined && <Information>{say(waitsFor)}</Information>}
      {rest !== undefined && <Information>{texts.onTheirWay(rest.findings, rest.more)}</Information>}
    </section>
  );
}
