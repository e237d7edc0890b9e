import { Radio } from '@atlaskit/radio';
import type { Reopening } from '#contract/settings';
import { errorAt } from '../../logic/field-errors';
import { Sentence } from '../../parts/sentence';
import { NumberSlot } from '../../parts/slot';
import { Switch } from '../../parts/switch';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { Card } from '../../parts/card';
import type { ClosingDraft } from './closing-draft';

const proposedDays = { newIssueAfterDays: 180, stillReported: 7 } as const;
const range = { min: 1, max: 3650 };

/** What happens when a finding comes back after its issue was done, or never went away. */
export function ReopeningCard({ draft }: { draft: ClosingDraft }) {
  const texts = useTexts().closing.reopening;
  const { newIssueAfterDays: days, stillReported } = draft.value.reopening;
  const set = (patch: Partial<Reopening>) => draft.set('reopening', (now) => ({ ...now, ...patch }));
  return (
    <Card title={texts.title}>
      <Radio
        name="reopening"
        label={texts.same}
        isChecked={days === null}
        onChange={() => set({ newIssueAfterDays: null })}
      />
      <Radio
        name="reopening"
        label={texts.fresh.replace('{days}', String(days ?? proposedDays.newIssueAfterDays))}
        isChecked={days !== null}
        onChange={() => set({ newIssueAfterDays: proposedDays.newIssueAfterDays })}
      />
      <Days of="newIssueAfterDays" id="reopening-days" label={texts.daysLabel} {...{ draft, set }} />
      <Switch
        id="still-reported"
        label={texts.stillReported}
        isChecked={stillReported !== null}
        onChange={(on) => set({ stillReported: on ? proposedDays.stillReported : null })}
      />
      <p className="sf-subtle">{texts.stillReportedHint}</p>
      <Days
        of="stillReported"
        id="still-reported-days"
        label={texts.stillReportedLabel}
        {...{ draft, set }}
      />
    </Card>
  );
}

interface DaysProps {
  readonly of: keyof Reopening;
  readonly id: string;
  readonly label: string;
  readonly draft: ClosingDraft;
  readonly set: (patch: Partial<Reopening>) => void;
}

/** A number of days, where that is switched on. */
function Days({ of, id, label, draft, set }: DaysProps) {
  const { common } = useTexts();
  const days = draft.value.reopening[of];
  if (days === null) return null;
  const wrong = errorAt(draft.errors, `reopening.${of}`) !== undefined;
  const slot = (
    <NumberSlot
      id={id}
      label={label}
      {...range}
      value={days ?? proposedDays[of]}
      isInvalid={wrong}
      onChange={(value) => set({ [of]: value })}
    />
  );
  return (
    <>
      <Sentence text={`${label}: {days}`} slots={{ days: slot }} />
      {wrong && <Warning>{`${label} ${common.range(range.min, range.max)}`}</Warning>}
    </>
  );
}
