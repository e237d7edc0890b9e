import { call } from '../../bridge/call';
import { useCall } from '../../hooks/use-call';
import { useTexts } from '../../texts/texts';
import { ActDialog } from './act-dialog';
import type { CardDialogProps } from './card-dialog-props';

/** Asks before a connection is archived, and says what becomes of its findings. */
export function ArchiveDialog({ connection, onChange, onClose }: CardDialogProps) {
  const { archive: texts, findings, flags } = useTexts().connections;
  const count = useCall('connections.count', { connection: connection.key });
  return (
    <ActDialog
      title={texts.title(connection.name)}
      confirm={texts.submit}
      appearance="warning"
      act={() => call('connections.archive', { connection: connection.key })}
      said={() => flags.archived(connection.name)}
      onDone={onChange}
      onClose={onClose}
    >
      <p>{texts.calls}</p>
      {count.value !== undefined && <p>{texts.findings(findings(count.value))}</p>}
      <p>{texts.later}</p>
    </ActDialog>
  );
}
