import Button from '@atlaskit/button/new';
import { useTexts } from '../../texts/texts';

interface LeaveSecretProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asked in the footer when a dialog is closed before its secret was copied. */
export function LeaveSecret({ onStay, onLeave }: LeaveSecretProps) {
  const texts = useTexts().connections.secret;
  return (
    <>
      <span className="sf-grow" role="alert">
        <strong>{texts.closeTitle}</strong> {texts.closeBody}
      </span>
      <Button appearance="subtle" onClick={onStay}>
        {texts.closeBack}
      </Button>
      <Button appearance="warning" onClick={onLeave}>
        {texts.closeConfirm}
      </Button>
    </>
  );
}
