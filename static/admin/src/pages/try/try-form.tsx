import { useState } from 'react';
import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { AdminInput } from '#contract/api';
import { CallError } from '../../../../shared/call-error';
import { useCall } from '../../hooks/use-call';
import { exampleText, isReport, readText } from '../../logic/try-out';
import { ErrorMessage } from '../../parts/error-message';
import { Field } from '../../parts/field';
import { Picker } from '../../parts/picker';
import { useSay, useTexts } from '../../texts/texts';

interface TryFormProps {
  readonly busy: boolean;
  readonly error: Error | undefined;
  readonly onSend: (input: AdminInput<'findings.preview'>) => void;
  /** What was tried no longer stands. */
  readonly onChange: () => void;
}

/** Takes the finding and what has to be known besides. The text stays, whatever comes of it. */
export function TryForm({ busy, error, onSend, onChange }: TryFormProps) {
  const texts = useTexts().tryOut;
  const [text, setText] = useState('');
  const [product, setProduct] = useState('');
  const [connection, setConnection] = useState('');
  const [wrong, setWrong] = useState<'notJson' | 'tooLarge'>();
  const change = (next: string) => {
    setText(next);
    setWrong(undefined);
    onChange();
  };
  const send = () => {
    const paste = readText(text);
    setWrong(paste.ok ? undefined : paste.why);
    const name = product.trim();
    if (paste.ok)
      onSend({
        document: paste.document,
        ...(connection === '' ? {} : { connection }),
        ...(name === '' || !isReport(text) ? {} : { product: name }),
      });
  };
  const errors = error instanceof CallError ? error.errors : [];
  const ofProduct = errors.filter(({ path }) => path === 'product' && isReport(text));
  const said = useSayings(errors.filter((one) => !ofProduct.includes(one)));
  const saidOfProduct = useSayings(ofProduct)[0];
  return (
    <form
      className="sf-card"
      aria-label={texts.title}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field id="try-text" label={texts.paste} help={texts.pasteHelp} {...errorOf(wrong && texts[wrong])}>
        <TextArea
          id="try-text"
          value={text}
          minimumRows={12}
          maxHeight="50vh"
          isMonospaced
          isInvalid={wrong !== undefined || said.length > 0}
          aria-describedby="try-text-help try-text-errors"
          onChange={(event) => change(event.currentTarget.value)}
        />
      </Field>
      <div id="try-text-errors" role="alert" className="sf-danger">
        {said.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </div>
      <Button spacing="compact" onClick={() => change(exampleText)}>
        {texts.example}
      </Button>
      {isReport(text) && (
        <Field id="try-product" label={texts.product} help={texts.productHelp} {...errorOf(saidOfProduct)}>
          <Textfield
            id="try-product"
            value={product}
            isInvalid={saidOfProduct !== undefined}
            aria-describedby="try-product-help"
            onChange={(event) => {
              setProduct(event.currentTarget.value);
              onChange();
            }}
          />
        </Field>
      )}
      <ConnectionField
        value={connection}
        onChange={(key) => {
          setConnection(key);
          onChange();
        }}
      />
      <div className="sf-field">
        <Button type="submit" appearance="primary" isDisabled={text.trim() === ''} isLoading={busy}>
          {texts.run}
        </Button>
      </div>
      {error !== undefined && errors.length === 0 && <ErrorMessage title={texts.failed} error={error} />}
    </form>
  );
}

function errorOf(error: string | undefined): { error?: string } {
  return error === undefined ? {} : { error };
}

/** Each problem after the field it is about; a problem of the product follows its own label. */
function useSayings(errors: CallError['errors']): string[] {
  const say = useSay();
  const texts = useTexts().tryOut;
  return errors.map(({ path, message }) =>
    path === 'product' && message.code === 'required'
      ? say(message)
      : `${path === '' ? texts.paste : path} ${say(message)}`,
  );
}

function ConnectionField({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  const texts = useTexts().tryOut;
  const list = useCall('connections.list', {});
  const none = { id: '', name: texts.noConnection };
  const choices = list.value && [none, ...list.value.connections.map(({ key, name }) => ({ id: key, name }))];
  if (list.state === 'failed') return <ErrorMessage error={list.error} retry={list.reload} />;
  return (
    <Field id="try-connection" label={texts.connection} help={texts.connectionHelp}>
      <Picker
        id="try-connection"
        choices={choices}
        value={choices?.find(({ id }) => id === value) ?? none}
        onChange={(choice) => onChange(choice?.id ?? '')}
      />
    </Field>
  );
}
