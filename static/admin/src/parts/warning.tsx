import './warning.css';
import type { ReactNode } from 'react';
import StatusWarning from '@atlaskit/icon/core/status-warning';

/** A line that warns, with its icon. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <p className="sf-warning">
      <StatusWarning label="" color="var(--ds-icon-warning)" />
      <span>{children}</span>
    </p>
  );
}
