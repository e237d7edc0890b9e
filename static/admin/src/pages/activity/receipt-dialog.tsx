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
import type { AdminOutputs } from '#contract/api';
import { useAction } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { Field } from '../../parts/field';
import { useTexts } from '../../texts/texts';
import { ReceiptFindings } from './receipt-findings';

/** Asks for a receipt and shows what became of its findings. */
export function ReceiptDialog({ onClose }: { onClose: () => void }) {
  const { receipt: texts, common } = useTexts();
  const [wanted, setWanted] = useState('');
  const [answer, setAnswer] = useState<AdminOutputs['receipts.find']>();
  const find = useAction((receipt: string) => call('receipts.find', { receipt }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted.trim() !== '') void find.run(wanted.trim()).then(setAnswer);
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="large">
        <form onSubmit={submit}>
          <ModalHeader>
            <ModalTitle>{texts.title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <div className="sf-stack">
              <Field id="receipt" label={texts.label} help={texts.help}>
                <Textfield
                  id="receipt"
                  autoFocus
                  maxLength={64}
                  value={wanted}
                  aria-describedby="receipt-help"
                  onChange={(event) => setWanted(event.currentTarget.value)}
                />
              </Field>
              {find.error !== undefined && <ErrorMessage error={find.error} />}
              <div role="status">
                {answer !== undefined && answer.receipt === undefined && <p>{texts.none}</p>}
                {answer?.receipt !== undefined && <ReceiptFindings receipt={answer.receipt} />}
              </div>
            </div>
          </ModalBody>
          <ModalFooter>
            <Button onClick={onClose}>{common.close}</Button>
            <Button
              type="submit"
              appearance="primary"
              isLoading={find.busy}
              isDisabled={wanted.trim() === ''}
            >
              {texts.find}
            </Button>
          </ModalFooter>
        </form>
      </ModalDialog>
    </ModalTransition>
  );
}
