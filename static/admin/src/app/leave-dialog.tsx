import { useTexts } from '../texts/texts';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { useRoute } from './router';

/** Asks whether to leave a page with unsaved changes, or to save them first. */
export function LeaveDialog() {
  const { unsaved } = useTexts().common;
  const { leave, stay, saveAndLeave, isSaving } = useRoute();
  return (
    <ConfirmDialog
      title={unsaved.leaveTitle}
      confirm={unsaved.leave}
      cancel={unsaved.stay}
      appearance="warning"
      {...(saveAndLeave !== undefined && {
        other: { label: unsaved.saveAndLeave, isBusy: isSaving, run: saveAndLeave },
      })}
      onConfirm={leave}
      onCancel={stay}
    >
      {unsaved.leaveBody}
    </ConfirmDialog>
  );
}
