import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import TextArea from '@atlaskit/textarea';
import { tell } from '../../bridge/flag';
import { Field } from '../../parts/field';
import { useTexts } from '../../texts/texts';
import { ImportError } from './import-error';
import { ImportOutcome } from './import-outcome';
import { useImport } from './use-import';

/** Takes a document from a file or the clipboard, compares it, and applies it on request. */
export function ImportCard({ onApplied }: { onApplied: () => void }) {
  const texts = useTexts().transfer.import;
  const [text, setText] = useState('');
  const [notJson, setNotJson] = useState(false);
  const importing = useImport(() => {
    tell(texts.applied);
    setText('');
    onApplied();
  });
  const { outcome, error } = importing;

  const change = (next: string) => {
    setText(next);
    setNotJson(false);
    importing.clear();
  };
  const send = (action: (document: unknown) => void) => {
    const document = parse(text);
    setNotJson(document === undefined);
    if (document !== undefined) action(document);
  };
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
        <Button
          isDisabled={text.trim() === ''}
          isLoading={importing.comparing}
          onClick={() => send(importing.compare)}
        >
          {texts.compare}
        </Button>
      </div>
      {error !== undefined && <ImportError error={error} />}
      {outcome !== undefined && (
        <ImportOutcome
          outcome={outcome}
          overtaken={importing.overtaken}
          isBusy={importing.applying}
          onApply={() => send(importing.apply)}
        />
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
