import './try.css';
import { useState } from 'react';
import type { AdminInput, AdminOutputs } from '#contract/api';
import { call } from '../../bridge/call';
import { useAction } from '../../hooks/use-call';
import { EmptyState } from '../../parts/empty-state';
import { Page } from '../../parts/page';
import { CardSkeletons } from '../../parts/page-skeleton';
import { useTexts } from '../../texts/texts';
import { TryForm } from './try-form';
import { TryOutcome } from './try-outcome';

type Outcome = AdminOutputs['findings.preview'];

/** What would become of a finding, without sending it. */
export function TryPage() {
  const texts = useTexts().tryOut;
  const [outcome, setOutcome] = useState<Outcome>();
  const preview = useAction((input: AdminInput<'findings.preview'>) => call('findings.preview', input));
  const clear = () => {
    setOutcome(undefined);
    preview.clear();
  };
  const send = (input: AdminInput<'findings.preview'>) => {
    clear();
    void preview.run(input).then(setOutcome);
  };
  return (
    <Page title={texts.title} intro={texts.intro}>
      <div className="sf-try">
        <TryForm busy={preview.busy} error={preview.error} onSend={send} onChange={clear} />
        <div aria-live="polite" aria-busy={preview.busy}>
          {preview.busy && <CardSkeletons count={2} />}
          {preview.busy && <span className="sf-hidden">{texts.trying}</span>}
          {outcome !== undefined && <TryOutcome outcome={outcome} />}
          {!preview.busy && outcome === undefined && (
            <EmptyState title={texts.empty.title} body={texts.empty.body} />
          )}
        </div>
      </div>
    </Page>
  );
}
