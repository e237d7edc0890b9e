import type { Ref } from '#contract/settings';
import { useAsync } from '../../hooks/use-async';
import { readPriorities } from '../../jira/priorities';
import { explain } from '../../parts/error-message';
import { Picker } from '../../parts/picker';
import { Slot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { chosen, refOf } from '../spaces/fields/choices';

interface PrioritySlotProps {
  readonly id: string;
  readonly project: string | undefined;
  readonly value: Ref | null | undefined;
  readonly onChange: (priority: Ref | null) => void;
}

/** A priority of the project inside a sentence; without one, the next higher. */
export function PrioritySlot({ id, project, value, onChange }: PrioritySlotProps) {
  const { dates, common } = useTexts();
  const all = useAsync(project, () => readPriorities(project ?? ''));
  return (
    <>
      <Slot kind="wide">
        <Picker
          id={id}
          label={dates.steps.priorityLabel}
          placeholder={dates.steps.byOne}
          isCompact
          isClearable
          choices={project === undefined ? [] : all.value}
          value={chosen(value, all.value)}
          onChange={(choice) => onChange(refOf(choice))}
        />
      </Slot>
      {all.state === 'failed' && <Warning>{explain(all.error, common)}</Warning>}
    </>
  );
}
