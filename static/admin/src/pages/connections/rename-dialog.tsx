import { useState } from 'react';
import Textfield from '@atlaskit/textfield';
import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { Field } from '../../parts/field';
import { FormDialog } from '../../parts/form-dialog';
import { useTexts } from '../../texts/texts';
import type { CardDialogProps } from './card-dialog-props';

/** Gives a connection another name; its address and its findings stay as they are. */
export function RenameDialog({ connection: { key, name: before }, onChange, onClose }: CardDialogProps) {
  const { connections, common } = useTexts();
  const texts = connections.rename;
  const [name, setName] = useState(before);
  const rename = useAction(() => call('connections.rename', { connection: key, name: name.trim() }));
  const submit = async () => {
    if ((await rename.run(undefined)) === undefined) return;
    tell(texts.done(name.trim()));
    onChange();
    onClose();
  };
  return (
    <FormDialog
      title={texts.title}
      width="small"
      submit={texts.submit}
      leave={common.cancel}
      isBusy={rename.busy}
      isDisabled={name.trim() === '' || name.trim() === before}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {rename.error !== undefined && <ErrorMessage title={connections.failed} error={rename.error} />}
      <Field id="rename" label={connections.dialog.name} help={texts.help}>
        <Textfield
          id="rename"
          autoFocus
          maxLength={100}
          value={name}
          aria-describedby="rename-help"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
    </FormDialog>
  );
}
