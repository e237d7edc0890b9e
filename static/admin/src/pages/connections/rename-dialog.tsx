import { type FormEvent, useState } from 'react';
import Button from '@atlaskit/button/new';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { Field } from '../../parts/field';
import { useTexts } from '../../texts/texts';
import type { CardDialogProps } from './card-dialog-props';

/** Gives a connection another name; its address and its findings stay as they are. */
export function RenameDialog({ connection: { key, name: before }, onChange, onClose }: CardDialogProps) {
  const { connections, common } = useTexts();
  const texts = connections.rename;
  const [name, setName] = useState(before);
  const rename = useAction(() => call('connections.rename', { connection: key, name: name.trim() }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await rename.run(undefined)) === undefined) return;
    tell(texts.done(name.trim()));
    onChange();
    onClose();
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <form onSubmit={(event) => void submit(event)}>
          <ModalHeader>
            <ModalTitle>{texts.title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
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
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button
              type="submit"
              appearance="primary"
              isLoading={rename.busy}
              isDisabled={name.trim() === '' || name.trim() === before}
            >
              {texts.submit}
            </Button>
          </ModalFooter>
        </form>
      </ModalDialog>
    </ModalTransition>
  );
}
