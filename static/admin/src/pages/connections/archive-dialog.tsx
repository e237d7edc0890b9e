import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction, useCall } from '../../hooks/use-call';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';
import type { CardDialogProps } from './card-dialog-props';

/** Asks before a connection is archived, and says what becomes of its findings. */
export function ArchiveDialog({ connection, onChange, onClose }: CardDialogProps) {
  const { archive: texts, findings, flags, failed } = useTexts().connections;
  const count = useCall('connections.count', { connection: connection.key });
  const archive = useAction(() => call('connections.archive', { connection: connection.key }));
  const confirm = async () => {
    const archived = await archive.run(undefined);
    if (archived === undefined) return;
    tell(flags.archived(connection.name));
    onChange();
    onClose();
  };
  return (
    <ConfirmDialog
      title={texts.title(connection.name)}
      confirm={texts.submit}
      appearance="warning"
      isBusy={archive.busy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <div className="sf-stack-tight">
        <p>{texts.calls}</p>
        {count.value !== undefined && <p>{texts.findings(findings(count.value))}</p>}
        <p>{texts.later}</p>
        {archive.error !== undefined && <ErrorMessage title={failed} error={archive.error} />}
      </div>
    </ConfirmDialog>
  );
}
