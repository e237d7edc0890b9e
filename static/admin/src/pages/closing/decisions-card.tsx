import { errorAt } from '../../logic/field-errors';
import { Sentence } from '../../parts/sentence';
import { NumberSlot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { Card } from '../../parts/card';
import type { ClosingDraft } from './closing-draft';

const range = { min: 1, max: 3650 };

/** What people may decide about the risk of a finding on its issue. */
export function DecisionsCard({ draft }: { draft: ClosingDraft }) {
  const { closing, common } = useTexts();
  const texts = closing.decisions;
  const wrong = errorAt(draft.errors, 'decisions.longestAcceptanceDays') !== undefined;
  const days = (
    <NumberSlot
      id="longest-acceptance"
      label={texts.label}
      {...range}
      value={draft.value.decisions.longestAcceptanceDays}
      isInvalid={wrong}
      onChange={(longestAcceptanceDays) => draft.set('decisions', () => ({ longestAcceptanceDays }))}
    />
  );
  return (
    <Card title={texts.title}>
      <p className="sf-subtle">{texts.hint}</p>
      <Sentence text={texts.sentence} slots={{ days }} />
      {wrong && <Warning>{`${texts.label} ${common.range(range.min, range.max)}`}</Warning>}
    </Card>
  );
}
