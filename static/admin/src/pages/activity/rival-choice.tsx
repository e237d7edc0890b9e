import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { Reason } from '#contract/messages/message';
import { IssueLink } from '../../parts/issue-link';
import { useTexts } from '../../texts/texts';
import { lazily } from '../../parts/lazily';

const RivalDialog = lazily(async () => (await import('./rival-dialog')).RivalDialog);

interface RivalChoiceProps {
  readonly cause: string;
  readonly reason: Extract<Reason, { code: 'rivalIssues' }>;
  readonly onChosen: () => void;
}

/** The issues that claim one finding, each to look at and to choose. */
export function RivalChoice({ cause, reason, onChosen }: RivalChoiceProps) {
  const texts = useTexts().activity.rivals;
  const [asked, setAsked] = useState<string>();
  return (
    <ul className="sf-rivals">
      {reason.keys.map((key) => (
        <li key={key} className="sf-row-between">
          <IssueLink issue={key} />
          <Button spacing="compact" aria-label={texts.chooseOne(key)} onClick={() => setAsked(key)}>
            {texts.choose}
          </Button>
        </li>
      ))}
      {asked !== undefined && (
        <Suspense>
          <RivalDialog
            cause={cause}
            issue={asked}
            finding={reason.finding}
            onChosen={onChosen}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </ul>
  );
}
