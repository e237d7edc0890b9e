import type { ReactNode } from 'react';
import type { FieldProblem } from '#contract/invalid-fields';
import type { SectionName, Settings } from '#contract/settings';
import { tell } from '../bridge/flag';
import { type Draft, useDraft } from '../hooks/use-draft';
import { useTexts } from '../texts/texts';
import { ErrorMessage } from './error-message';
import { Page } from './page';
import { CardSkeletons } from './page-skeleton';
import { SaveBar } from './save-bar';

interface DraftPageProps<Name extends SectionName> {
  readonly title: string;
  readonly intro: ReactNode;
  /** Sections of the settings that are edited and saved together. */
  readonly sections: readonly Name[];
  /** How many cards stand here while they load. */
  readonly cards: number;
  /** Finds what the schemas cannot know. */
  readonly check?: (value: Pick<Settings, Name>) => FieldProblem[];
  readonly onSaved?: (saved: Pick<Settings, Name>) => void;
  /** What saving changes elsewhere. */
  readonly note?: (draft: Draft<Name>) => ReactNode;
  readonly children: (draft: Draft<Name>) => ReactNode;
}

/** A page that edits settings: loads them, asks before it is left, saves or discards what was changed. */
export function DraftPage<Name extends SectionName>(props: DraftPageProps<Name>) {
  const { title, intro, sections, cards, check, onSaved, note, children } = props;
  const { saved: word } = useTexts().common.unsaved;
  const { loaded, draft } = useDraft(sections, {
    ...(check && { check }),
    onSaved: (saved) => {
      tell(word);
      onSaved?.(saved);
    },
  });
  return (
    <Page title={title} intro={intro}>
      {draft === undefined && loaded.state === 'failed' && (
        <ErrorMessage error={loaded.error} retry={loaded.reload} />
      )}
      {draft === undefined && loaded.state !== 'failed' && <CardSkeletons count={cards} />}
      {draft !== undefined && (
        <>
          {children(draft)}
          <SaveBar draft={draft} note={note?.(draft)} />
        </>
      )}
    </Page>
  );
}
