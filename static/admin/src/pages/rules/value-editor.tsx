import Textfield from '@atlaskit/textfield';
import { builtInStatuses } from '#contract/finding';
import type { Comparison } from '#contract/rules';
import type { Statuses } from '#contract/settings';
import { useCall } from '../../hooks/use-call';
import { shapeOf, takesSeveral, type Value, valueFrom } from '../../logic/comparisons';
import { ManyPicker } from '../../parts/picker';
import type { Choice } from '../../parts/picker-types';
import { ChoiceSlot, Slot } from '../../parts/slot';
import { useTexts } from '../../texts/texts';
import { useValueName } from '../../parts/rule-words';

interface ValueProps {
  readonly comparison: Comparison;
  readonly id: string;
  readonly statuses: Statuses['own'];
  readonly isInvalid: boolean;
  readonly onChange: (value: Value) => void;
}

/** The value in the form that its field and comparison ask for. */
export function ValueEditor(props: ValueProps) {
  const { comparison, onChange } = props;
  const texts = useTexts().rules;
  const choices = useChoices(comparison, props.statuses);
  const { type } = shapeOf(comparison.field);
  if (comparison.op === 'exists' || type === 'boolean') {
    const words = comparison.op === 'exists' ? texts.existence : texts.yesNo;
    return (
      <ChoiceSlot
        id={props.id}
        label={texts.valueLabel}
        choices={[
          { id: 'true', name: words.yes },
          { id: 'false', name: words.no },
        ]}
        value={comparison.value === false ? 'false' : 'true'}
        onChange={(id) => onChange(id === 'true')}
      />
    );
  }
  if (takesSeveral(comparison.op)) return <Several {...props} choices={choices} />;
  if (choices)
    return (
      <ChoiceSlot
        id={props.id}
        label={texts.valueLabel}
        kind="wide"
        isInvalid={props.isInvalid}
        choices={withValue(choices, comparison.value)}
        value={String(comparison.value)}
        onChange={onChange}
      />
    );
  return <Typed {...props} />;
}

/** A value that is not in the list, because it was set by script for example, is shown all the same. */
function withValue(choices: readonly Choice[], value: Value): readonly Choice[] {
  const id = String(value);
  return choices.some((choice) => choice.id === id) ? choices : [...choices, { id, name: id }];
}

function Several({
  comparison,
  id,
  isInvalid,
  onChange,
  choices,
}: ValueProps & { choices: readonly Choice[] | undefined }) {
  const texts = useTexts().rules;
  const nameOf = useValueName();
  const { field, value } = comparison;
  const values = Array.isArray(value) ? value : [value];
  const chosen = values.map((one) => ({ id: String(one), name: nameOf(field, one) }));
  return (
    <Slot kind="wide">
      <ManyPicker
        id={id}
        label={texts.valueLabel}
        isCompact
        isInvalid={isInvalid}
        placeholder={choices ? texts.choose : texts.typeValues}
        choices={choices ?? []}
        value={chosen}
        {...(choices ? {} : { create: (text: string) => ({ id: text.trim(), name: text.trim() }) })}
        onChange={(all) => onChange(all.map((one) => (choices ? one.id : valueFrom(field, one.id))))}
      />
    </Slot>
  );
}

function Typed({ comparison, id, isInvalid, onChange }: ValueProps) {
  const texts = useTexts().rules;
  const { field, op, value } = comparison;
  const { type } = shapeOf(field);
  return (
    <Slot kind="wide">
      <Textfield
        id={id}
        aria-label={texts.valueLabel}
        isCompact
        isInvalid={isInvalid}
        type={type === 'date' ? 'date' : type === 'number' ? 'number' : 'text'}
        {...(type === 'number' ? { step: 'any' } : {})}
        placeholder={op === 'matches' ? texts.glob : ''}
        value={String(value)}
        onChange={(event) => onChange(valueFrom(field, event.currentTarget.value))}
      />
    </Slot>
  );
}

/** The values that a field can have; undefined where any can be typed. */
function useChoices({ field }: Comparison, own: Statuses['own']): Choice[] | undefined {
  const nameOf = useValueName();
  const connections = useCall('connections.list', {});
  if (field === 'connection')
    return connections.value?.connections.map(({ key, name }) => ({ id: key, name })) ?? [];
  const options =
    field === 'status' ? [...Object.keys(builtInStatuses), ...Object.keys(own)] : shapeOf(field).options;
  return options?.map((id) => ({ id, name: own[id]?.label ?? nameOf(field, id) }));
}
