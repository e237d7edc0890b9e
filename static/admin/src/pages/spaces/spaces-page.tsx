import './spaces.css';
import type { FieldProblem } from '#contract/invalid-fields';
import { type Role, type Space, type Spaces, roles } from '#contract/settings';
import { tell } from '../../bridge/flag';
import { type Draft, useDraft } from '../../hooks/use-draft';
import { type Panels, usePanels } from '../../hooks/use-panels';
import { useInheriting } from '../../hooks/use-inheriting';
import { ErrorMessage } from '../../parts/error-message';
import { CardSkeletons } from '../../parts/page-skeleton';
import { Page } from '../../parts/page';
import { SaveBar } from '../../parts/save-bar';
import { missingIn } from '../../logic/missing';
import { useTexts } from '../../texts/texts';
import { OwnStatuses } from './own-statuses';
import { ResolutionMeanings } from './resolution-meanings';
import { SpaceCard } from './space-card';
import { useSpaceEditor } from './use-space-editor';
import { WhoSpeaks } from './who-speaks';

/** `fields` is only read here: it may fill what a project demands. */
const sections = ['spaces', 'statuses', 'fields'] as const;
type SpacesDraft = Draft<(typeof sections)[number]>;

/** Where issues go: both spaces side by side, each with proposals from its project. */
export function SpacesPage() {
  const { spaces: texts, common } = useTexts();
  const panels = usePanels();
  const { loaded, draft } = useDraft(sections, {
    check: ({ spaces }) => missing(spaces),
    onSaved: (saved) => {
      tell(common.unsaved.saved);
      panels.showWanted(projectsIn(saved.spaces));
    },
  });
  return (
    <Page title={texts.title} intro={texts.intro}>
      {draft === undefined && loaded.state === 'failed' && (
        <ErrorMessage error={loaded.error} retry={loaded.reload} />
      )}
      {draft === undefined && loaded.state !== 'failed' && <CardSkeletons count={2} />}
      {draft !== undefined && <SpacesForm draft={draft} panels={panels} />}
    </Page>
  );
}

interface FormProps {
  readonly draft: SpacesDraft;
  readonly panels: Panels;
}

function SpacesForm({ draft, panels }: FormProps) {
  const { unsaved } = useTexts().common;
  const { own } = draft.value.statuses;
  const inheriting = useInheriting(draft.changes);
  return (
    <>
      <div className="sf-stack">
        <div className="sf-spaces">
          {roles.map((role) => (
            <OneSpace key={role} role={role} draft={draft} panels={panels} />
          ))}
        </div>
        <WhoSpeaks
          speaks={draft.value.statuses.speaks}
          onChange={(speaks) => draft.set('statuses', (statuses) => ({ ...statuses, speaks }))}
        />
        <ResolutionMeanings
          statuses={draft.value.statuses}
          onChange={(resolutions) => draft.set('statuses', (statuses) => ({ ...statuses, resolutions }))}
        />
        <OwnStatuses
          own={own}
          onChange={(next) => draft.set('statuses', (statuses) => ({ ...statuses, own: next }))}
        />
      </div>
      <SaveBar draft={draft} note={inheriting === undefined ? '' : unsaved.inherit(inheriting)} />
    </>
  );
}

function OneSpace({ role, draft, panels }: FormProps & { role: Role }) {
  const { spaces, statuses, fields } = draft.value;
  const form = useSpaceEditor({
    role,
    space: spaces[role],
    fixed: fields.fixed,
    errors: draft.errors,
    path: `spaces.${role}`,
    set: (patch: Partial<Space>) =>
      draft.set('spaces', (now) => ({ ...now, [role]: { ...now[role], ...patch } })),
  });
  const before = draft.saved.spaces[role];
  const isNewProject = !before.enabled || before.project?.id !== spaces[role].project?.id;
  return <SpaceCard form={{ ...form, panels, isNewProject }} own={statuses.own} />;
}

/** The projects of the spaces that are on. */
function projectsIn(spaces: Spaces): string[] {
  return roles.flatMap((role) => (spaces[role].enabled ? (spaces[role].project?.id ?? []) : []));
}

/** Values that a space needs once it is switched on. */
function missing(spaces: Spaces): FieldProblem[] {
  return roles.flatMap((role) =>
    missingIn(spaces[role]).map((field) => ({
      path: `spaces.${role}.${field}`,
      message: { code: 'required' },
    })),
  );
}
