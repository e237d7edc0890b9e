import { type ReactNode, useState } from 'react';
import Button from '@atlaskit/button/new';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import type { NewCredentials } from '../../logic/credentials';
import { CopyField } from '../../parts/copy-field';
import { useTexts } from '../../texts/texts';
import { CommandBox } from './command-box';
import { LeaveSecret } from './leave-secret';

interface SecretDialogProps {
  readonly title: string;
  /** What else matters now, for example until when the old secret works. */
  readonly note?: string;
  readonly baseUrl: string;
  readonly credentials: NewCredentials;
  readonly onClose: () => void;
  /** Shown last, for example what the dialog waits for. */
  readonly children?: ReactNode;
}

/** Shows base URL and secret, once; closing before anything was copied asks. */
export function SecretDialog({ title, note, baseUrl, credentials, onClose, children }: SecretDialogProps) {
  const { connections, common } = useTexts();
  const texts = connections.secret;
  const [copied, setCopied] = useState(false);
  const [asking, setAsking] = useState(false);
  const close = () => (copied || asking ? onClose() : setAsking(true));
  const mark = () => setCopied(true);
  return (
    <ModalTransition>
      <ModalDialog onClose={close} width="large" shouldCloseOnOverlayClick={false}>
        <ModalHeader>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="sf-stack">
            <SectionMessage appearance="warning">
              <p>{note === undefined ? texts.once : `${texts.once} ${note}`}</p>
            </SectionMessage>
            <CopyField label={texts.baseUrl} value={baseUrl} />
            <Secret credentials={credentials} onCopied={mark} />
            <CommandBox baseUrl={baseUrl} credentials={credentials} onCopied={mark} />
            {children}
          </div>
        </ModalBody>
        <ModalFooter>
          {asking ? (
            <LeaveSecret onStay={() => setAsking(false)} onLeave={onClose} />
          ) : (
            <Button appearance="primary" onClick={close}>
              {common.done}
            </Button>
          )}
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}

function Secret({ credentials, onCopied }: { credentials: NewCredentials; onCopied: () => void }) {
  const texts = useTexts().connections.secret;
  switch (credentials.method) {
    case 'signature':
      return <CopyField label={texts.secret} value={credentials.secret} onCopied={onCopied} />;
    case 'basic':
      return (
        <>
          <CopyField label={texts.username} value={credentials.username} />
          <CopyField label={texts.password} value={credentials.password} onCopied={onCopied} />
        </>
      );
    case 'oauth':
      return (
        <>
          <CopyField label={texts.clientId} value={credentials.clientId} />
          <CopyField label={texts.clientSecret} value={credentials.clientSecret} onCopied={onCopied} />
        </>
      );
  }
}
