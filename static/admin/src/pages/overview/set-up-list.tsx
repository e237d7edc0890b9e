import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import CheckCircle from '@atlaskit/icon/core/check-circle';
import CheckCircleUnchecked from '@atlaskit/icon/core/check-circle-unchecked';
import Lozenge from '@atlaskit/lozenge';
import { useRoute } from '../../app/router';
import { type SetUpStep, setUpSteps } from '../../logic/set-up';
import { useTexts } from '../../texts/texts';

const places: Record<SetUpStep, string> = {
  connect: '/connections',
  spaces: '/spaces',
  statuses: '/spaces',
  finding: '/try',
};

/** What is left to set up; the first open step has the primary action, and any can be done first. */
export function SetUpList({ state }: { state: Readonly<Record<SetUpStep, boolean>> }) {
  const texts = useTexts().overview.setUp;
  const { go } = useRoute();
  const next = setUpSteps.find((step) => !state[step]);
  const done = setUpSteps.filter((step) => state[step]).length;
  return (
    <section className="sf-card" aria-label={texts.title}>
      <div className="sf-row-between">
        <Heading size="small" as="h2">
          {texts.title}
        </Heading>
        <span className="sf-subtle">{texts.progress(done, setUpSteps.length)}</span>
      </div>
      <ol className="sf-steps">
        {setUpSteps.map((step) => (
          <li key={step} className="sf-step">
            {state[step] ? (
              <CheckCircle label="" color="var(--ds-icon-success)" />
            ) : (
              <CheckCircleUnchecked label="" color="var(--ds-icon-subtle)" />
            )}
            <div className="sf-grow">
              <div className="sf-row">
                <strong>{texts.steps[step].title}</strong>
                <Lozenge appearance={state[step] ? 'success' : 'default'}>
                  {state[step] ? texts.done : texts.open}
                </Lozenge>
              </div>
              <p className="sf-subtle">{texts.steps[step].body}</p>
            </div>
            <Button appearance={step === next ? 'primary' : 'default'} onClick={() => go(places[step])}>
              {texts.steps[step].action}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
