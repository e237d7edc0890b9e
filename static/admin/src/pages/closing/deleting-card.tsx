import { Suspense, lazy, useState } from 'react';
import SectionMessage from '@atlaskit/section-message';
import { Deleting } from '../../../../../src/contract/settings';
import { errorAt } from '../../logic/field-errors';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot, NumberSlot } from '../../parts/slot';
import { Switch } from '../../parts/switch';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { Card } from './card';
import type { ClosingDraft } from './closing-draft';

const ConfirmDialog = lazy(async () => ({
  default: (await import('../../parts/confirm-dialog')).ConfirmDialog,
}));

/** Deleting issues of rejected findings: off by default, with its warning; switching it on asks. */
export function DeletingCard({ draft }: { draft: ClosingDraft }) {
  const texts = useTexts().closing.deleting;
  const [asking, setAsking] = useState(false);
  const { deleting } = draft.value;
  const set = (patch: Partial<typeof deleting>) => draft.set('deleting', (now) => ({ ...now, ...patch }));
  const actions = Deleting.shape.goneFromPortal
    .unwrap()
    .options.map((id) => ({ id, name: texts.actions[id] }));
  const error = errorAt(draft.errors, 'deleting');
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
      {deleting.enabled && <Guards deleting={deleting} set={set} />}
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
      {error !== undefined && <Warning>{error}</Warning>}
      {asking && (
        <Suspense>
          <ConfirmDialog
            title={texts.confirmTitle}
            confirm={texts.confirm}
            appearance="danger"
            onCancel={() => setAsking(false)}
            onConfirm={() => {
              set({ enabled: true });
              setAsking(false);
            }}
          >
            {texts.confirmBody}
          </ConfirmDialog>
        </Suspense>
      )}
    </Card>
  );
}

interface GuardsProps {
  readonly deleting: Deleting;
  readonly set: (patch: Partial<Deleting>) => void;
}

function Guards({ deleting, set }: GuardsProps) {
  const texts = useTexts().closing.deleting;
  return (
    <>
      <Sentence
        text={texts.grace}
        slots={{
          days: (
            <NumberSlot
              id="deleting-days"
              label={texts.daysLabel}
              min={0}
              max={365}
              value={deleting.graceDays}
              onChange={(graceDays) => set({ graceDays })}
            />
          ),
          cap: (
            <NumberSlot
              id="deleting-cap"
              label={texts.capLabel}
              min={1}
              max={1000}
              value={deleting.hourlyCap}
              onChange={(hourlyCap) => set({ hourlyCap })}
            />
          ),
        }}
      />
      <Switch
        id="deleting-spare"
        label={texts.spare}
        isChecked={deleting.spareWorkedOn}
        onChange={(spareWorkedOn) => set({ spareWorkedOn })}
      />
    </>
  );
}
