import './spaces.css';
import type { FieldProblem } from '#contract/invalid-fields';
import { type Role, type Space, type Spaces, roles } from '#contract/settings';
import type { Draft } from '../../hooks/use-draft';
import { type Panels, usePanels } from '../../hooks/use-panels';
import { useInheriting } from '../../hooks/use-inheriting';
import { missingIn } from '../../logic/missing';
import { useTexts } from '../../texts/texts';
import { OwnStatuses } from './own-statuses';
import { ResolutionMeanings } from './resolution-meanings';
import { SpaceCard } from './space-card';
import { useSpaceEditor } from './use-space-editor';
import { WhoSpeaks } from './who-speaks';
import { DraftPage } from '../../parts/draft-page';

/** `fields` is only read here: it may fill what a project demands. */
const sections = ['spaces', 'statuses', 'fields'] as const;
type SpacesDraft = Draft<(typeof sections)[number]>;

/** Where issues go: both spaces side by side, each with proposals from its project. */
export function SpacesPage() {
  const { spaces: texts } = useTexts();
  const panels = usePanels();
  return (
    <DraftPage
      title={texts.title}
      intro={texts.intro}
      sections={sections}
      cards={2}
      check={({ spaces }) => missing(spaces)}
      onSaved={({ spaces }) => panels.showWanted(projectsIn(spaces))}
      note={(draft) => <Inheriting draft={draft} />}
    >
      {(draft) => <SpacesForm draft={draft} panels={panels} />}
    </DraftPage>
  );
}

/** How many products a change reaches. */
function Inheriting({ draft }: { draft: SpacesDraft }) {
  const { unsaved } = useTexts().common;
  const inheriting = useInheriting(draft.changes);
  return inheriting === undefined ? null : unsaved.inherit(inheriting);
}

interface FormProps {
  readonly draft: SpacesDraft;
  readonly panels: Panels;
}

function SpacesForm({ draft, panels }: FormProps) {
  const { own } = draft.value.statuses;
  return (
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
