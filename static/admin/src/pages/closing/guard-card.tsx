import { type Closing, Guard } from '#contract/settings';
import { errorAt } from '../../logic/field-errors';
import { Sentence } from '../../parts/sentence';
import { NumberSlot } from '../../parts/slot';
import { Switch } from '../../parts/switch';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { Card } from '../../parts/card';
import type { ClosingDraft } from './closing-draft';

const percent = { min: 1, max: 100 };
const findings = { min: 1, max: 100_000 };

/** When a complete report of a scanner has to wait, because it would resolve very many findings. */
export function GuardCard({ draft }: { draft: ClosingDraft }) {
  const { closing, common } = useTexts();
  const texts = closing.guard;
  const { guard } = draft.value.closing;
  const set = (patch: Partial<Closing['guard']>) =>
    draft.set('closing', (now) => ({ ...now, guard: { ...now.guard, ...patch } }));
  const isOn = guard.share !== 0 && guard.number !== 0;
  const wrongShare = errorAt(draft.errors, 'closing.guard.share') !== undefined;
  const wrongNumber = errorAt(draft.errors, 'closing.guard.number') !== undefined;
  return (
    <Card title={texts.title}>
      <Switch
        id="guard"
        label={texts.switch}
        isChecked={isOn}
        onChange={(on) => set(on ? Guard.parse({}) : { share: 0 })}
      />
      <p className="sf-subtle">{isOn ? texts.hint : texts.off}</p>
      {isOn && (
        <Sentence
          text={texts.sentence}
          slots={{
            share: (
              <NumberSlot
                id="guard-share"
                label={texts.shareLabel}
                {...percent}
                value={Math.round(guard.share * 100)}
                isInvalid={wrongShare}
                onChange={(value) => set({ share: value / 100 })}
              />
            ),
            number: (
              <NumberSlot
                id="guard-number"
                label={texts.numberLabel}
                {...findings}
                value={guard.number}
                isInvalid={wrongNumber}
                onChange={(number) => set({ number })}
              />
            ),
          }}
        />
      )}
      {wrongShare && <Warning>{`${texts.shareLabel} ${common.range(percent.min, percent.max)}`}</Warning>}
      {wrongNumber && <Warning>{`${texts.numberLabel} ${common.range(findings.min, findings.max)}`}</Warning>}
    </Card>
  );
}
