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
import type { NewSecret } from '../../../../../src/contract/api';
import { CopyField } from '../../parts/copy-field';
import { useTexts } from '../../texts/texts';
import { CommandBox } from './command-box';

interface SecretDialogProps {
  readonly title: string;
  /** What else matters now, for example until when the old secret works. */
  readonly note?: string;
  readonly made: { readonly baseUrl: string } & NewSecret;
  readonly onClose: () => void;
  /** Shown last, for example what the dialog waits for. */
  readonly children?: ReactNode;
}

/** Shows base URL and secret, once; closing before anything was copied asks. */
export function SecretDialog({ title, note, made, onClose, children }: SecretDialogProps) {
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
            <CopyField label={texts.baseUrl} value={made.baseUrl} />
            <Secret made={made} onCopied={mark} />
            <CommandBox baseUrl={made.baseUrl} secret={made} onCopied={mark} />
            {children}
          </div>
        </ModalBody>
        <ModalFooter>
          {asking ? (
            <>
              <span className="sf-grow" role="alert">
                <strong>{texts.closeTitle}</strong> {texts.closeBody}
              </span>
              <Button appearance="subtle" onClick={() => setAsking(false)}>
                {texts.closeBack}
              </Button>
              <Button appearance="warning" onClick={onClose}>
                {texts.closeConfirm}
              </Button>
            </>
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

function Secret({ made, onCopied }: { made: NewSecret; onCopied: () => void }) {
  const texts = useTexts().connections.secret;
  if ('secret' in made) return <CopyField label={texts.secret} value={made.secret} onCopied={onCopied} />;
  return (
    <>
      <CopyField label={texts.username} value={made.username} />
      <CopyField label={texts.password} value={made.password} onCopied={onCopied} />
    </>
  );
}
