import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { ConnectionView } from '#contract/api';
import { useTexts } from '../texts/texts';
import { type ConnectionStanding, standingOf } from '../logic/standing';

const looks: Record<ConnectionStanding, ThemeAppearance> = {
  on: 'success',
  off: 'removed',
  paused: 'moved',
  waiting: 'inprogress',
};

/** Whether the connection takes calls, in a word. */
export function ConnectionState({ connection }: { connection: ConnectionView }) {
  const texts = useTexts().connections;
  const standing = standingOf(connection);
  return <Lozenge appearance={looks[standing]}>{texts.state[standing]}</Lozenge>;
}

/** What being paused or switched off means, in a sentence. */
export function StandingNote({ connection }: { connection: ConnectionView }) {
  const texts = useTexts().connections;
  const standing = standingOf(connection);
  if (standing !== 'off' && standing !== 'paused') return null;
  return <p className="sf-subtle">{standing === 'off' ? texts.offNote : texts.pausedNote}</p>;
}
