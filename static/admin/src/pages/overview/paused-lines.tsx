import Button from '@atlaskit/button/new';
import StatusInformation from '@atlaskit/icon/core/status-information';
import type { ConnectionView } from '#contract/api';
import { call } from '../../bridge/call';
import { useAction } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';

interface PausedLinesProps {
  readonly connections: readonly ConnectionView[];
  readonly reload: () => void;
}

/** Connections that somebody paused: no failure, and here is the way on. */
export function PausedLines({ connections, reload }: PausedLinesProps) {
  const { held, resume: word } = useTexts().overview.standing;
  const resume = useAction(async (connection: string) => {
    await call('connections.setPaused', { connection, paused: false });
    reload();
  });
  return (
    <>
      {connections
        .filter(({ paused, enabled }) => paused && enabled)
        .map(({ key, name }) => (
          <div key={key} className="sf-row-between">
            <p className="sf-row">
              <StatusInformation label="" color="var(--ds-icon-information)" />
              {held(name)}
            </p>
            <Button
              spacing="compact"
              aria-label={`${word}: ${name}`}
              isLoading={resume.busy}
              onClick={() => void resume.run(key)}
            >
              {word}
            </Button>
          </div>
        ))}
      {resume.error !== undefined && <ErrorMessage error={resume.error} />}
    </>
  );
}
