import Button from '@atlaskit/button/new';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useRef } from 'react';
import { useCall } from '../../../hooks/use-call';
import { ErrorMessage } from '../../../parts/error-message';
import { LineSkeletons } from '../../../parts/page-skeleton';
import { useTexts } from '../../../texts/texts';
import type { CardDialogProps } from '../card-dialog-props';
import { Hears } from './hears';

/** How the portal of a connection hears of Jira, how that goes, and what can be done about it. */
export function HearsDialog({ connection, onChange, onClose }: CardDialogProps) {
  const { hears: texts, common } = useTexts();
  const view = useCall('connections.outbound', { connection: connection.key });
  const close = () => {
    onChange();
    onClose();
  };
  /** What Escape does too: what is open inside may ask first. */
  const leave = useRef(close);
  return (
    <ModalTransition>
      <ModalDialog onClose={() => leave.current()} width="large" shouldCloseOnOverlayClick={false}>
        <ModalHeader>
          <ModalTitle>{texts.title(connection.name)}</ModalTitle>
        </ModalHeader>
        {view.value === undefined ? (
          <>
            <ModalBody key={view.state}>
              {view.state === 'failed' && <ErrorMessage error={view.error} retry={view.reload} />}
              {view.state === 'loading' && <LineSkeletons count={5} />}
            </ModalBody>
            <ModalFooter>
              <Button onClick={close}>{common.close}</Button>
            </ModalFooter>
          </>
        ) : (
          <Hears
            connection={connection}
            view={view.value}
            {...(view.state === 'failed' ? { error: view.error } : {})}
            reload={view.reload}
            leave={leave}
            onClose={close}
          />
        )}
      </ModalDialog>
    </ModalTransition>
  );
}
