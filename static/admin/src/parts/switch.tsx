import type { ReactNode } from 'react';
import Toggle from '@atlaskit/toggle';

interface SwitchProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A switch with its sentence beside it. */
export function Switch({ id, label, isChecked, isDisabled, onChange }: SwitchProps) {
  return (
    <div className="sf-switch">
      <Toggle
        id={id}
        isChecked={isChecked}
        isDisabled={isDisabled === true}
        onChange={() => onChange(!isChecked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
