import './masking.css';
import { tell } from '../../bridge/flag';
import { useDraft } from '../../hooks/use-draft';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { CardSkeletons } from '../../parts/page-skeleton';
import { SaveBar } from '../../parts/save-bar';
import { useTexts } from '../../texts/texts';
import { KindsCard } from './kinds-card';
import { OwnCard } from './own-card';
import { TryCard } from './try-card';

const sections = ['masking'] as const;

/** What is masked before anything is stored, and a place to try it. */
export function MaskingPage() {
  const { masking: texts, common } = useTexts();
  const { loaded, draft } = useDraft(sections, { onSaved: () => tell(common.unsaved.saved) });
  return (
    <Page title={texts.title} intro={texts.intro}>
      {draft === undefined && loaded.state === 'failed' && (
        <ErrorMessage error={loaded.error} retry={loaded.reload} />
      )}
      {draft === undefined && loaded.state !== 'failed' && <CardSkeletons count={3} />}
      {draft !== undefined && (
        <>
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
          <SaveBar draft={draft} />
        </>
      )}
    </Page>
  );
}
