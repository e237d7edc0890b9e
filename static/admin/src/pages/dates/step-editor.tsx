import { useState } from 'react';
import Button, { IconButton } from '@atlaskit/button/new';
import Delete from '@atlaskit/icon/core/delete';
import { clockNames, type EscalationStep } from '#contract/sla';
import { daysOn, newAction, sideOf, sides } from '../../logic/clocks';
import { errorAt } from '../../logic/field-errors';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot, NumberSlot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useSay, useTexts } from '../../texts/texts';
import { ActionEditor } from './action-editor';
import type { DatesDraft } from './part-props';

interface StepProps {
  readonly step: EscalationStep;
  /** Counted from 1. */
  readonly place: number;
  /** Where the step stands in the document, for its errors. */
  readonly path: string;
  readonly draft: DatesDraft;
  /** Without a step: it is removed. */
  readonly onChange: (step?: EscalationStep) => void;
}

const mostActions = 10;

/** One step: when it comes, and what it does. */
export function StepEditor({ step, place, path, draft, onChange }: StepProps) {
  const texts = useTexts().dates.steps;
  const setActions = (actions: EscalationStep['do']) => onChange({ ...step, do: actions });
  return (
    <li className="sf-stack-tight" aria-label={texts.step(place)}>
      <div className="sf-row-between sf-top">
        <When step={step} path={path} draft={draft} onChange={onChange} />
        <IconButton
          appearance="subtle"
          icon={Delete}
          label={texts.remove(place)}
          onClick={() => onChange()}
        />
      </div>
      {step.do.length === 0 && <Warning>{texts.nothing}</Warning>}
      {step.do.map((action, index) => (
        <ActionEditor
          key={index}
          action={action}
          path={`${path}.do.${String(index)}`}
          draft={draft}
          onChange={(next) => setActions(step.do.flatMap((one, at) => (at === index ? (next ?? []) : one)))}
        />
      ))}
      <div>
        <Button
          appearance="subtle"
          spacing="compact"
          isDisabled={step.do.length >= mostActions}
          onClick={() => setActions([...step.do, newAction('tell', '')])}
        >
          {texts.addAction}
        </Button>
      </div>
    </li>
  );
}

const range = { min: 1, max: 365 };

function When({ step, path, draft, onChange }: Omit<StepProps, 'place'>) {
  const { dates, common } = useTexts();
  const texts = dates.steps;
  const say = useSay();
  // A number that is being typed, or is none yet, says nothing of its side.
  const [chosen, setChosen] = useState(sideOf(step.days));
  const side = step.days > 0 || step.days < 0 ? sideOf(step.days) : chosen;
  const wrongDays = errorAt(draft.errors, `${path}.days`) !== undefined;
  const wrongClock = errorAt(draft.errors, `${path}.clock`);
  return (
    <div className="sf-grow">
      <Sentence
        text={side === 'on' ? texts.onDay : texts.when}
        slots={{
          days: (
            <NumberSlot
              id={`${path}.days`}
              label={texts.daysLabel}
              {...range}
              value={Math.abs(step.days)}
              isInvalid={wrongDays}
              onChange={(days) => onChange({ ...step, days: side === 'before' ? -days : days })}
            />
          ),
          side: (
            <ChoiceSlot
              id={`${path}.side`}
              label={texts.sideLabel}
              choices={sides.map((id) => ({ id, name: texts.sides[id] }))}
              value={side}
              onChange={(next) => {
                setChosen(next);
                onChange({ ...step, days: daysOn(next, step.days) });
              }}
            />
          ),
          clock: (
            <ChoiceSlot
              id={`${path}.clock`}
              label={texts.clockLabel}
              kind="wide"
              isInvalid={wrongClock !== undefined}
              choices={clockNames.map((id) => ({ id, name: texts.clocks[id] }))}
              value={step.clock}
              onChange={(clock) => onChange({ ...step, clock })}
            />
          ),
        }}
      />
      {wrongDays && <Warning>{`${texts.daysLabel} ${common.range(range.min, range.max)}`}</Warning>}
      {wrongClock && <Warning>{`${texts.clockLabel} ${say(wrongClock)}`}</Warning>}
    </div>
  );
}
