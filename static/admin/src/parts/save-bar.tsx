import './save-bar.css';
import { type ReactNode, Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { SectionName } from '#contract/settings';
import { useLeaveGuard } from '../app/router';
import type { Draft } from '../hooks/use-draft';
import { useRaised } from '../hooks/use-raised';
import { useTexts } from '../texts/texts';
import { ErrorMessage } from './error-message';
import { lazily } from './lazily';

const ConflictDialog = lazily(async () => (await import('./conflict-dialog')).ConflictDialog);

/** What the bar needs of a draft, whichever sections it edits. */
export type SavableDraft = Omit<Draft<SectionName>, 'set' | 'value' | 'saved'>;

interface SaveBarProps {
  readonly draft: SavableDraft;
  /** What saving changes elsewhere, for example "14 products inherit this." */
  readonly note?: ReactNode;
}

/** The bar at the bottom while something is not saved; leaving the page asks. */
export function SaveBar(props: SaveBarProps) {
  const dirty = props.draft.changes.length > 0;
  const { saving, errors, error, conflict, save } = props.draft;
  const failed = !saving && (errors.length > 0 || error !== undefined || conflict !== undefined);
  useLeaveGuard(dirty, save, failed);
  return dirty ? <Bar {...props} /> : null;
}

function Bar({ draft, note }: SaveBarProps) {
  const { unsaved, save, discard, notSaved } = useTexts().common;
  const style = useRaised();
  return (
    <div className="sf-save-bar" role="region" aria-label={unsaved.title} style={style}>
      {draft.conflict !== undefined && <ConflictMessage conflict={draft.conflict} />}
      {draft.error !== undefined && (
        <div className="sf-full">
          <ErrorMessage title={notSaved} error={draft.error} retry={draft.save} />
        </div>
      )}
      <div className="sf-grow" role="status">
        <strong>{unsaved.bar(draft.changes.length)}</strong>
        {note !== undefined && <p className="sf-subtle">{note}</p>}
        {draft.errors.length > 0 && <p className="sf-danger">{unsaved.fix}</p>}
      </div>
      <div className="sf-row">
        <Button appearance="subtle" isDisabled={draft.saving} onClick={draft.discard}>
          {discard}
        </Button>
        <Button appearance="primary" isLoading={draft.saving} onClick={draft.save}>
          {save}
        </Button>
      </div>
    </div>
  );
}

function ConflictMessage({ conflict }: { conflict: NonNullable<SavableDraft['conflict']> }) {
  const texts = useTexts().common.conflict;
  const [open, setOpen] = useState(false);
  return (
    <div role="alert" className="sf-full">
      <SectionMessage
        appearance="warning"
        title={texts.title}
        actions={<SectionMessageAction onClick={() => setOpen(true)}>{texts.see}</SectionMessageAction>}
      >
        <p>{texts.body}</p>
      </SectionMessage>
      {open && (
        <Suspense>
          <ConflictDialog conflict={conflict} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
