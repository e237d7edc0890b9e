import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { Outcome } from '#contract/activity';
import { useTexts } from '../texts/texts';

const looks: Partial<Record<Outcome, ThemeAppearance>> = {
  created: 'new',
  adopted: 'new',
  linked: 'new',
  changed: 'inprogress',
  moved: 'inprogress',
  reopened: 'inprogress',
  closed: 'success',
  deleted: 'removed',
  escalated: 'moved',
  held: 'moved',
  waiting: 'moved',
};

/** What became of a finding, in a word. */
export function OutcomeLozenge({ outcome }: { outcome: Outcome }) {
  const words = useTexts().activity.outcome;
  return <Lozenge appearance={looks[outcome] ?? 'default'}>{words[outcome]}</Lozenge>;
}
