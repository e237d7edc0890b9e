import type { ReactNode } from 'react';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';

interface ActDialogProps<Done> {
  readonly title: string;
  readonly confirm: string;
  readonly appearance?: 'danger' | 'warning';
  readonly act: () => Promise<Done>;
  /** What is told once it is done. */
  readonly said: (done: Done) => string;
  readonly onDone?: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done to a connection, does it, and says so; stays open with the reason where it failed. */
export function ActDialog<Done>(props: ActDialogProps<Done>) {
  const { title, confirm, appearance, act, said, onDone, onClose, children } = props;
  const { failed } = useTexts().connections;
  const action = useAction(act);
  const run = async () => {
    const done = await action.run(undefined);
    if (done === undefined) return;
    tell(said(done));
    onDone?.();
    onClose();
  };
  return (
    <ConfirmDialog
      title={title}
      confirm={confirm}
      {...(appearance && { appearance })}
      isBusy={action.busy}
      onConfirm={() => void run()}
      onCancel={onClose}
    >
      <div className="sf-stack-tight">
        {children}
        {action.error !== undefined && <ErrorMessage title={failed} error={action.error} />}
      </div>
    </ConfirmDialog>
  );
}
