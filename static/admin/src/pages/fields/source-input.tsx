import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { FieldType } from '#contract/field-types';
import type { FieldSource, FixedValue } from '#contract/settings';
import type { ScreenField } from '../../jira/types';
import { enteredValue, findingFieldNames, inputOf, shownValues } from '../../logic/field-rows';
import { Picker } from '../../parts/picker';
import { useTexts } from '../../texts/texts';
import { ValueInput } from './value-input';

interface SourceInputProps {
  readonly id: string;
  /** What the input is called. */
  readonly label: string;
  readonly isInvalid: boolean;
  readonly source: FieldSource;
  readonly field: ScreenField | undefined;
  readonly onChange: (source: FieldSource) => void;
}

/** What a source needs to be told: a field of findings, the name of an attribute, a template, or the value itself. */
export function SourceInput({ id, label, isInvalid, source, field, onChange }: SourceInputProps) {
  switch (source.kind) {
    case 'field':
      return (
        <Picker
          id={id}
          label={label}
          isCompact
          isInvalid={isInvalid}
          choices={findingFieldNames().map((one) => ({ id: one, name: one }))}
          value={{ id: source.name, name: source.name }}
          onChange={(choice) => {
            if (choice !== undefined) onChange({ kind: 'field', name: choice.id });
          }}
        />
      );
    case 'attribute':
      return (
        <Textfield
          id={id}
          aria-label={label}
          isCompact
          isInvalid={isInvalid}
          value={source.name}
          onChange={(event) => onChange({ kind: 'attribute', name: event.currentTarget.value })}
        />
      );
    case 'text':
      return (
        <TextArea
          id={id}
          aria-label={label}
          isCompact
          isInvalid={isInvalid}
          isMonospaced
          value={source.template}
          onChange={(event) => onChange({ kind: 'text', template: event.currentTarget.value })}
        />
      );
    case 'fixed':
      return (
        <FixedInput
          id={id}
          isInvalid={isInvalid}
          value={source.value}
          field={field}
          onChange={(value) => onChange({ kind: 'fixed', value })}
        />
      );
  }
}

interface FixedInputProps {
  readonly id: string;
  readonly isInvalid: boolean;
  readonly value: FixedValue;
  readonly field: ScreenField | undefined;
  readonly onChange: (value: FixedValue) => void;
}

/** The value itself, with the input that fits the field; without one, what that means. */
function FixedInput({ id, isInvalid, value, field, onChange }: FixedInputProps) {
  const words = useTexts().fieldPage.mapping;
  const hints: Partial<Record<FieldType, string>> = words.hints;
  const hint = field && hints[field.fieldType];
  const shown = shownValues(value, field?.allowed);
  if (field === undefined) return <span className="sf-subtle">{shown.join(', ')}</span>;
  return (
    <div>
      <ValueInput
        id={id}
        field={field}
        kind={inputOf(field)}
        entered={shown}
        isCompact
        isInvalid={isInvalid}
        {...(hint === undefined ? {} : { placeholder: hint })}
        onChange={(entered) => onChange(enteredValue(field, entered))}
      />
      {value === null && <p className="sf-subtle sf-small">{words.nothing}</p>}
    </div>
  );
}
