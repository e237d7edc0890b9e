import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';
import type { CardDialogProps } from './card-dialog-props';

/** Asks before the secret that a rotation left behind ends early. */
export function EndOldDialog({ connection, onChange, onClose }: CardDialogProps) {
  const { endOld: texts, flags, failed } = useTexts().connections;
  const end = useAction(() => call('connections.endPrevious', { connection: connection.key }));
  const confirm = async () => {
    const ended = await end.run(undefined);
    if (ended === undefined) return;
    tell(flags.ended(connection.name));
    onChange();
    onClose();
  };
  return (
    <ConfirmDialog
      title={texts.title(connection.name)}
      confirm={texts.submit}
      appearance="danger"
      isBusy={end.busy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <div className="sf-stack">
        <p>{texts.body}</p>
        {end.error !== undefined && <ErrorMessage title={failed} error={end.error} />}
      </div>
    </ConfirmDialog>
  );
}
