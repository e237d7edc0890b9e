import type { SectionEntry } from '#contract/api';
import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction, useCall } from '../../hooks/use-call';
import { ChangeList } from '../../parts/change-list';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { ErrorMessage } from '../../parts/error-message';
import { LineSkeletons } from '../../parts/page-skeleton';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';

interface UndoDialogProps {
  readonly entry: SectionEntry;
  readonly onUndone: () => void;
  readonly onClose: () => void;
}

/** Shows what an undo would change, and which later changes go with it, before it does. */
export function UndoDialog({ entry: { section, version }, onUndone, onClose }: UndoDialogProps) {
  const { audit: texts, fields } = useTexts();
  const preview = useCall('audit.preview', { section, version });
  const undo = useAction((current: number) => call('audit.undo', { section, version, current }));
  const { value } = preview;
  const confirm = async () => {
    if (value === undefined || (await undo.run(value.current)) === undefined) return;
    tell(texts.undone);
    onUndone();
    onClose();
  };
  return (
    <ConfirmDialog
      title={texts.undoTitle(fields[section])}
      confirm={texts.undo}
      width="large"
      isBusy={undo.busy}
      isDisabled={value === undefined || value.changes.length === 0}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <div className="sf-stack">
        {preview.state === 'loading' && <LineSkeletons count={4} />}
        {preview.state === 'failed' && <ErrorMessage error={preview.error} retry={preview.reload} />}
        {undo.error !== undefined && <ErrorMessage title={texts.failed} error={undo.error} />}
        {value?.changes.length === 0 && <p>{texts.undoNothing}</p>}
        {value !== undefined && value.changes.length > 0 && (
          <>
            <p>{texts.undoBody}</p>
            {value.laterTotal > 0 && <Warning>{texts.undoLater(value.laterTotal)}</Warning>}
            <ChangeList changes={value.changes} />
          </>
        )}
      </div>
    </ConfirmDialog>
  );
}
