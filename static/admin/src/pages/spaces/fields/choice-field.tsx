import type { ReactNode } from 'react';
import type { Named } from '../../../jira/types';
import { Picker } from '../../../parts/picker';
import { Warning } from '../../../parts/warning';
import { useTexts } from '../../../texts/texts';
import { useSpaceForm } from '../space-form';
import { chosen, refOf } from './choices';
import { SpaceField } from './space-field';

/** Fields of a space that hold one reference. */
type OneRef = 'issueType' | 'resolvedStatus' | 'rejectedStatus' | 'dueDateField' | 'securityLevel';

interface ChoiceFieldProps {
  readonly field: OneRef;
  readonly things: readonly Named[] | undefined;
  readonly help?: ReactNode;
  readonly placeholder?: string;
  readonly isClearable?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange?: (ref: ReturnType<typeof refOf>) => void;
}

/** A drop-down for one reference of a space; what Jira no longer has is marked. */
export function ChoiceField({ field, things, help, onChange, isDisabled, ...picker }: ChoiceFieldProps) {
  const { spaces } = useTexts();
  const { space, facts, set } = useSpaceForm();
  const value = chosen(space[field], things);
  const isStatus = field === 'resolvedStatus' || field === 'rejectedStatus';
  const unreachable = isStatus && value !== undefined && facts.reachable?.has(value.id) === false;
  return (
    <SpaceField
      field={field}
      help={
        value?.gone === true ? (
          spaces.goneHelp
        ) : unreachable ? (
          <Warning>{spaces.mapping.unreachable(value.name)}</Warning>
        ) : (
          help
        )
      }
    >
      {(input) => (
        <Picker
          {...picker}
          {...input}
          isDisabled={input.isDisabled || isDisabled === true}
          choices={things}
          value={value}
          onChange={(choice) => {
            const ref = refOf(choice);
            if (onChange === undefined) set({ [field]: ref });
            else onChange(ref);
          }}
        />
      )}
    </SpaceField>
  );
}
