import { useState } from 'react';
import type { AdminOutputs } from '#contract/api';
import { call } from '../../bridge/call';
import { credentialsOf } from '../../logic/credentials';
import { useAction } from '../../hooks/use-call';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';
import type { ArchivedDialogProps } from './card-dialog-props';
import { FirstCall } from './first-call';
import { SecretDialog } from './secret-dialog';

/** Restores an archived connection after saying what that means, and shows its new secret once. */
export function RestoreDialog({ connection, onChange, onClose }: ArchivedDialogProps) {
  const { restore: texts, findings, failed } = useTexts().connections;
  const [made, setMade] = useState<AdminOutputs['connections.restore']>();
  const restore = useAction(() => call('connections.restore', { connection: connection.key }));

  if (made !== undefined) {
    return (
      <SecretDialog
        title={texts.ready(connection.name)}
        note={texts.note}
        baseUrl={made.baseUrl}
        credentials={credentialsOf(connection.method, made)}
        onClose={() => {
          onChange();
          onClose();
        }}
      >
        <FirstCall connection={made.connection} />
      </SecretDialog>
    );
  }
  return (
    <ConfirmDialog
      title={texts.title(connection.name)}
      confirm={texts.submit}
      isBusy={restore.busy}
      onConfirm={() => void restore.run(undefined).then(setMade)}
      onCancel={onClose}
    >
      <div className="sf-stack">
        <p>{texts.body(findings(connection))}</p>
        {restore.error !== undefined && <ErrorMessage title={failed} error={restore.error} />}
      </div>
    </ConfirmDialog>
  );
}
