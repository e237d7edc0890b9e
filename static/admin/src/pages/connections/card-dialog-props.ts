import type { ArchivedView, ConnectionView } from '#contract/api';

/** The dialogs that a card can open. */
export type CardDialog = 'rotate' | 'rebuild' | 'archive' | 'test' | 'endOld' | 'hears' | 'rename';

/** What every dialog of a connection card gets. */
export interface CardDialogProps {
  readonly connection: ConnectionView;
  /** The connection changed: read the list again. */
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** What every dialog of an archived connection gets. */
export interface ArchivedDialogProps {
  readonly connection: ArchivedView;
  readonly onChange: () => void;
  readonly onClose: () => void;
}
