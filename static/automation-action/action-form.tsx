import React from 'react';
import {
  ErrorMessage,
  Form,
  HelperMessage,
  Label,
  RequiredAsterisk,
  Stack,
  Text,
  TextArea,
  Textfield,
} from '@forge/react';
import { useViewerLanguage } from '../issue-panel/texts/use-language';
import { type Texts, textsOf } from './texts/texts';
import { type ActionInputs, type InputName, useInputs } from './use-inputs';

/** What a rule is asked for an action of this app: the issue, until when, and why. */
export function ActionForm(): React.JSX.Element | null {
  const language = useViewerLanguage();
  const form = useInputs();
  if (language === undefined || form === undefined) return null;
  const texts = textsOf[language.code];
  const isAcceptance = form.inputs.until !== undefined;
  return (
    <Form onSubmit={form.submit}>
      <Stack space="space.200">
        <Text>{texts.actsAs}</Text>
        <Field name="issue" form={form} texts={texts} isRequired />
        {isAcceptance && <Field name="until" form={form} texts={texts} isRequired />}
        <Field name="reason" form={form} texts={texts} isRequired={isAcceptance} />
      </Stack>
    </Form>
  );
}

function Field({
  name,
  form: { inputs, wrong, isChecking, change },
  texts,
  isRequired,
}: {
  name: InputName;
  form: ActionInputs;
  texts: Texts;
  isRequired: boolean;
}): React.JSX.Element {
  const value = inputs[name] ?? '';
  const isMissing = isRequired && value.trim() === '';
  const props = {
    id: name,
    name,
    value,
    isDisabled: isChecking,
    isInvalid: wrong.has(name),
    onChange: (event: { target: { value?: string } }) => {
      change(name, event.target.value ?? '');
    },
  };
  return (
    <Stack space="space.050">
      <Label labelFor={name}>
        {texts.label[name]}
        {isRequired && <RequiredAsterisk />}
      </Label>
      {name === 'reason' ? <TextArea {...props} maxLength={2000} /> : <Textfield {...props} />}
      {wrong.has(name) ? (
        <ErrorMessage>{isMissing ? texts.required : texts.wrong}</ErrorMessage>
      ) : (
        <HelperMessage>{texts.help[name]}</HelperMessage>
      )}
    </Stack>
  );
}
