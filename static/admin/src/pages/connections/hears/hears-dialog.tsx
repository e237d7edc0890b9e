import { useState } from 'react';
import Button from '@atlaskit/button/new';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import type { OutboundView } from '../../../../../../src/contract/outbound';
import { CallError } from '../../../../../shared/call-error';
import { call } from '../../../bridge/call';
import { tell } from '../../../bridge/flag';
import { useAction, useCall } from '../../../hooks/use-call';
import { draftOf, type HearsDraft, wishOf } from '../../../logic/hears-draft';
import { CopyField } from '../../../parts/copy-field';
import { ErrorMessage } from '../../../parts/error-message';
import { LineSkeletons } from '../../../parts/page-skeleton';
import { useTexts } from '../../../texts/texts';
import type { CardDialogProps } from '../card-dialog-props';
import { HearsForm } from './hears-form';
import { HearsState } from './hears-state';

/** How the portal of a connection hears of Jira, how that goes, and what can be done about it. */
export function HearsDialog({ connection, onChange, onClose }: CardDialogProps) {
  const { hears: texts, common } = useTexts();
  const view = useCall('connections.outbound', { connection: connection.key });
  const close = () => {
    onChange();
    onClose();
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={close} width="large">
        <ModalHeader>
          <ModalTitle>{texts.title(connection.name)}</ModalTitle>
        </ModalHeader>
        <ModalBody key={view.state}>
          {view.state === 'failed' && <ErrorMessage error={view.error} retry={view.reload} />}
          {view.state === 'ready' && <Hears connection={connection} view={view.value} reload={view.reload} />}
          {view.state === 'loading' && <LineSkeletons count={5} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="primary" onClick={close}>
            {common.close}
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}

interface HearsProps {
  readonly connection: CardDialogProps['connection'];
  readonly view: OutboundView;
  readonly reload: () => void;
}

function Hears({ connection: { key, name }, view, reload }: HearsProps) {
  const { hears: texts } = useTexts();
  const [draft, setDraft] = useState(() => draftOf(view));
  const [secret, setSecret] = useState<string>();
  const save = useAction(async (rotate: boolean) => {
    const { secret: shown } = await call('connections.setOutbound', {
      ...wishOf(key, draft),
      ...(rotate ? { rotate } : {}),
    });
    setSecret(shown);
    setDraft((typed: HearsDraft) => ({ ...typed, touched: false, secret: '' }));
    tell(texts.saved(name));
    reload();
  });
  const errors = save.error instanceof CallError ? save.error.errors : [];
  return (
    <div className="sf-stack">
      <HearsForm draft={draft} errors={errors} onChange={setDraft} />
      {save.error !== undefined && errors.length === 0 && (
        <ErrorMessage title={texts.notSaved} error={save.error} />
      )}
      <div className="sf-row">
        <Button appearance="primary" isLoading={save.busy} onClick={() => void save.run(false)}>
          {texts.save}
        </Button>
        {view.mode === 'push' && draft.mode === 'push' && (
          <Button isDisabled={save.busy} onClick={() => void save.run(true)}>
            {texts.rotate}
          </Button>
        )}
      </div>
      {secret !== undefined && (
        <div className="sf-stack" role="status">
          <SectionMessage appearance="warning">
            <p>{texts.secretOnce}</p>
          </SectionMessage>
          <CopyField label={texts.secret} value={secret} />
        </div>
      )}
      {view.mode !== 'off' && <HearsState connection={key} view={view} reload={reload} />}
    </div>
  );
}
