import { Switch } from '../../parts/switch';
import { useTexts } from '../../texts/texts';
import { Card } from '../../parts/card';
import { ClosingSentence } from './closing-sentence';
import type { ClosingDraft } from './closing-draft';
import { WontDo } from './wont-do';

/** Closing the security issue when the product issue is done. */
export function ClosingCard({ draft }: { draft: ClosingDraft }) {
  const texts = useTexts().closing.close;
  const { closing } = draft.value;
  const set = (patch: Partial<typeof closing>) => draft.set('closing', (now) => ({ ...now, ...patch }));
  return (
    <Card title={texts.title}>
      <Switch
        id="closing-enabled"
        label={texts.switch}
        isChecked={closing.enabled}
        onChange={(enabled) => set({ enabled })}
      />
      {!closing.enabled && <p className="sf-subtle">{texts.off}</p>}
      {closing.enabled && (
        <>
          <ClosingSentence draft={draft} />
          <WontDo
            resolutions={closing.wontDoResolutions}
            onChange={(wontDoResolutions) => set({ wontDoResolutions })}
          />
          <Switch
            id="closing-retest"
            label={texts.retest}
            isChecked={closing.waitForRetest}
            onChange={(waitForRetest) => set({ waitForRetest })}
          />
          <Switch
            id="closing-reopen"
            label={texts.reopen}
            isChecked={closing.reopenFollows}
            onChange={(reopenFollows) => set({ reopenFollows })}
          />
          <Switch
            id="closing-comment"
            label={texts.comment}
            isChecked={closing.comment}
            onChange={(comment) => set({ comment })}
          />
        </>
      )}
    </Card>
  );
}
