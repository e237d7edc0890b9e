import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { SetUpOutputs } from '#contract/set-up';
import { useRoute } from '../../app/router';
import { call } from '../../bridge/call';
import { useAction } from '../../hooks/use-call';
import { type Facts, useSetUpState } from '../../hooks/use-set-up';
import { setUpSteps } from '../../logic/set-up';
import { ErrorMessage } from '../../parts/error-message';
import { IssueLinks } from '../../parts/issue-link';
import { useTexts } from '../../texts/texts';
import { SetUpRow } from './set-up-row';
import { CardHead } from '../../parts/card-head';

interface SetUpListProps {
  readonly facts: Facts;
  readonly reload: () => void;
}

/** What is left to set up; the first open step has the primary action, and any can be done first. */
export function SetUpList({ facts, reload }: SetUpListProps) {
  const texts = useTexts().overview.setUp;
  const { state, busy } = useSetUpState(facts);
  const next = setUpSteps.find((step) => state[step].state !== 'done');
  const done = setUpSteps.filter((step) => state[step].state === 'done').length;
  return (
    <section className="sf-card" aria-label={texts.title}>
      <CardHead
        title={texts.title}
        action={
          <span className="sf-subtle" role="status">
            {busy ? texts.testing : texts.progress(done, setUpSteps.length)}
          </span>
        }
      />
      <ol className="sf-steps">
        {setUpSteps.map((step) => (
          <SetUpRow
            key={step}
            step={step}
            now={state[step]}
            isNext={!busy && step === next}
            facts={facts}
            reload={reload}
          />
        ))}
      </ol>
      {facts.setUp.first !== undefined && (
        <Ending first={facts.setUp.first} isWhole={next === undefined} reload={reload} />
      )}
    </section>
  );
}

interface EndingProps {
  readonly first: NonNullable<SetUpOutputs['setUp.get']['first']>;
  readonly isWhole: boolean;
  readonly reload: () => void;
}

/** The first finding with its issues, and the way to put the list away. */
function Ending({ first, isWhole, reload }: EndingProps) {
  const texts = useTexts().overview.setUp;
  const { go } = useRoute();
  const [failed, setFailed] = useState(false);
  const close = useAction(async (_input: undefined) => {
    const { closed } = await call('setUp.close', {});
    setFailed(!closed);
    if (closed) reload();
  });
  return (
    <div className="sf-set-up-end">
      <p>
        {texts.first}{' '}
        <strong>
          <bdi>{first.title}</bdi>
        </strong>{' '}
        <IssueLinks issues={first.issues} />
      </p>
      <div className="sf-row">
        <Button
          appearance={isWhole ? 'primary' : 'default'}
          isLoading={close.busy}
          onClick={() => void close.run(undefined)}
        >
          {isWhole ? texts.close : texts.closeAnyway}
        </Button>
        {isWhole && <Button onClick={() => go('/rules')}>{texts.further}</Button>}
      </div>
      {(failed || close.error !== undefined) && (
        <ErrorMessage title={texts.notClosed} error={close.error ?? new Error(texts.notClosed)} />
      )}
    </div>
  );
}
