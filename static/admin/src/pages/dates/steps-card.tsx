import Button from '@atlaskit/button/new';
import { type EscalationStep, mostSteps, stepsAnHour } from '#contract/sla';
import { newStep } from '../../logic/clocks';
import { Card } from '../../parts/card';
import { useTexts } from '../../texts/texts';
import type { DatesDraft } from './part-props';
import { StepEditor } from './step-editor';
import { useSetSla } from './use-set-sla';

/** What happens so many days before and after a clock runs out. */
export function StepsCard({ draft }: { draft: DatesDraft }) {
  const texts = useTexts().dates.steps;
  const set = useSetSla(draft);
  const { escalation, fix, assign } = draft.value.sla;
  const change = (id: string, step: EscalationStep | undefined) =>
    set((now) => ({ escalation: now.escalation.flatMap((one) => (one.id === id ? (step ?? []) : one)) }));
  const add = () =>
    set((now) => ({
      escalation: [...now.escalation, newStep(fix || !assign ? 'fix' : 'assign', texts.proposedComment)],
    }));
  return (
    <Card title={texts.title}>
      <p className="sf-subtle">{texts.intro(stepsAnHour)}</p>
      {escalation.length > 0 && (
        <ol className="sf-escalation">
          {escalation.map((step, index) => (
            <StepEditor
              key={step.id}
              step={step}
              place={index + 1}
              path={`sla.escalation.${String(index)}`}
              draft={draft}
              onChange={(next) => change(step.id, next)}
            />
          ))}
        </ol>
      )}
      <div>
        <Button isDisabled={escalation.length >= mostSteps} onClick={add}>
          {texts.add}
        </Button>
      </div>
    </Card>
  );
}
