import React, { useState } from 'react';
import { useProductContext } from '@forge/react';
import type { OfferedFinding } from '#contract/link-finding-calls';
import { LanguageContext, useViewerLanguage } from '../issue-panel/texts/use-language';
import { Choose } from './parts/choose';
import { Confirm } from './parts/confirm';
import { Linked } from './parts/linked';

type Step =
  { readonly at: 'choosing' } | { readonly at: 'confirming' | 'linked'; readonly finding: OfferedFinding };

/** The issue action: choose a finding, confirm what will happen, and see that it was done. */
export function LinkFinding(): React.JSX.Element | null {
  const language = useViewerLanguage();
  const issueKey = useIssueKey();
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  // Only until the bridge told the language.
  if (language === undefined) return null;
  return <LanguageContext.Provider value={language}>{content()}</LanguageContext.Provider>;

  function content(): React.JSX.Element {
    if (step.at === 'choosing')
      return (
        <Choose
          onChoose={(finding) => {
            setStep({ at: 'confirming', finding });
          }}
        />
      );
    const { finding } = step;
    if (step.at === 'linked') return <Linked finding={finding} issueKey={issueKey} />;
    return (
      <Confirm
        finding={finding}
        issueKey={issueKey}
        onBack={() => {
          setStep({ at: 'choosing' });
        }}
        onDone={() => {
          setStep({ at: 'linked', finding });
        }}
      />
    );
  }
}

/** The key of the issue that the action was opened on. */
function useIssueKey(): string {
  const extension = useProductContext()?.extension as { issue?: { key?: string } } | undefined;
  return extension?.issue?.key ?? '';
}
