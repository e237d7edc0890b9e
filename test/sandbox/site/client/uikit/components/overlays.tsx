import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import type { ComponentProps } from 'react';
import { around, component, type Draw } from '../component';
import { wired } from '../wire';

type ModalProps = ComponentProps<typeof Modal>;

/** Dialogs. They stay inside the frame; on the platform they lie over the whole page. */
export const overlays: Readonly<Record<string, Draw>> = {
  ModalTransition: around((children) => <ModalTransition>{children}</ModalTransition>),
  Modal: component<ModalProps>((props, children) => <Modal {...wired<ModalProps>(props)}>{children}</Modal>),
  ModalHeader: around((children) => <ModalHeader>{children}</ModalHeader>),
  ModalTitle: around((children) => <ModalTitle>{children}</ModalTitle>),
  ModalBody: around((children) => <ModalBody>{children}</ModalBody>),
  ModalFooter: around((children) => <ModalFooter>{children}</ModalFooter>),
};
