import { tell } from '../../bridge/flag';
import { type Draft, useDraft } from '../../hooks/use-draft';
import { ErrorMessage } from '../../parts/error-message';
import { Page } from '../../parts/page';
import { CardSkeletons } from '../../parts/page-skeleton';
import { SaveBar } from '../../parts/save-bar';
import { useTexts } from '../../texts/texts';
import { FixedCard } from './fixed-card';
import { OwnersCard } from './owners-card';
import { useScreens } from './use-screens';

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
      {draft !== undefined && <FieldsForm draft={draft} />}
    </Page>
  );
}

/** Waits for the create screens before anything is drawn, so that nothing jumps. */
function FieldsForm({ draft }: { draft: Draft<(typeof sections)[number]> }) {
  const screens = useScreens(draft.value);
  const { fields } = draft.value;
  if (screens.state === 'loading') return <CardSkeletons count={2} />;
  return (
    <>
      <div className="sf-stack sf-narrow">
        {screens.state === 'failed' && <ErrorMessage error={screens.error} retry={screens.reload} />}
        {screens.value !== undefined && (
          <FixedCard
            fixed={fields.fixed}
            screens={screens.value}
            onChange={(fixed) => draft.set('fields', (now) => ({ ...now, fixed }))}
          />
        )}
        <OwnersCard
          fields={fields}
          onChange={(patch) => draft.set('fields', (now) => ({ ...now, ...patch }))}
        />
      </div>
      <SaveBar draft={draft} />
    </>
  );
}
