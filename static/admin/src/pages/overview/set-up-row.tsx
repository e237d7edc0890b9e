import Button from '@atlaskit/button/new';
import CheckCircle from '@atlaskit/icon/core/check-circle';
import CheckCircleUnchecked from '@atlaskit/icon/core/check-circle-unchecked';
import StatusWarning from '@atlaskit/icon/core/status-warning';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import { useRoute } from '../../app/router';
import { type Facts, useShowPanel } from '../../hooks/use-set-up';
import { panelLacking, type SetUpStep, type Step } from '../../logic/set-up';
import { stepPath } from '../../logic/set-up-path';
import { ErrorMessage } from '../../parts/error-message';
import { Warning } from '../../parts/warning';
import { useSay, useTexts } from '../../texts/texts';

const looks: Record<Step['state'], ThemeAppearance> = { done: 'success', open: 'default', wrong: 'moved' };

interface SetUpRowProps {
  readonly step: SetUpStep;
  readonly now: Step;
  /** The first step that is not done has the primary button. */
  readonly isNext: boolean;
  readonly facts: Facts;
  readonly reload: () => void;
}

/** One step with what is in its way and the button that goes on. */
export function SetUpRow({ step, now, isNext, facts, reload }: SetUpRowProps) {
  const texts = useTexts().overview.setUp;
  const say = useSay();
  return (
    <li className="sf-step">
      <StepIcon state={now.state} />
      <div className="sf-grow">
        <div className="sf-row">
          <strong>{texts.steps[step].title}</strong>
          <Lozenge appearance={looks[now.state]}>{texts.states[now.state]}</Lozenge>
        </div>
        <p className="sf-subtle">{texts.steps[step].body}</p>
        {[...new Set(now.notes.map(say))].map((note) => (
          <Warning key={note}>{note}</Warning>
        ))}
      </div>
      {step === 'panel' ? (
        <PanelButton facts={facts} isNext={isNext} reload={reload} />
      ) : (
        <GoButton step={step} isNext={isNext} facts={facts} />
      )}
    </li>
  );
}

function StepIcon({ state }: { state: Step['state'] }) {
  switch (state) {
    case 'done':
      return <CheckCircle label="" color="var(--ds-icon-success)" />;
    case 'wrong':
      return <StatusWarning label="" color="var(--ds-icon-warning)" />;
    case 'open':
      return <CheckCircleUnchecked label="" color="var(--ds-icon-subtle)" />;
  }
}

function GoButton({ step, isNext, facts }: Pick<SetUpRowProps, 'step' | 'isNext' | 'facts'>) {
  const texts = useTexts().overview.setUp;
  const { go } = useRoute();
  return (
    <Button appearance={isNext ? 'primary' : 'default'} onClick={() => go(stepPath(step, facts))}>
      {texts.steps[step].action}
    </Button>
  );
}

/** Shows the panel from here: there is nothing to choose. */
function PanelButton({ facts, isNext, reload }: Pick<SetUpRowProps, 'facts' | 'isNext' | 'reload'>) {
  const { setUp: texts } = useTexts().overview;
  const { panel } = useTexts().spaces;
  const show = useShowPanel();
  const lacking = panelLacking({ ...facts.document, setUp: facts.setUp });
  if (lacking.length === 0) return null;
  return (
    <div className="sf-step-action">
      <Button
        appearance={isNext ? 'primary' : 'default'}
        isLoading={show.busy}
        onClick={() => void show.run(lacking).then(reload)}
      >
        {texts.steps.panel.action}
      </Button>
      {show.error !== undefined && (
        <>
          <ErrorMessage title={panel.failed} error={show.error} />
          <p className="sf-subtle sf-small">{panel.byHand}</p>
        </>
      )}
    </div>
  );
}
