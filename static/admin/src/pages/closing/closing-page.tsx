import { useTexts } from '../../texts/texts';
import { ClosingCard } from './closing-card';
import { closingSections } from './closing-draft';
import { CreatingCard } from './creating-card';
import { DecisionsCard } from './decisions-card';
import { DeletingCard } from './deleting-card';
import { GuardCard } from './guard-card';
import { ReopeningCard } from './reopening-card';
import { DraftPage } from '../../parts/draft-page';

/** What becomes an issue, and what happens when work on it is done, as sentences with drop-downs. */
export function ClosingPage() {
  const { closing: texts } = useTexts();
  return (
    <DraftPage title={texts.title} intro={texts.intro} sections={closingSections} cards={2}>
      {(draft) => (
        <div className="sf-stack sf-narrow">
          <CreatingCard draft={draft} />
          <ClosingCard draft={draft} />
          <ReopeningCard draft={draft} />
          <DecisionsCard draft={draft} />
          <GuardCard draft={draft} />
          <DeletingCard draft={draft} />
        </div>
      )}
    </DraftPage>
  );
}
