import { useState } from 'react';
import Textfield from '@atlaskit/textfield';
import type { AdminOutputs } from '#contract/api';
import { call } from '../../bridge/call';
import { useAction } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { Field } from '../../parts/field';
import { FormDialog } from '../../parts/form-dialog';
import { useTexts } from '../../texts/texts';
import { ReceiptFindings } from './receipt-findings';

/** Asks for a receipt and shows what became of its findings. */
export function ReceiptDialog({ onClose }: { onClose: () => void }) {
  const { receipt: texts, common } = useTexts();
  const [wanted, setWanted] = useState('');
  const [answer, setAnswer] = useState<AdminOutputs['receipts.find']>();
  const find = useAction((receipt: string) => call('receipts.find', { receipt }));
  return (
    <FormDialog
      title={texts.title}
      width="large"
      submit={texts.find}
      leave={common.close}
      isBusy={find.busy}
      isDisabled={wanted.trim() === ''}
      onSubmit={() => void find.run(wanted.trim()).then(setAnswer)}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
