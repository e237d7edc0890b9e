import { useState } from 'react';
import type { AdminOutputs, ArchivedView } from '#contract/api';
import type { Method } from '#contract/connection';
import { credentialsOf } from '../../logic/credentials';
import { useTexts } from '../../texts/texts';
import { CreateForm } from './create-form';
import { FirstCall } from './first-call';
import { RestoreDialog } from './restore-dialog';
import { SecretDialog } from './secret-dialog';

interface CreateDialogProps {
  readonly archived: readonly ArchivedView[];
  readonly onCreated: () => void;
  readonly onClose: () => void;
}

interface Made {
  readonly name: string;
  readonly method: Method;
  readonly output: AdminOutputs['connections.create'];
}

/** Makes a connection, shows its secret once, and stays open until the first call comes in. */
export function CreateDialog({ archived, onCreated, onClose }: CreateDialogProps) {
  const { secret: texts } = useTexts().connections;
  const [made, setMade] = useState<Made>();
  const [restoring, setRestoring] = useState<ArchivedView>();
  if (restoring !== undefined)
    return <RestoreDialog connection={restoring} onChange={onCreated} onClose={onClose} />;
  if (made === undefined) {
    return (
      <CreateForm
        archived={archived}
        onRestore={setRestoring}
        onCancel={onClose}
        onCreated={({ name, method }, output) => {
          setMade({ name, method, output });
          onCreated();
        }}
      />
    );
  }
  return (
    <SecretDialog
      title={texts.title(made.name)}
      baseUrl={made.output.baseUrl}
      credentials={credentialsOf(made.method, made.output)}
      onClose={onClose}
    >
      <FirstCall connection={made.output.connection} />
    </SecretDialog>
  );
}
