import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { ScreenField } from '../../jira/types';
import { inputKind, toRaw } from '../../logic/fixed-values';
import { Picker } from '../../parts/picker';
import { useTexts } from '../../texts/texts';
import { ValueInput } from './value-input';

interface AddFixedProps {
  readonly fields: readonly ScreenField[];
  readonly onAdd: (id: string, raw: unknown) => void;
}

/** Chooses a field and gives it a value; fields that a project demands come first. */
export function AddFixed({ fields, onAdd }: AddFixedProps) {
  const { fixed: texts } = useTexts().fieldPage;
  const [id, setId] = useState<string>();
  const [entered, setEntered] = useState<readonly string[]>([]);
  const field = fields.find((one) => one.id === id);
  const kind = field && inputKind(field);
  const raw = kind && toRaw(kind, entered);
  const sorted = [...fields].sort((a, b) => Number(b.required) - Number(a.required));
  const add = () => {
    if (field === undefined || raw === undefined) return;
    onAdd(field.id, raw);
    setId(undefined);
    setEntered([]);
  };
  return (
    <div className="sf-stack-tight">
      <Heading size="xsmall" as="h3">
        {texts.add}
      </Heading>
      <div className="sf-fixed-row">
        <Picker
          id="fixed-new-field"
          label={texts.field}
          placeholder={texts.choose}
          choices={sorted}
          value={field}
          onChange={(choice) => {
            setId(choice?.id);
            setEntered([]);
          }}
        />
        {field !== undefined && kind !== undefined && (
          <ValueInput
            key={field.id}
            id="fixed-new-value"
            field={field}
            kind={kind}
            entered={entered}
            onChange={setEntered}
          />
        )}
        {field !== undefined && kind === undefined && <span>{texts.noInput}</span>}
        {field === undefined && <span />}
        <Button isDisabled={raw === undefined} onClick={add}>
          {texts.submit}
        </Button>
      </div>
    </div>
  );
}
