import './rules.css';
import { useTexts } from '../../texts/texts';
import { sections } from './part-props';
import { AddRule } from './add-rule';
import { RuleList } from './rule-list';
import { Simulation } from './simulation';
import { DraftPage } from '../../parts/draft-page';

/** Which findings become issues, where, and what would change. */
export function RulesPage() {
  const { rules: texts } = useTexts();
  return (
    <DraftPage title={texts.title} intro={texts.intro} sections={sections} cards={2}>
      {(draft) => (
        <div className="sf-stack">
          <RuleList draft={draft} />
          <p className="sf-subtle">{texts.last}</p>
          <AddRule draft={draft} />
          <Simulation rules={draft.value.rules} />
        </div>
      )}
    </DraftPage>
  );
}
