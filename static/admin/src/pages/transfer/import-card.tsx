import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import TextArea from '@atlaskit/textarea';
import type { AdminOutputs } from '../../../../../src/contract/api';
import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { Field } from '../../parts/field';
import { useTexts } from '../../texts/texts';
import { ImportOutcome } from './import-outcome';

/** Takes a document from a file or the clipboard, compares it, and applies it on request. */
export function ImportCard() {
  const texts = useTexts().transfer.import;
  const [text, setText] = useState('');
  const [notJson, setNotJson] = useState(false);
  const [outcome, setOutcome] = useState<AdminOutputs['settings.import']>();
  const compare = useAction((document: unknown) => call('settings.import', { document, apply: false }));
  const apply = useAction((document: unknown) =>
    call('settings.import', { document, apply: true, ...(outcome && { versions: outcome.versions }) }),
  );

  const change = (next: string) => {
    setText(next);
    setNotJson(false);
    setOutcome(undefined);
  };
  const send = async (action: typeof compare) => {
    const document = parse(text);
    setNotJson(document === undefined);
    if (document === undefined) return;
    const answer = await action.run(document);
    setOutcome(answer?.applied === true ? undefined : answer);
    if (answer?.applied !== true) return;
    tell(texts.applied);
    setText('');
  };
  const error = compare.error ?? apply.error;
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <Heading size="small" as="h2">
        {texts.title}
      </Heading>
      <p className="sf-subtle">{texts.body}</p>
      <div>
        <label htmlFor="import-file" className="sf-label">
          {texts.file}
        </label>{' '}
        <input
          id="import-file"
          type="file"
          accept="application/json,.json"
          onChange={(event) => void event.currentTarget.files?.[0]?.text().then(change)}
        />
      </div>
      <Field id="import-text" label={texts.paste} error={notJson ? texts.notJson : undefined}>
        <TextArea
          id="import-text"
          value={text}
          minimumRows={6}
          maxHeight="40vh"
          isMonospaced
          isInvalid={notJson}
          aria-describedby="import-text-help"
          onChange={(event) => change(event.currentTarget.value)}
        />
      </Field>
      <div>
        <Button isDisabled={text.trim() === ''} isLoading={compare.busy} onClick={() => void send(compare)}>
          {texts.compare}
        </Button>
      </div>
      {error !== undefined && <ErrorMessage title={texts.failed} error={error} />}
      {outcome !== undefined && (
        <ImportOutcome outcome={outcome} isBusy={apply.busy} onApply={() => void send(apply)} />
      )}
    </section>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
