import './link-button.css';
import type { ReactNode } from 'react';

interface LinkButtonProps {
  /** The whole name, for screen readers. */
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button as small as the text it stands in. */
export function LinkButton({ label, onClick, children }: LinkButtonProps) {
  return (
    <button type="button" className="sf-link-button" aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
