import Select, { CreatableSelect } from '@atlaskit/select';
import type { Texts } from '../texts/sections';
import { useTexts } from '../texts/texts';
import { ChoiceLabel } from './choice-label';
import type { Choice, ManyPickerProps, OnePickerProps, PickerProps } from './picker-types';

/** The drop-down behind Picker. */
export function OneSelect({ value, onChange, ...props }: OnePickerProps) {
  const { picker } = useTexts().common;
  return (
    <Select<Choice>
      {...common(props, picker)}
      value={value ?? null}
      onChange={(choice: Choice | null) => onChange(choice ?? undefined)}
    />
  );
}

/** The drop-down behind ManyPicker. */
export function ManySelect({ value, onChange, create, isOrdered, ...props }: ManyPickerProps) {
  const { picker } = useTexts().common;
  const rest = {
    ...common(props, picker),
    value,
    onChange: (choices: readonly Choice[]) => onChange(choices),
    formatOptionLabel: (choice: Choice, { context }: { context: 'menu' | 'value' }) => (
      <ChoiceLabel
        choice={choice}
        inTag={context === 'value'}
        rank={
          isOrdered === true && context === 'value' && value.length > 1
            ? value.indexOf(choice) + 1
            : undefined
        }
      />
    ),
  };
  if (create === undefined) return <Select<Choice, true> {...rest} isMulti closeMenuOnSelect={false} />;
  return (
    <CreatableSelect<Choice, true>
      {...rest}
      isMulti
      isValidNewOption={(text) => create(text) !== undefined && !value.some(({ id }) => id === text.trim())}
      getNewOptionData={(text) => ({ id: text.trim(), name: picker.add(text.trim()) })}
      onCreateOption={(text: string) => {
        const made = create(text);
        if (made !== undefined) onChange([...value, made]);
      }}
    />
  );
}

function common(props: PickerProps, texts: Texts['common']['picker']) {
  const { id, choices, label, placeholder, isDisabled, isInvalid, isClearable, isCompact, remote } = props;
  return {
    inputId: id,
    descriptionId: `${id}-help`,
    options: choices ?? [],
    isLoading: choices === undefined || remote?.loading === true,
    placeholder: placeholder ?? texts.choose,
    isDisabled: isDisabled === true,
    isInvalid: isInvalid === true,
    isClearable: isClearable === true,
    spacing: isCompact === true ? ('compact' as const) : ('default' as const),
    getOptionValue: (choice: Choice) => choice.id,
    getOptionLabel: (choice: Choice) => choice.name,
    formatOptionLabel: (choice: Choice) => <ChoiceLabel choice={choice} />,
    noOptionsMessage: () => texts.noMatch,
    loadingMessage: () => texts.searching,
    menuPlacement: 'auto' as const,
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(remote && {
      filterOption: null,
      onInputChange: (text: string, { action }: { action: string }) => {
        if (action === 'input-change' || action === 'menu-close') remote.search(text);
      },
      onMenuScrollToBottom: () => {
        remote.more();
      },
    }),
  };
}
