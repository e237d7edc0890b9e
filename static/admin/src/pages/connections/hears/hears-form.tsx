import { Radio } from '@atlaskit/radio';
import Textfield from '@atlaskit/textfield';
import { hearingModes } from '#contract/outbound';
import type { FieldProblem } from '#contract/invalid-fields';
import { authKinds, type HearsDraft } from '../../../logic/hears-draft';
import { errorAt } from '../../../logic/field-errors';
import { Field } from '../../../parts/field';
import { useSay, useTexts } from '../../../texts/texts';
import { CommentChoices } from './comment-choices';
import { EventChoices } from './event-choices';

interface HearsFormProps {
  readonly draft: HearsDraft;
  readonly errors: readonly FieldProblem[];
  readonly onChange: (draft: HearsDraft) => void;
}

/** Off, asked or sent to; and where to, with which credentials. */
export function HearsForm({ draft, errors, onChange }: HearsFormProps) {
  const texts = useTexts().hears;
  return (
    <div className="sf-stack">
      <fieldset className="sf-fieldset">
        <legend className="sf-legend">{texts.mode}</legend>
        {hearingModes.map((mode) => (
          <div key={mode}>
            <Radio
              name="hearing-mode"
              value={mode}
              label={texts.modes[mode]}
              isChecked={draft.mode === mode}
              aria-describedby={`mode-${mode}`}
              onChange={() => onChange({ ...draft, mode })}
            />
            <p id={`mode-${mode}`} className="sf-choice-help">
              {texts.modeHelp[mode]}
            </p>
          </div>
        ))}
      </fieldset>
      {draft.mode === 'push' && <PushFields draft={draft} errors={errors} onChange={onChange} />}
      {draft.mode !== 'off' && <EventChoices draft={draft} onChange={onChange} />}
      <CommentChoices draft={draft} errors={errors} onChange={onChange} />
    </div>
  );
}

function PushFields({ draft, errors, onChange }: HearsFormProps) {
  const texts = useTexts().hears;
  const credentials = (changed: Partial<HearsDraft>) => onChange({ ...draft, ...changed, touched: true });
  return (
    <>
      <Text
        of="url"
        label={texts.url}
        help={texts.urlHelp}
        value={draft.url}
        errors={errors}
        onChange={(url) => onChange({ ...draft, url })}
      />
      <fieldset className="sf-fieldset">
        <legend className="sf-legend">{texts.auth}</legend>
        {authKinds.map((kind) => (
          <Radio
            key={kind}
            name="push-auth"
            value={kind}
            label={texts.auths[kind]}
            isChecked={draft.kind === kind}
            onChange={() => credentials({ kind })}
          />
        ))}
        {draft.kind !== 'none' && !draft.touched && <p className="sf-choice-help">{texts.keepAuth}</p>}
      </fieldset>
      <Credentials draft={draft} errors={errors} onChange={credentials} />
    </>
  );
}

interface CredentialsProps {
  readonly draft: HearsDraft;
  readonly errors: readonly FieldProblem[];
  readonly onChange: (changed: Partial<HearsDraft>) => void;
}

function Credentials({ draft, errors, onChange }: CredentialsProps) {
  const texts = useTexts().hears;
  const secret = (of: string, label: string) => (
    <Text
      of={of}
      label={label}
      value={draft.secret}
      secret
      errors={errors}
      onChange={(one) => onChange({ secret: one })}
    />
  );
  switch (draft.kind) {
    case 'none':
      return null;
    case 'basic':
      return (
        <>
          <Text
            of="auth.username"
            label={texts.username}
            value={draft.username}
            errors={errors}
            onChange={(username) => onChange({ username })}
          />
          {secret('auth.password', texts.password)}
        </>
      );
    case 'bearer':
      return secret('auth.token', texts.token);
    case 'oauth':
      return (
        <>
          <Text
            of="auth.tokenUrl"
            label={texts.tokenUrl}
            value={draft.tokenUrl}
            errors={errors}
            onChange={(tokenUrl) => onChange({ tokenUrl })}
          />
          <Text
            of="auth.clientId"
            label={texts.clientId}
            value={draft.clientId}
            errors={errors}
            onChange={(clientId) => onChange({ clientId })}
          />
          {secret('auth.clientSecret', texts.clientSecret)}
          <Text
            of="auth.scope"
            label={texts.scope}
            value={draft.scope}
            errors={errors}
            onChange={(scope) => onChange({ scope })}
          />
        </>
      );
  }
}

interface TextProps {
  /** The path of the value, which errors name too. */
  readonly of: string;
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly secret?: boolean;
  readonly errors: readonly FieldProblem[];
  readonly onChange: (value: string) => void;
}

function Text({ of, label, help, value, secret = false, errors, onChange }: TextProps) {
  const say = useSay();
  const error = errorAt(errors, of);
  const id = `hears-${of.replace('.', '-')}`;
  return (
    <Field
      id={id}
      label={label}
      {...(help === undefined ? {} : { help })}
      {...(error ? { error: say(error) } : {})}
    >
      <Textfield
        id={id}
        type={secret ? 'password' : 'text'}
        autoComplete={secret ? 'new-password' : 'off'}
        value={value}
        isInvalid={error !== undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
