import { useTexts } from '../texts/texts';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { useRoute } from './router';

/** Asks whether to leave a page with unsaved changes. */
export function LeaveDialog() {
  const { unsaved } = useTexts().common;
  const { leave, stay } = useRoute();
  return (
    <ConfirmDialog
      title={unsaved.leaveTitle}
      confirm={unsaved.leave}
      cancel={unsaved.stay}
      appearance="warning"
      onConfirm={leave}
      onCancel={stay}
    >
      {unsaved.leaveBody}
    </ConfirmDialog>
  );
}
