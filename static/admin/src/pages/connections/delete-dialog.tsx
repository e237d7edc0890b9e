import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';
import type { CardDialogProps } from './card-dialog-props';

/** Asks before a connection is deleted, and says what that means. */
export function DeleteDialog({ connection, onChange, onClose }: CardDialogProps) {
  const { remove: texts, flags, failed } = useTexts().connections;
  const remove = useAction(() => call('connections.delete', { connection: connection.key }));
  const confirm = async () => {
    const deleted = await remove.run(undefined);
    if (deleted === undefined) return;
    tell(flags.removed(connection.name));
    onChange();
    onClose();
  };
  return (
    <ConfirmDialog
      title={texts.title(connection.name)}
      confirm={texts.submit}
      appearance="danger"
      isBusy={remove.busy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <div className="sf-stack">
        <p>{texts.body}</p>
        {remove.error !== undefined && <ErrorMessage title={failed} error={remove.error} />}
      </div>
    </ConfirmDialog>
  );
}
