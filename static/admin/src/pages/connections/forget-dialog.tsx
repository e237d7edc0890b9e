import { call } from '../../bridge/call';
import { useTexts } from '../../texts/texts';
import { ActDialog } from './act-dialog';
import type { ArchivedDialogProps } from './card-dialog-props';

/** Asks before the findings of an archived connection are forgotten, with their number and what follows. */
export function ForgetDialog({ connection, onChange, onClose }: ArchivedDialogProps) {
  const { forget: texts, findings, flags } = useTexts().connections;
  const isEmpty = connection.findings === 0;
  return (
    <ActDialog
      title={isEmpty ? texts.removeTitle(connection.name) : texts.title(findings(connection))}
      confirm={isEmpty ? texts.remove : texts.submit(findings(connection))}
      appearance="danger"
      act={() => call('connections.forget', { connection: connection.key })}
      said={({ job }) =>
        job === undefined ? flags.removed(connection.name) : flags.forgetting(connection.name)
      }
      onDone={onChange}
      onClose={onClose}
    >
      {isEmpty ? (
        <p>{texts.removeBody}</p>
      ) : (
        texts.body(connection.name).map((line) => <p key={line}>{line}</p>)
      )}
    </ActDialog>
  );
}
