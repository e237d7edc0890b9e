import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { useAction } from '../../hooks/use-call';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { ErrorMessage } from '../../parts/error-message';
import { useTexts } from '../../texts/texts';

interface RivalDialogProps {
  readonly cause: string;
  readonly issue: string;
  readonly finding: string;
  readonly onChosen: () => void;
  readonly onClose: () => void;
}

/** Asks before an issue becomes the finding's own. */
export function RivalDialog({ cause, issue, finding, onChosen, onClose }: RivalDialogProps) {
  const texts = useTexts().activity.rivals;
  const choose = useAction(() => call('activity.choose', { cause, issue }));
  const confirm = async () => {
    if ((await choose.run(undefined)) === undefined) return;
    tell(texts.chosen(issue, finding));
    onChosen();
    onClose();
  };
  return (
    <ConfirmDialog
      title={texts.title(issue)}
      confirm={texts.chooseOne(issue)}
      isBusy={choose.busy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <div className="sf-stack">
        <p>{texts.body(issue, finding)}</p>
        {choose.error !== undefined && <ErrorMessage title={texts.failed} error={choose.error} />}
      </div>
    </ConfirmDialog>
  );
}
