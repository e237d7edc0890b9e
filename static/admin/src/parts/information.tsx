import type { ReactNode } from 'react';
import StatusInformation from '@atlaskit/icon/core/status-information';

/** A line to know of, with nothing to mend. */
export function Information({ children }: { children: ReactNode }) {
  return (
    <p className="sf-row sf-nowrap">
      <StatusInformation label="" color="var(--ds-icon-information)" />
      <span>{children}</span>
    </p>
  );
}
