import '../parts/save-bar.css';
import Button from '@atlaskit/button/new';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import { useAsync } from '../hooks/use-async';
import { usePoll } from '../hooks/use-poll';
import { useRaised } from '../hooks/use-raised';
import { type Facts, readFacts, useSetUpState } from '../hooks/use-set-up';
import { setUpSteps } from '../logic/set-up';
import { stepPath } from '../logic/set-up-path';
import { useTexts } from '../texts/texts';
import { useRoute } from './router';

/** A portal that calls and its first finding are seen while people look. */
const freshEveryMs = 5_000;

/** After something was saved while the app is being set up: how far that is, and the way to the next step. */
export function NextStep() {
  const facts = useAsync('next-step', readFacts);
  usePoll(facts.reload, freshEveryMs, facts.value?.setUp.closed !== true);
  if (facts.value === undefined || facts.value.setUp.closed) return null;
  return <Next facts={facts.value} />;
}

function Next({ facts }: { facts: Facts }) {
  const texts = useTexts().overview.setUp;
  const { go, dirty } = useRoute();
  const { state, busy } = useSetUpState(facts);
  const raised = useRaised();
  if (busy || dirty) return null;
  const next = setUpSteps.find((step) => state[step].state !== 'done');
  const done = setUpSteps.filter((step) => state[step].state === 'done').length;
  // The panel is being shown by what was just saved, and its step is one click on the overview.
  const later = setUpSteps.find((step) => state[step].state !== 'done' && step !== 'panel') ?? next;
  return (
    <section className="sf-save-bar" aria-label={texts.title} style={raised}>
      <p className="sf-row sf-grow" role="status">
        {next === undefined && <StatusSuccess label="" color="var(--ds-icon-success)" />}
        {texts.title}: {texts.progress(done, setUpSteps.length)}
      </p>
      <div className="sf-row">
        {later !== undefined && (
          <Button appearance="primary" onClick={() => go(stepPath(later, facts))}>
            {texts.next(texts.steps[later].title)}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => go('/overview')}>
          {texts.toList}
        </Button>
      </div>
    </section>
  );
}
