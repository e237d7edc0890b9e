import type { Ref } from '#contract/settings';
import { usePeople } from '../../hooks/use-people';
import { explain } from '../../parts/error-message';
import { Picker } from '../../parts/picker';
import { Slot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { chosen, refOf } from '../spaces/fields/choices';

interface PersonSlotProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly project: string | undefined;
  readonly value: Ref | null | undefined;
  readonly isInvalid?: boolean;
  readonly onChange: (person: Ref | null) => void;
}

/** A person inside a sentence, among those who can be given issues of the project. */
export function PersonSlot({ project, value, onChange, ...props }: PersonSlotProps) {
  const { common } = useTexts();
  const people = usePeople(project);
  return (
    <>
      <Slot kind="wide">
        <Picker
          {...props}
          isCompact
          isClearable
          choices={people.choices}
          remote={people.remote}
          value={chosen(value, undefined)}
          onChange={(choice) => onChange(refOf(choice))}
        />
      </Slot>
      {people.error !== undefined && <Warning>{explain(people.error, common)}</Warning>}
    </>
  );
}
