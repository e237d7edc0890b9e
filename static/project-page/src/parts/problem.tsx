import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { useLanguage } from '../texts/texts';

/** What Jira said, and a button that asks again. */
export function Problem({ says, again }: { readonly says: string; readonly again?: () => void }) {
  const { texts } = useLanguage();
  const actions = again && <SectionMessageAction onClick={again}>{texts.tryAgain}</SectionMessageAction>;
  return (
    <div role="alert">
      <SectionMessage appearance="error" title={texts.failed} headingLevel="h2" actions={actions}>
        <p>{texts.failedBecause(says)}</p>
      </SectionMessage>
    </div>
  );
}
