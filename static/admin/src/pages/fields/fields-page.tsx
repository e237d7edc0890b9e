import { tell } from '../../bridge/flag';
import { useDraft } from '../../hooks/use-draft';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { CardSkeletons } from '../../parts/page-skeleton';
import { SaveBar } from '../../parts/save-bar';
import { useTexts } from '../../texts/texts';
import { FixedCard } from './fixed-card';
import { OwnersCard } from './owners-card';

/** Spaces and products are only read here: their create screens say which fields there are. */
const sections = ['fields', 'spaces', 'products'] as const;

/** Who owns which field, and values for fields that a project demands. */
export function FieldsPage() {
  const { fieldPage: texts, common } = useTexts();
  const { loaded, draft } = useDraft(sections, { onSaved: () => tell(common.unsaved.saved) });
  return (
    <Page title={texts.title} intro={texts.intro}>
      {draft === undefined && loaded.state === 'failed' && (
        <ErrorMessage error={loaded.error} retry={loaded.reload} />
      )}
      {draft === undefined && loaded.state !== 'failed' && <CardSkeletons count={2} />}
      {draft !== undefined && (
        <>
          <div className="sf-stack sf-narrow">
            <FixedCard
              fixed={draft.value.fields.fixed}
              settings={draft.value}
              onChange={(fixed) => draft.set('fields', (now) => ({ ...now, fixed }))}
            />
            <OwnersCard
              fields={draft.value.fields}
              onChange={(patch) => draft.set('fields', (now) => ({ ...now, ...patch }))}
            />
          </div>
          <SaveBar draft={draft} />
        </>
      )}
    </Page>
  );
}
