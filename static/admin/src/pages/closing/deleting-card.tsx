import { Suspense, useState } from 'react';
import SectionMessage from '@atlaskit/section-message';
import { Deleting } from '#contract/settings';
import { errorAt } from '../../logic/field-errors';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot, NumberSlot } from '../../parts/slot';
import { Switch } from '../../parts/switch';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { Card } from '../../parts/card';
import type { ClosingDraft } from './closing-draft';
import { lazily } from '../../parts/lazily';

const ConfirmDialog = lazily(async () => (await import('../../parts/confirm-dialog')).ConfirmDialog);
const DeletingPreview = lazily(async () => (await import('./deleting-preview')).DeletingPreview);

/** Deleting issues of rejected findings: off by default, with its warning; switching it on asks. */
export function DeletingCard({ draft }: { draft: ClosingDraft }) {
  const texts = useTexts().closing.deleting;
  const [asking, setAsking] = useState(false);
  const { deleting } = draft.value;
  const set = (patch: Partial<typeof deleting>) => draft.set('deleting', (now) => ({ ...now, ...patch }));
  const actions = Deleting.shape.goneFromPortal
    .unwrap()
    .options.map((id) => ({ id, name: texts.actions[id] }));
  return (
    <Card title={texts.title}>
      <SectionMessage appearance="warning" title={texts.warningTitle}>
        <p>{texts.warning}</p>
      </SectionMessage>
      <Switch
        id="deleting-enabled"
        label={texts.switch}
        isChecked={deleting.enabled}
        onChange={(enabled) => (enabled ? setAsking(true) : set({ enabled }))}
      />
      {!deleting.enabled && <p className="sf-subtle">{texts.off}</p>}
      {deleting.enabled && <Guards deleting={deleting} set={set} errors={draft.errors} />}
      {deleting.enabled && (
        <Suspense>
          <DeletingPreview heading="h3" deleting={deleting} />
        </Suspense>
      )}
      <Sentence
        text={texts.gone}
        slots={{
          action: (
            <ChoiceSlot
              id="deleting-gone"
              label={texts.goneLabel}
              choices={actions}
              value={deleting.goneFromPortal}
              onChange={(goneFromPortal) => set({ goneFromPortal })}
            />
          ),
        }}
      />
      {asking && (
        <Suspense>
          <ConfirmDialog
            title={texts.confirmTitle}
            confirm={texts.confirm}
            appearance="danger"
            width="large"
            onCancel={() => setAsking(false)}
            onConfirm={() => {
              set({ enabled: true });
              setAsking(false);
            }}
          >
            <div className="sf-stack">
              <p>{texts.confirmBody}</p>
              <DeletingPreview heading="h2" deleting={deleting} />
            </div>
          </ConfirmDialog>
        </Suspense>
      )}
    </Card>
  );
}

interface GuardsProps {
  readonly deleting: Deleting;
  readonly errors: ClosingDraft['errors'];
  readonly set: (patch: Partial<Deleting>) => void;
}

const days = { min: 0, max: 365 };
const cap = { min: 1, max: 1000 };

function Guards({ deleting, errors, set }: GuardsProps) {
  const { closing, common } = useTexts();
  const texts = closing.deleting;
  const wrongDays = errorAt(errors, 'deleting.graceDays') !== undefined;
  const wrongCap = errorAt(errors, 'deleting.hourlyCap') !== undefined;
  return (
    <>
      <Sentence
        text={texts.grace}
        slots={{
          days: (
            <NumberSlot
              id="deleting-days"
              label={texts.daysLabel}
              {...days}
              isInvalid={wrongDays}
              value={deleting.graceDays}
              onChange={(graceDays) => set({ graceDays })}
            />
          ),
          cap: (
            <NumberSlot
              id="deleting-cap"
              label={texts.capLabel}
              {...cap}
              isInvalid={wrongCap}
              value={deleting.hourlyCap}
              onChange={(hourlyCap) => set({ hourlyCap })}
            />
          ),
        }}
      />
      {wrongDays && <Warning>{`${texts.daysLabel} ${common.range(days.min, days.max)}`}</Warning>}
      {wrongCap && <Warning>{`${texts.capLabel} ${common.range(cap.min, cap.max)}`}</Warning>}
      <Switch
        id="deleting-spare"
        label={texts.spare}
        isChecked={deleting.spareWorkedOn}
        onChange={(spareWorkedOn) => set({ spareWorkedOn })}
      />
    </>
  );
}
