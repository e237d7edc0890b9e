import { IconButton } from '@atlaskit/button/new';
import Delete from '@atlaskit/icon/core/delete';
import type { FieldProblem } from '#contract/invalid-fields';
import { fieldOwners, type FieldRow, whenUnknown } from '#contract/settings';
import type { ScreenField } from '../../jira/types';
import { newSource } from '../../logic/field-rows';
import { errorAt } from '../../logic/field-errors';
import { ChoiceSlot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useSay, useTexts } from '../../texts/texts';
import { SourceInput } from './source-input';

const sourceKinds = ['field', 'attribute', 'text', 'fixed'] as const;

interface FieldRowEditorProps {
  readonly id: string;
  /** What links lead to. */
  readonly place?: string;
  readonly row: FieldRow;
  /** Undefined when no create screen in use has it. */
  readonly field: ScreenField | undefined;
  readonly errors: readonly FieldProblem[];
  readonly path: string;
  readonly onChange: (row: FieldRow) => void;
  readonly onRemove: () => void;
}

/** One field: where its value comes from, whose it is, and what happens to a value that Jira does not have. */
export function FieldRowEditor({
  id,
  place,
  row,
  field,
  errors,
  path,
  onChange,
  onRemove,
}: FieldRowEditorProps) {
  const texts = useTexts().fieldPage;
  const say = useSay();
  const name = field?.name ?? row.field.name ?? row.field.id ?? '';
  const words = texts.mapping;
  const inputLabel = {
    field: words.fieldOf,
    attribute: words.attributeOf,
    text: words.templateOf,
    fixed: texts.fixed.valueOf,
  }[row.source.kind](name);
  const sourceError = errorAt(errors, `${path}.source`);
  const error = errorAt(errors, path);
  return (
    <div className="sf-field-row" role="group" aria-label={name} data-place={place}>
      <div className="sf-field-row-name">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {field?.required === true && <span className="sf-subtle"> {words.required}</span>}
        <IconButton appearance="subtle" icon={Delete} label={words.remove(name)} onClick={onRemove} />
      </div>
      <div className="sf-field-row-line">
        <ChoiceSlot
          id={`${id}-kind`}
          label={words.sourceOf(name)}
          choices={sourceKinds.map((kind) => ({ id: kind, name: words.kinds[kind] }))}
          value={row.source.kind}
          onChange={(kind) => onChange({ ...row, source: newSource(kind, name) })}
        />
        <SourceInput
          key={row.source.kind}
          id={`${id}-source`}
          label={inputLabel}
          isInvalid={sourceError !== undefined}
          source={row.source}
          field={field}
          onChange={(source) => onChange({ ...row, source })}
        />
      </div>
      <div className="sf-field-row-line">
        <ChoiceSlot
          id={`${id}-owner`}
          label={texts.owners.of(name)}
          kind="wide"
          choices={fieldOwners.map((owner) => ({ id: owner, name: texts.owners.choices[owner] }))}
          value={row.owner}
          onChange={(owner) => onChange({ ...row, owner })}
        />
        <ChoiceSlot
          id={`${id}-unknown`}
          label={words.unknownOf(name)}
          kind="wide"
          choices={whenUnknown.map((one) => ({ id: one, name: words.unknown[one] }))}
          value={row.whenUnknown}
          onChange={(choice) => onChange({ ...row, whenUnknown: choice })}
        />
      </div>
      {field === undefined && <Warning>{texts.fixed.unknown}</Warning>}
      {error !== undefined && (
        <Warning>{`${sourceError === undefined ? name : inputLabel} ${say(error)}`}</Warning>
      )}
    </div>
  );
}
