import type { ConnectionView } from '../../../../../src/contract/api';

/** The dialogs that a card can open. */
export type CardDialog = 'rotate' | 'rebuild' | 'delete' | 'test';

/** What every dialog of a connection card gets. */
export interface CardDialogProps {
  readonly connection: ConnectionView;
  /** The connection changed: read the list again. */
  readonly onChange: () => void;
  readonly onClose: () => void;
}
