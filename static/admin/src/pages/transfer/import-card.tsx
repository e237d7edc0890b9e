import { useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { tell } from '../../bridge/flag';
import { Field } from '../../parts/field';
import { useTexts } from '../../texts/texts';
import { ImportError } from './import-error';
import { ImportOutcome } from './import-outcome';
import { useImport } from './use-import';
import { CardHead } from '../../parts/card-head';

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
      <CardHead title={texts.title} intro={texts.body} />
      <FileChoice onText={change} />
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

/** Jira's own button in place of the browser's, which opens the same dialog. */
function FileChoice({ onText }: { onText: (text: string) => void }) {
  const texts = useTexts().transfer.import;
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const read = (file: File | undefined) => {
    if (file === undefined) return;
    setName(file.name);
    void file.text().then(onText);
  };
  return (
    <div className="sf-row">
      <Button onClick={() => input.current?.click()}>{texts.file}</Button>
      <span className="sf-subtle" role="status">
        {name}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={texts.file}
        accept="application/json,.json"
        onChange={(event) => {
          read(event.currentTarget.files?.[0]);
          // The same file may be chosen again once it was changed.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
