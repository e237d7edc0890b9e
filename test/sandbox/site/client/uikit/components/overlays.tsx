import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import type { ComponentProps } from 'react';
import type { Draw } from '../draw';
import { wired } from '../wire';

/** Dialogs. They stay inside the frame; on the platform they lie over the whole page. */
export const overlays: Readonly<Record<string, Draw>> = {
  ModalTransition: (_props, children) => <ModalTransition>{children}</ModalTransition>,
  Modal: (props, children) => <Modal {...wired<ComponentProps<typeof Modal>>(props)}>{children}</Modal>,
  ModalHeader: (_props, children) => <ModalHeader>{children}</ModalHeader>,
  ModalTitle: (_props, children) => <ModalTitle>{children}</ModalTitle>,
  ModalBody: (_props, children) => <ModalBody>{children}</ModalBody>,
  ModalFooter: (_props, children) => <ModalFooter>{children}</ModalFooter>,
};
