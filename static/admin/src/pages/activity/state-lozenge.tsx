import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { Story } from '#contract/story';
import { useTexts } from '../../texts/texts';

const looks: Partial<Record<Story['state'], ThemeAppearance>> = {
  synced: 'success',
  pending: 'inprogress',
  partly: 'moved',
  held: 'moved',
  deleted: 'removed',
};

/** How a finding stands, in a word. */
export function StateLozenge({ state }: { state: Story['state'] }) {
  const { state: words } = useTexts().story;
  return <Lozenge appearance={looks[state] ?? 'default'}>{words[state]}</Lozenge>;
}
