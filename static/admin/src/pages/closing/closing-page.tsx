import { tell } from '../../bridge/flag';
import { useDraft } from '../../hooks/use-draft';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { CardSkeletons } from '../../parts/page-skeleton';
import { SaveBar } from '../../parts/save-bar';
import { useTexts } from '../../texts/texts';
import { ClosingCard } from './closing-card';
import { closingSections } from './closing-draft';
import { CreatingCard } from './creating-card';
import { DecisionsCard } from './decisions-card';
import { DeletingCard } from './deleting-card';
import { GuardCard } from './guard-card';
import { ReopeningCard } from './reopening-card';

/** What becomes an issue, and what happens when work on it is done, as sentences with drop-downs. */
export function ClosingPage() {
  const { closing: texts, common } = useTexts();
  const { loaded, draft } = useDraft(closingSections, { onSaved: () => tell(common.unsaved.saved) });
  return (
    <Page title={texts.title} intro={texts.intro}>
      {draft === undefined && loaded.state === 'failed' && (
        <ErrorMessage error={loaded.error} retry={loaded.reload} />
      )}
      {draft === undefined && loaded.state !== 'failed' && <CardSkeletons count={2} />}
      {draft !== undefined && (
        <>
          <div className="sf-stack sf-narrow">
            <CreatingCard draft={draft} />
            <ClosingCard draft={draft} />
            <ReopeningCard draft={draft} />
            <DecisionsCard draft={draft} />
            <GuardCard draft={draft} />
            <DeletingCard draft={draft} />
          </div>
          <SaveBar draft={draft} />
        </>
      )}
    </Page>
  );
}
