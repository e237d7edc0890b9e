import type { ConnectionView } from '../../../../../src/contract/api';

/** What every dialog of a connection card gets. */
export interface CardDialogProps {
  readonly connection: ConnectionView;
  /** The connection changed: read the list again. */
  onChange(): void;
  onClose(): void;
}
