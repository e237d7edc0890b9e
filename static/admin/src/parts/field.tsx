import type { ReactNode } from 'react';
import { ErrorMessage, HelperMessage, Label } from '@atlaskit/form';

interface FieldProps {
  /** The id of the input inside; the label names it. */
  readonly id: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string;
  /** Beside the label, for example where the value comes from. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A labelled input with its help, or with what is wrong with it. */
export function Field({ id, label, help, error, aside, children }: FieldProps) {
  return (
    <div className="sf-field">
      <div className="sf-field-label">
        <Label htmlFor={id}>{label}</Label>
        {aside}
      </div>
      {children}
      <div id={`${id}-help`}>
        {error !== undefined && <ErrorMessage>{`${label} ${error}`}</ErrorMessage>}
        {error === undefined && help !== undefined && <HelperMessage>{help}</HelperMessage>}
      </div>
    </div>
  );
}
