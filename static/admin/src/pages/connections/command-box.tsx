import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { type CommandKind, command, commandKinds } from '../../logic/commands';
import type { NewCredentials } from '../../logic/credentials';
import { CopyCommand } from '../../parts/copy-field';
import { useTexts } from '../../texts/texts';

interface CommandBoxProps {
  readonly baseUrl: string;
  readonly credentials: NewCredentials;
  readonly onCopied: () => void;
}

/** A command that sends one sample finding when it is pasted into a terminal. */
export function CommandBox({ baseUrl, credentials, onCopied }: CommandBoxProps) {
  const texts = useTexts().connections.secret;
  const [kind, setKind] = useState<CommandKind>('shell');
  return (
    <div className="sf-stack-tight">
      <div className="sf-row-between">
        <Heading size="xsmall" as="h2">
          {texts.tryIt}
        </Heading>
        <div className="sf-row" role="group" aria-label={texts.command}>
          {commandKinds.map((choice) => (
            <Button
              key={choice}
              spacing="compact"
              appearance="subtle"
              isSelected={kind === choice}
              onClick={() => setKind(choice)}
            >
              {texts[choice]}
            </Button>
          ))}
        </div>
      </div>
      <p className="sf-subtle">{texts.tryItHelp}</p>
      <CopyCommand label={texts.command} value={command(kind, baseUrl, credentials)} onCopied={onCopied} />
    </div>
  );
}
