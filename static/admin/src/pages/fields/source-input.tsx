import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { FieldType } from '../../../../../src/contract/field-types';
import type { FieldSource, FixedValue } from '../../../../../src/contract/settings';
import type { ScreenField } from '../../jira/types';
import { enteredValue, findingFieldNames, inputOf, shownValues } from '../../logic/field-rows';
import { Picker } from '../../parts/picker';
import { useTexts } from '../../texts/texts';
import { ValueInput } from './value-input';

interface SourceInputProps {
  readonly id: string;
  readonly name: string;
  readonly source: FieldSource;
  readonly field: ScreenField | undefined;
  readonly onChange: (source: FieldSource) => void;
}

/** What a source needs to be told: a field of findings, the name of an attribute, a template, or the value itself. */
export function SourceInput({ id, name, source, field, onChange }: SourceInputProps) {
  const words = useTexts().fieldPage.mapping;
  switch (source.kind) {
    case 'field':
      return (
        <Picker
          id={id}
          label={words.fieldOf(name)}
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
          aria-label={words.attributeOf(name)}
          value={source.name}
          onChange={(event) => onChange({ kind: 'attribute', name: event.currentTarget.value })}
        />
      );
    case 'text':
      return (
        <TextArea
          id={id}
          aria-label={words.templateOf(name)}
          isMonospaced
          value={source.template}
          onChange={(event) => onChange({ kind: 'text', template: event.currentTarget.value })}
        />
      );
    case 'fixed':
      return (
        <FixedInput
          id={id}
          value={source.value}
          field={field}
          onChange={(value) => onChange({ kind: 'fixed', value })}
        />
      );
  }
}

interface FixedInputProps {
  readonly id: string;
  readonly value: FixedValue;
  readonly field: ScreenField | undefined;
  readonly onChange: (value: FixedValue) => void;
}

/** The value itself, with the input that fits the field; without one, what that means. */
function FixedInput({ id, value, field, onChange }: FixedInputProps) {
  const words = useTexts().fieldPage.mapping;
  const hints: Partial<Record<FieldType, string>> = words.hints;
  const shown = shownValues(value, field?.allowed);
  if (field === undefined) return <span className="sf-subtle">{shown.join(', ')}</span>;
  return (
    <div>
      <ValueInput
        id={id}
        field={field}
        kind={inputOf(field)}
        entered={shown}
        placeholder={hints[field.fieldType]}
        onChange={(entered) => onChange(enteredValue(field, entered))}
      />
      {value === null && <p className="sf-subtle sf-small">{words.nothing}</p>}
    </div>
  );
}
