import { Radio } from '@atlaskit/radio';
import { errorAt } from '../../logic/field-errors';
import { Sentence } from '../../parts/sentence';
import { NumberSlot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { Card } from './card';
import type { ClosingDraft } from './closing-draft';

const proposedDays = 180;
const range = { min: 1, max: 3650 };

/** What happens when a finding comes back after its issue was done. */
export function ReopeningCard({ draft }: { draft: ClosingDraft }) {
  const { closing, common } = useTexts();
  const texts = closing.reopening;
  const { newIssueAfterDays: days } = draft.value.reopening;
  const set = (newIssueAfterDays: number | null) => draft.set('reopening', () => ({ newIssueAfterDays }));
  const wrong = errorAt(draft.errors, 'reopening') !== undefined;
  return (
    <Card title={texts.title}>
      <Radio name="reopening" label={texts.same} isChecked={days === null} onChange={() => set(null)} />
      <Radio
        name="reopening"
        label={texts.fresh.replace('{days}', String(days ?? proposedDays))}
        isChecked={days !== null}
        onChange={() => set(proposedDays)}
      />
      {days !== null && (
        <Sentence
          text={`${texts.daysLabel}: {days}`}
          slots={{
            days: (
              <NumberSlot
                id="reopening-days"
                label={texts.daysLabel}
                {...range}
                value={days}
                isInvalid={wrong}
                onChange={set}
              />
            ),
          }}
        />
      )}
      {wrong && <Warning>{`${texts.daysLabel} ${common.range(range.min, range.max)}`}</Warning>}
    </Card>
  );
}
