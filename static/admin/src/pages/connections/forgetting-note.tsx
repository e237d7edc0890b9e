import { useEffect } from 'react';
import Spinner from '@atlaskit/spinner';
import { useCall } from '../../hooks/use-call';
import { usePoll } from '../../hooks/use-poll';
import { useTexts } from '../../texts/texts';

const askEveryMs = 2500;

/** How far forgetting is; it goes on when the page is left. */
export function ForgettingNote({ job, onDone }: { job: string; onDone: () => void }) {
  const texts = useTexts().connections.archived;
  const progress = useCall('jobs.get', { job });
  const done = progress.value?.done === true;
  usePoll(progress.reload, askEveryMs, !done);
  useEffect(() => {
    if (done) onDone();
  }, [done, onDone]);
  return (
    <div className="sf-row" role="status">
      <Spinner size="small" label="" />
      <span>{texts.forgetting(progress.value?.seen ?? 0, progress.value?.total ?? 0)}</span>
    </div>
  );
}
