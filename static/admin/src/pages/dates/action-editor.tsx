import type { ReactNode } from 'react';
import { IconButton } from '@atlaskit/button/new';
import Cross from '@atlaskit/icon/core/cross';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { type Action, actionKinds } from '#contract/sla';
import { newAction } from '../../logic/clocks';
import { errorAt } from '../../logic/field-errors';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot, Slot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useSay, useTexts } from '../../texts/texts';
import { type DatesDraft, projectOf } from './part-props';
import { PersonSlot } from './person-slot';
import { PrioritySlot } from './priority-slot';

interface ActionProps {
  readonly action: Action;
  readonly path: string;
  readonly draft: DatesDraft;
  /** Without an action: it is removed. */
  readonly onChange: (action?: Action) => void;
}

/** One thing that a step does, as a sentence. */
export function ActionEditor({ action, path, draft, onChange }: ActionProps) {
  const texts = useTexts().dates.steps;
  const say = useSay();
  const wrong = errorAt(draft.errors, path);
  const isInvalid = wrong !== undefined;
  const kind = (
    <ChoiceSlot
      id={`${path}.kind`}
      label={texts.kindLabel}
      kind="wide"
      choices={actionKinds.map((id) => ({ id, name: texts.kinds[id] }))}
      value={action.kind}
      onChange={(next) => onChange(newAction(next, texts.proposedComment))}
    />
  );
  const subject = (slot: ReactNode) => <Sentence text={texts.does[action.kind]} slots={{ kind, slot }} />;
  const project = projectOf(draft.value)?.id;
  const person = (field: 'mention' | 'to', placeholder: string) => (
    <PersonSlot
      id={`${path}.${field}`}
      label={texts.personLabel}
      placeholder={placeholder}
      project={project}
      value={action[field]}
      isInvalid={isInvalid && field === 'to'}
      onChange={(ref) => onChange(ref === null ? without(action, field) : { ...action, [field]: ref })}
    />
  );
  return (
    <div className="sf-stack-tight sf-escalation-action">
      <div className="sf-row-between">
        {action.kind === 'comment' && subject(person('mention', texts.nobody))}
        {action.kind === 'assign' && subject(person('to', texts.choosePerson))}
        {action.kind === 'label' &&
          subject(
            <Slot>
              <Textfield
                id={`${path}.label`}
                aria-label={texts.labelLabel}
                isCompact
                maxLength={255}
                value={action.label ?? ''}
                isInvalid={isInvalid}
                onChange={(event) => onChange(withLabel(action, event.currentTarget.value))}
              />
            </Slot>,
          )}
        {action.kind === 'priority' &&
          subject(
            <PrioritySlot
              id={`${path}.to`}
              project={project}
              value={action.to}
              onChange={(ref) => onChange(ref === null ? without(action, 'to') : { ...action, to: ref })}
            />,
          )}
        {action.kind === 'tell' && subject(null)}
        <IconButton
          appearance="subtle"
          spacing="compact"
          icon={Cross}
          label={texts.removeAction(texts.kinds[action.kind])}
          onClick={() => onChange()}
        />
      </div>
      {action.kind === 'comment' && (
        <TextArea
          id={`${path}.text`}
          aria-label={texts.textLabel}
          value={action.text ?? ''}
          minimumRows={2}
          maxLength={2000}
          isInvalid={isInvalid}
          onChange={(event) => onChange({ ...action, text: event.currentTarget.value })}
        />
      )}
      {wrong && <Warning>{`${texts.subjects[action.kind]} ${say(wrong)}`}</Warning>}
    </div>
  );
}

function without(action: Action, field: 'mention' | 'to' | 'label'): Action {
  const { [field]: _before, ...others } = action;
  return others;
}

function withLabel(action: Action, label: string): Action {
  return label === '' ? without(action, 'label') : { ...action, label };
}
