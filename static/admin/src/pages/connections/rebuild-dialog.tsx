import { call } from '../../bridge/call';
import { useTexts } from '../../texts/texts';
import { ActDialog } from './act-dialog';
import type { CardDialogProps } from './card-dialog-props';

/** Says when rebuilding is of use and what it does, then starts it in the background. */
export function RebuildDialog({ connection, onClose }: CardDialogProps) {
  const { rebuild: texts, flags } = useTexts().connections;
  return (
    <ActDialog
      title={texts.title(connection.name)}
      confirm={texts.submit}
      act={() => call('rebuild.start', { connection: connection.key })}
      said={() => flags.rebuilding(connection.name)}
      onClose={onClose}
    >
      <p>{texts.when}</p>
      <p>{texts.what}</p>
      <p>{texts.how}</p>
    </ActDialog>
  );
}
