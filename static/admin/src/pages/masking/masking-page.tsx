import './masking.css';
import { useTexts } from '../../texts/texts';
import { KindsCard } from './kinds-card';
import { OwnCard } from './own-card';
import { TryCard } from './try-card';
import { DraftPage } from '../../parts/draft-page';

const sections = ['masking'] as const;

/** What is masked before anything is stored, and a place to try it. */
export function MaskingPage() {
  const { masking: texts } = useTexts();
  return (
    <DraftPage title={texts.title} intro={texts.intro} sections={sections} cards={3}>
      {(draft) => (
        <div className="sf-stack">
          <KindsCard
            masking={draft.value.masking}
            onChange={(patch) => draft.set('masking', (now) => ({ ...now, ...patch }))}
          />
          <OwnCard
            own={draft.value.masking.own}
            errors={draft.errors}
            onChange={(own) => draft.set('masking', (now) => ({ ...now, own }))}
          />
          <TryCard masking={draft.value.masking} />
        </div>
      )}
    </DraftPage>
  );
}
