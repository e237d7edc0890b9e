import type { FormEvent, ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { DialogButtons } from './dialog-buttons';

interface FormDialogProps {
  readonly title: string;
  readonly width: 'small' | 'large';
  readonly submit: string;
  readonly leave: string;
  readonly isBusy: boolean;
  readonly isDisabled: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog with something to enter; Enter submits it. */
export function FormDialog(props: FormDialogProps) {
  const { title, width, submit, leave, isBusy, isDisabled, onSubmit, onClose, children } = props;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isDisabled) onSubmit();
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width={width}>
        <form onSubmit={send}>
          <ModalHeader>
            <ModalTitle>{title}</ModalTitle>
          </ModalHeader>
          <ModalBody>{children}</ModalBody>
          <DialogButtons>
            <Button appearance="subtle" onClick={onClose}>
              {leave}
            </Button>
            <Button type="submit" appearance="primary" isLoading={isBusy} isDisabled={isDisabled}>
              {submit}
            </Button>
          </DialogButtons>
        </form>
      </ModalDialog>
    </ModalTransition>
  );
}
