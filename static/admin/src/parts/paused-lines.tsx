import Button from '@atlaskit/button/new';
import type { WaitingFindings } from '#contract/activity';
import type { ConnectionView } from '#contract/api';
import { call } from '../bridge/call';
import { useAction } from '../hooks/use-call';
import { pausedConnections } from '../logic/standing';
import { useTexts } from '../texts/texts';
import { ErrorMessage } from './error-message';
import { Information } from './information';

interface PausedLinesProps {
  readonly connections: readonly ConnectionView[];
  readonly waiting: readonly WaitingFindings[];
  readonly reload: () => void;
}

/** Connections that somebody paused, with how many findings wait for that: no failure, and here is the way on. */
export function PausedLines({ connections, waiting, reload }: PausedLinesProps) {
  const { paused, resume: word } = useTexts().activity.waiting;
  const resume = useAction(async (connection: string) => {
    await call('connections.setPaused', { connection, paused: false });
    reload();
  });
  return (
    <>
      {pausedConnections(connections).map(({ key, name }) => {
        const mine = waiting.find(({ connection }) => connection === key);
        return (
          <div key={key} className="sf-row-between">
            <Information>{paused(name, mine?.findings ?? 0, mine?.more)}</Information>
            <Button
              spacing="compact"
              aria-label={`${word}: ${name}`}
              isLoading={resume.busy}
              onClick={() => void resume.run(key)}
            >
              {word}
            </Button>
          </div>
        );
      })}
      {resume.error !== undefined && <ErrorMessage error={resume.error} />}
    </>
  );
}
