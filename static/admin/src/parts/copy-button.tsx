import { useState } from 'react';
import { IconButton } from '@atlaskit/button/new';
import CheckMark from '@atlaskit/icon/core/check-mark';
import Copy from '@atlaskit/icon/core/copy';
import { copyText } from './copy-text';
import { useTexts } from '../texts/texts';
import { useDelayed } from '../hooks/use-poll';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the button's name: "Copy the secret". */
  readonly label: string;
  readonly onCopied?: () => void;
}

/** Copies a text and says so, in the icon and for screen readers. */
export function CopyButton({ text, label, onCopied }: CopyButtonProps) {
  const { common } = useTexts();
  const [copied, setCopied] = useState(false);
  useDelayed(() => setCopied(false), 2500, copied);
  const copy = async () => {
    const done = await copyText(text);
    setCopied(done);
    if (done) onCopied?.();
  };
  return (
    <>
      <IconButton
        appearance="subtle"
        spacing="compact"
        icon={copied ? CheckMark : Copy}
        label={label}
        isTooltipDisabled={false}
        onClick={() => void copy()}
      />
      <span role="status" className="sf-hidden">
        {copied ? common.copied : ''}
      </span>
    </>
  );
}
