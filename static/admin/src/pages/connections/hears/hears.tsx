import { type MutableRefObject, useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import { ModalBody, ModalFooter } from '@atlaskit/modal-dialog';
import type { ConnectionView } from '#contract/api';
import type { OutboundView } from '#contract/outbound';
import { CallError } from '../../../../../shared/call-error';
import { ErrorMessage } from '../../../parts/error-message';
import { useTexts } from '../../../texts/texts';
import { LeaveSecret } from '../leave-secret';
import { Approval } from './approval';
import { HearsForm } from './hears-form';
import { HearsState } from './hears-state';
import { SigningSecret } from './signing-secret';
import { useHears } from './use-hears';

interface HearsProps {
  readonly connection: ConnectionView;
  readonly view: OutboundView;
  /** Why reading it again failed. */
  readonly error?: Error;
  readonly reload: () => void;
  /** What closing the dialog does. */
  readonly leave: MutableRefObject<() => void>;
  readonly onClose: () => void;
}

/** What can be set, and how it goes. What needs a look at once stands above: a new secret, a missing approval. */
export function Hears({ connection, view, error, reload, leave, onClose }: HearsProps) {
  const { hears: texts, common } = useTexts();
  const top = useRef<HTMLDivElement>(null);
  const hears = useHears(connection, view, reload);
  const [copied, setCopied] = useState<string>();
  const [asking, setAsking] = useState(false);
  const { draft, secret, save, rotate } = hears;
  const mustAsk = secret !== undefined && copied !== secret && !asking;
  const close = () => (mustAsk ? setAsking(true) : onClose());
  leave.current = close;
  const stay = () => {
    setAsking(false);
    top.current?.scrollIntoView();
  };
  const errors = save.error instanceof CallError ? save.error.errors : [];
  const isPush = view.mode === 'push' && draft.mode === 'push';
  const needsApproval = isPush && !view.approved;
  useEffect(() => {
    if (secret !== undefined || needsApproval) top.current?.scrollIntoView();
  }, [secret, needsApproval, view.url]);
  return (
    <>
      <ModalBody>
        <div ref={top} className="sf-stack sf-hears-news" role="status">
          {secret !== undefined && <SigningSecret secret={secret} onCopied={() => setCopied(secret)} />}
          {needsApproval && <Approval connection={connection} view={view} reload={reload} />}
        </div>
        <div className="sf-stack">
          {error !== undefined && <ErrorMessage error={error} retry={reload} />}
          <HearsForm draft={draft} errors={errors} onChange={hears.setDraft} />
          {save.error !== undefined && errors.length === 0 && (
            <ErrorMessage title={texts.notSaved} error={save.error} />
          )}
          {rotate.error !== undefined && <ErrorMessage title={texts.notSaved} error={rotate.error} />}
          {view.mode === draft.mode && (
            <HearsState
              connection={connection.key}
              view={view}
              reload={reload}
              onRotate={() => void rotate.run(undefined)}
            />
          )}
        </div>
      </ModalBody>
      <ModalFooter>
        {asking ? (
          <LeaveSecret onStay={stay} onLeave={onClose} />
        ) : (
          <>
            <Button appearance="subtle" onClick={close}>
              {common.close}
            </Button>
            <Button appearance="primary" isLoading={save.busy} onClick={() => void save.run(undefined)}>
              {texts.save}
            </Button>
          </>
        )}
      </ModalFooter>
    </>
  );
}
