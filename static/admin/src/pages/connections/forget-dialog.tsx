import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';
import type { ArchivedDialogProps } from './card-dialog-props';

/** Asks before the findings of an archived connection are forgotten, with their number and what follows. */
export function ForgetDialog({ connection, onChange, onClose }: ArchivedDialogProps) {
  const { forget: texts, findings, flags, failed } = useTexts().connections;
  const forget = useAction(() => call('connections.forget', { connection: connection.key }));
  const isEmpty = connection.findings === 0;
  const confirm = async () => {
    const begun = await forget.run(undefined);
    if (begun === undefined) return;
    tell(begun.job === undefined ? flags.removed(connection.name) : flags.forgetting(connection.name));
    onChange();
    onClose();
  };
  return (
    <ConfirmDialog
      title={isEmpty ? texts.removeTitle(connection.name) : texts.title(findings(connection))}
      confirm={isEmpty ? texts.remove : texts.submit(findings(connection))}
      appearance="danger"
      isBusy={forget.busy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <div className="sf-stack-tight">
        {isEmpty ? (
          <p>{texts.removeBody}</p>
        ) : (
          texts.body(connection.name).map((line) => <p key={line}>{line}</p>)
        )}
        {forget.error !== undefined && <ErrorMessage title={failed} error={forget.error} />}
      </div>
    </ConfirmDialog>
  );
}
