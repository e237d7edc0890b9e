import type { ReactNode } from 'react';
import Textfield from '@atlaskit/textfield';
import { ManyPicker, Picker } from './picker';
import type { Choice } from './picker-types';

interface SlotProps {
  readonly id: string;
  readonly label: string;
  readonly isInvalid?: boolean;
}

interface ChoiceSlotProps<Id extends string> extends SlotProps {
  readonly choices: readonly (Choice & { readonly id: Id })[];
  readonly value: Id;
  readonly kind?: 'wide';
  readonly onChange: (id: Id) => void;
}

/** A drop-down inside a sentence, for a fixed list of words. */
export function ChoiceSlot<Id extends string>({
  value,
  choices,
  kind,
  onChange,
  ...props
}: ChoiceSlotProps<Id>) {
  return (
    <Slot kind={kind}>
      <Picker
        {...props}
        isCompact
        choices={choices}
        value={choices.find(({ id }) => id === value)}
        onChange={(choice) => {
          const found = choices.find(({ id }) => id === choice?.id);
          if (found !== undefined) onChange(found.id);
        }}
      />
    </Slot>
  );
}

interface ManySlotProps extends SlotProps {
  readonly choices: readonly Choice[] | undefined;
  readonly value: readonly Choice[];
  readonly placeholder?: string;
  readonly onChange: (choices: readonly Choice[]) => void;
}

/** A drop-down inside a sentence that takes several values. */
export function ManySlot(props: ManySlotProps) {
  return (
    <Slot kind="wide">
      <ManyPicker {...props} isCompact />
    </Slot>
  );
}

interface NumberSlotProps extends SlotProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A number inside a sentence. What is not a number is not taken. */
export function NumberSlot({ value, onChange, ...props }: NumberSlotProps) {
  const { id, label, min, max, isInvalid } = props;
  return (
    <Slot kind="narrow">
      <Textfield
        id={id}
        type="number"
        aria-label={label}
        isCompact
        min={min}
        max={max}
        isInvalid={isInvalid}
        value={Number.isNaN(value) ? '' : String(value)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </Slot>
  );
}

/** Room for a control inside a sentence. */
export function Slot({ kind, children }: { kind?: 'wide' | 'narrow'; children: ReactNode }) {
  return <span className={kind === undefined ? 'sf-slot' : `sf-slot sf-slot-${kind}`}>{children}</span>;
}
