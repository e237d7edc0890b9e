import type { ReactNode } from 'react';
import { ModalFooter } from '@atlaskit/modal-dialog';

/** The buttons below a dialog; what does not fit side by side in some language goes onto a line of its own. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return (
    <ModalFooter>
      <div className="sf-row sf-dialog-buttons">{children}</div>
    </ModalFooter>
  );
}
