import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';
import type { CardDialogProps } from './card-dialog-props';

/** Says when rebuilding is of use and what it does, then starts it in the background. */
export function RebuildDialog({ connection, onClose }: CardDialogProps) {
  const { rebuild: texts, flags, failed } = useTexts().connections;
  const rebuild = useAction(() => call('rebuild.start', { connection: connection.key }));
  const confirm = async () => {
    const started = await rebuild.run(undefined);
    if (started === undefined) return;
    tell(flags.rebuilding(connection.name));
    onClose();
  };
  return (
    <ConfirmDialog
      title={texts.title(connection.name)}
      confirm={texts.submit}
      isBusy={rebuild.busy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <div className="sf-stack-tight">
        <p>{texts.when}</p>
        <p>{texts.what}</p>
        <p>{texts.how}</p>
        {rebuild.error !== undefined && <ErrorMessage title={failed} error={rebuild.error} />}
      </div>
    </ConfirmDialog>
  );
}
