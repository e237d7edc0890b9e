import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useTexts } from '../texts/texts';
import { DialogButtons } from './dialog-buttons';

interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly cancel?: string;
  readonly appearance?: 'danger' | 'warning';
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly width?: 'small' | 'large';
  /** A third way, beside confirming and staying. */
  readonly other?: { readonly label: string; readonly isBusy: boolean; readonly run: () => void };
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that cannot easily be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { common } = useTexts();
  return (
    <ModalTransition>
      <ModalDialog onClose={props.onCancel} width={props.width ?? 'small'}>
        <ModalHeader>
          <ModalTitle appearance={props.appearance}>{props.title}</ModalTitle>
        </ModalHeader>
        <ModalBody>{props.children}</ModalBody>
        <DialogButtons>
          <Button appearance="subtle" onClick={props.onCancel}>
            {props.cancel ?? common.cancel}
          </Button>
          {props.other !== undefined && (
            <Button isLoading={props.other.isBusy} onClick={props.other.run}>
              {props.other.label}
            </Button>
          )}
          <Button
            appearance={props.appearance ?? 'primary'}
            isLoading={props.isBusy}
            isDisabled={props.isDisabled}
            onClick={props.onConfirm}
          >
            {props.confirm}
          </Button>
        </DialogButtons>
      </ModalDialog>
    </ModalTransition>
  );
}
