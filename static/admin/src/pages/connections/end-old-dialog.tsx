import { call } from '../../bridge/call';
import { useTexts } from '../../texts/texts';
import { ActDialog } from './act-dialog';
import type { CardDialogProps } from './card-dialog-props';

/** Asks before the secret that a rotation left behind ends early. */
export function EndOldDialog({ connection, onChange, onClose }: CardDialogProps) {
  const { endOld: texts, flags } = useTexts().connections;
  return (
    <ActDialog
      title={texts.title(connection.name)}
      confirm={texts.submit}
      appearance="danger"
      act={() => call('connections.endPrevious', { connection: connection.key })}
      said={() => flags.ended(connection.name)}
      onDone={onChange}
      onClose={onClose}
    >
      <p>{texts.body}</p>
    </ActDialog>
  );
}
