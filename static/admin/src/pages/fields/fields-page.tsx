import { type Role, roles, type Settings } from '#contract/settings';
import type { Draft } from '../../hooks/use-draft';
import { ErrorMessage } from '../../parts/error-message';
import { CardSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { FixedCard } from './fixed-card';
import { FieldRowsCard } from './field-rows-card';
import { OwnersCard } from './owners-card';
import { type Screen, useScreens } from './use-screens';
import { DraftPage } from '../../parts/draft-page';

/** Products are only read here: their create screens say which fields there are. */
const sections = ['fields', 'spaces', 'products'] as const;

/** What fills which field, who owns it, and values for fields that a project demands. */
export function FieldsPage() {
  const { fieldPage: texts } = useTexts();
  return (
    <DraftPage title={texts.title} intro={texts.intro} sections={sections} cards={2}>
      {(draft) => <FieldsForm draft={draft} />}
    </DraftPage>
  );
}

/** Waits for the create screens before anything is drawn, so that nothing jumps. */
function FieldsForm({ draft }: { draft: Draft<(typeof sections)[number]> }) {
  const { read, screens } = useScreens(draft.value);
  const { fields, spaces } = draft.value;
  if (read.state === 'loading') return <CardSkeletons count={2} />;
  return (
    <div className="sf-stack sf-narrow">
      {read.state === 'failed' && <ErrorMessage error={read.error} retry={read.reload} />}
      {screens !== undefined &&
        rolesShown(spaces, screens).map((role) => (
          <FieldRowsCard
            key={role}
            role={role}
            rows={spaces[role].mapping}
            screens={screens.filter((screen) => screen.roles.includes(role)).map((screen) => screen.fields)}
            errors={draft.errors}
            path={`spaces.${role}.mapping`}
            onChange={(mapping) =>
              draft.set('spaces', (now) => ({ ...now, [role]: { ...now[role], mapping } }))
            }
          />
        ))}
      {screens !== undefined && (
        <FixedCard
          fixed={fields.fixed}
          screens={screens}
          onChange={(fixed) => draft.set('fields', (now) => ({ ...now, fixed }))}
        />
      )}
      <OwnersCard
        fields={fields}
        onChange={(patch) => draft.set('fields', (now) => ({ ...now, ...patch }))}
      />
    </div>
  );
}

/** The spaces that are on, by default or for a product. */
function rolesShown(spaces: Settings['spaces'], screens: readonly Screen[]): Role[] {
  return roles.filter(
    (role) => spaces[role].enabled || screens.some((screen) => screen.roles.includes(role)),
  );
}
