import { Radio } from '@atlaskit/radio';
import { errorAt } from '../../logic/field-errors';
import { Sentence } from '../../parts/sentence';
import { NumberSlot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { Card } from './card';
import type { ClosingDraft } from './closing-draft';

const proposedDays = 180;

/** What happens when a finding comes back after its issue was done. */
export function ReopeningCard({ draft }: { draft: ClosingDraft }) {
  const texts = useTexts().closing.reopening;
  const { newIssueAfterDays: days } = draft.value.reopening;
  const set = (newIssueAfterDays: number | null) => draft.set('reopening', () => ({ newIssueAfterDays }));
  const error = errorAt(draft.errors, 'reopening');
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
                min={1}
                max={3650}
                value={days}
                isInvalid={error !== undefined}
                onChange={set}
              />
            ),
          }}
        />
      )}
      {error !== undefined && <Warning>{error}</Warning>}
    </Card>
  );
}
