import './copy-field.css';
import { CopyButton } from './copy-button';
import { useTexts } from '../texts/texts';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCopied?: () => void;
}

/** A value to take away, with its name above and a copy button. */
export function CopyField({ label, value, onCopied }: CopyFieldProps) {
  const { common } = useTexts();
  return (
    <div className="sf-stack-tight">
      <span className="sf-label">{label}</span>
      <div className="sf-copy">
        <code>{value}</code>
        <CopyButton text={value} label={`${common.copy}: ${label}`} onCopied={onCopied} />
      </div>
    </div>
  );
}

/** A command of several lines to paste into a terminal. */
export function CopyCommand({ label, value, onCopied }: CopyFieldProps) {
  const { common } = useTexts();
  return (
    <div className="sf-command">
      <pre tabIndex={0} aria-label={label}>
        {value}
      </pre>
      <div className="sf-command-copy">
        <CopyButton text={value} label={`${common.copy}: ${label}`} onCopied={onCopied} />
      </div>
    </div>
  );
}
