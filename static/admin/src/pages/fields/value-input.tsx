import './fields.css';
import { useState } from 'react';
import Textfield from '@atlaskit/textfield';
import type { ScreenField } from '../../jira/types';
import type { InputKind } from '../../logic/fixed-values';
import { ManyPicker, Picker } from '../../parts/picker';
import { useTexts } from '../../texts/texts';

interface ValueInputProps {
  readonly id: string;
  readonly field: ScreenField;
  readonly kind: InputKind;
  readonly entered: readonly string[];
  /** An example of what can be typed. */
  readonly placeholder?: string;
  readonly isCompact?: boolean;
  readonly isInvalid?: boolean;
  readonly onChange: (entered: readonly string[]) => void;
}

const types: Partial<Record<InputKind, string>> = { number: 'number', date: 'date' };

/** The input for one field's value: a drop-down where Jira allows only some values, else a text, number or date. */
export function ValueInput({ id, field, kind, entered, onChange, ...look }: ValueInputProps) {
  const label = useTexts().fieldPage.fixed.valueOf(field.name);
  const choices = field.allowed ?? [];
  const chosen = entered.map((one) => choices.find((choice) => choice.id === one) ?? { id: one, name: one });
  switch (kind) {
    case 'choice':
      return (
        <Picker
          id={id}
          label={label}
          {...look}
          choices={choices}
          value={chosen[0]}
          onChange={(choice) => onChange(choice === undefined ? [] : [choice.id])}
        />
      );
    case 'choices':
    case 'texts':
      return (
        <ManyPicker
          id={id}
          label={label}
          choices={choices}
          value={chosen}
          onChange={(list) => onChange(list.map((choice) => choice.id))}
          {...(kind === 'texts' ? { create: newText } : {})}
          {...look}
        />
      );
    default:
      return (
        <TextInput
          id={id}
          label={label}
          type={types[kind]}
          entered={entered[0] ?? ''}
          onChange={onChange}
          {...look}
        />
      );
  }
}

function newText(text: string) {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : { id: trimmed, name: trimmed };
}

interface TextInputProps extends Pick<
  ValueInputProps,
  'id' | 'placeholder' | 'isCompact' | 'isInvalid' | 'onChange'
> {
  readonly label: string;
  readonly type: string | undefined;
  readonly entered: string;
}

/** Keeps what is being typed, also while it is not a value yet. */
function TextInput({ id, label, type, entered, onChange, ...look }: TextInputProps) {
  const [typed, setTyped] = useState(entered);
  return (
    <Textfield
      id={id}
      aria-label={label}
      type={type ?? 'text'}
      {...look}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange([event.currentTarget.value]);
      }}
    />
  );
}
