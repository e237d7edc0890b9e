import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { CallError } from '../../../shared/call-error';
import { JiraError } from '../../../shared/jira/request';
import type { Texts } from '../texts/sections';
import { useTexts } from '../texts/texts';

interface ErrorMessageProps {
  readonly error: Error;
  readonly title?: string;
  readonly retry?: () => void;
}

/** What happened, why, and a button that tries again. Read out by screen readers when it appears. */
export function ErrorMessage({ error, title, retry }: ErrorMessageProps) {
  const texts = useTexts().common;
  const actions = retry && <SectionMessageAction onClick={retry}>{texts.tryAgain}</SectionMessageAction>;
  return (
    <div role="alert">
      <SectionMessage
        appearance="error"
        title={title ?? texts.failed.title}
        headingLevel="h2"
        actions={actions}
      >
        <p>{explain(error, texts)}</p>
      </SectionMessage>
    </div>
  );
}

/** The words for an error of the backend or of Jira. */
export function explain(error: Error, texts: Texts['common']): string {
  if (error instanceof JiraError) return texts.failed.jira(error.message);
  return texts.failed[error instanceof CallError ? error.code : 'unavailable'];
}
