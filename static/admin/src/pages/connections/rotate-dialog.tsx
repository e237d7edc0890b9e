import { useState } from 'react';
import type { AdminOutputs } from '../../../../../src/contract/api';
import { dayAndTime } from '../../../../shared/relative-time';
import { call } from '../../bridge/call';
import { usePageContext } from '../../bridge/context-provider';
import { credentialsOf } from '../../logic/credentials';
import { useAction } from '../../hooks/use-call';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { ErrorMessage } from '../../parts/error-message';
import { useLocale, useTexts } from '../../texts/texts';
import type { CardDialogProps } from './card-dialog-props';
import { SecretDialog } from './secret-dialog';

/** Makes a new secret after explaining the overlap, then shows it once. */
export function RotateDialog({ connection, onChange, onClose }: CardDialogProps) {
  const { rotate: texts, failed } = useTexts().connections;
  const { timezone } = usePageContext();
  const locale = useLocale();
  const [made, setMade] = useState<AdminOutputs['connections.rotate']>();
  const rotate = useAction(() => call('connections.rotate', { connection: connection.key }));

  if (made !== undefined) {
    return (
      <SecretDialog
        title={texts.ready(connection.name)}
        note={texts.overlap(dayAndTime(made.previousUntil, locale, timezone))}
        baseUrl={made.baseUrl}
        credentials={credentialsOf(connection.method, made)}
        onClose={() => {
          onChange();
          onClose();
        }}
      />
    );
  }
  return (
    <ConfirmDialog
      title={texts.title(connection.name)}
      confirm={texts.submit}
      isBusy={rotate.busy}
      onConfirm={() => void rotate.run(undefined).then(setMade)}
      onCancel={onClose}
    >
      <div className="sf-stack">
        <p>{texts.body}</p>
        {rotate.error !== undefined && <ErrorMessage title={failed} error={rotate.error} />}
      </div>
    </ConfirmDialog>
  );
}
