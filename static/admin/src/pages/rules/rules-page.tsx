import './rules.css';
import { useDraft } from '../../hooks/use-draft';
import { tell } from '../../bridge/flag';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { CardSkeletons } from '../../parts/page-skeleton';
import { SaveBar } from '../../parts/save-bar';
import { useTexts } from '../../texts/texts';
import { sections } from './part-props';
import { AddRule } from './add-rule';
import { RuleList } from './rule-list';
import { Simulation } from './simulation';

/** Which findings become issues, where, and what would change. */
export function RulesPage() {
  const { rules: texts, common } = useTexts();
  const { loaded, draft } = useDraft(sections, { onSaved: () => tell(common.unsaved.saved) });
  return (
    <Page title={texts.title} intro={texts.intro}>
      {draft === undefined && loaded.state === 'failed' && (
        <ErrorMessage error={loaded.error} retry={loaded.reload} />
      )}
      {draft === undefined && loaded.state !== 'failed' && <CardSkeletons count={2} />}
      {draft !== undefined && (
        <>
          <div className="sf-stack">
            <RuleList draft={draft} />
            <p className="sf-subtle">{texts.last}</p>
            <AddRule draft={draft} />
            <Simulation rules={draft.value.rules} />
          </div>
          <SaveBar draft={draft} />
        </>
      )}
    </Page>
  );
}
