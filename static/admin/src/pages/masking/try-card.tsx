import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import TextArea from '@atlaskit/textarea';
import { type Masking, maskingLimits } from '#contract/masking';
import { CallError } from '../../../../shared/call-error';
import { call } from '../../bridge/call';
import { useAction } from '../../hooks/use-call';
import { ErrorMessage } from '../../parts/error-message';
import { Field } from '../../parts/field';
import { MaskedKinds } from '../../parts/masked-kinds';
import { useSay, useTexts } from '../../texts/texts';
import { CardHead } from '../../parts/card-head';

/** A sample, and what it would be stored as by the settings on this page, saved or not. */
export function TryCard({ masking }: { masking: Masking }) {
  const { tryOut: texts } = useTexts().masking;
  const say = useSay();
  const [sample, setSample] = useState('');
  const { run, busy, error } = useAction((text: string) => call('masking.try', { masking, sample: text }));
  const [shown, setShown] = useState<Awaited<ReturnType<typeof run>>>();
  const errors = error instanceof CallError ? error.errors : [];
  return (
    <section className="sf-card sf-stack" aria-label={texts.title}>
      <CardHead title={texts.title} intro={texts.intro} />
      <Field id="masking-sample" label={texts.sample}>
        <TextArea
          id="masking-sample"
          value={sample}
          minimumRows={5}
          maxHeight="40vh"
          isMonospaced
          maxLength={maskingLimits.sample}
          onChange={(event) => {
            setSample(event.currentTarget.value);
            setShown(undefined);
          }}
        />
      </Field>
      <div>
        <Button
          isDisabled={sample === ''}
          isLoading={busy}
          onClick={() => {
            void run(sample).then(setShown);
          }}
        >
          {texts.submit}
        </Button>
      </div>
      {errors.map(({ path, message }) => (
        <p key={path} role="alert" className="sf-danger">{`${texts.pattern} ${say(message)}`}</p>
      ))}
      {error !== undefined && errors.length === 0 && <ErrorMessage error={error} />}
      {shown !== undefined && (
        <div className="sf-stack-tight" aria-live="polite">
          <Heading size="xsmall" as="h3">
            {texts.result}
          </Heading>
          <pre className="sf-masking-result">{shown.text}</pre>
          {Object.keys(shown.masked).length === 0 ? (
            <p className="sf-subtle">{texts.nothing}</p>
          ) : (
            <MaskedKinds masked={shown.masked} />
          )}
        </div>
      )}
    </section>
  );
}
