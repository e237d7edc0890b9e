import SectionMessage from '@atlaskit/section-message';
import { CopyField } from '../../../parts/copy-field';
import { useTexts } from '../../../texts/texts';

interface SigningSecretProps {
  readonly secret: string;
  readonly onCopied: () => void;
}

/** The new signing secret, this once. */
export function SigningSecret({ secret, onCopied }: SigningSecretProps) {
  const texts = useTexts().hears;
  return (
    <>
      <SectionMessage appearance="warning">
        <p>{texts.secretOnce}</p>
      </SectionMessage>
      <CopyField label={texts.secret} value={secret} onCopied={onCopied} />
    </>
  );
}
