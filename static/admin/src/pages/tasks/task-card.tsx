import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { severities } from '#contract/finding';
import type { Task } from '#contract/tasks';
import { errorAt } from '../../logic/field-errors';
import { Field } from '../../parts/field';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot, NumberSlot } from '../../parts/slot';
import { Switch } from '../../parts/switch';
import { useSay, useTexts } from '../../texts/texts';
import { NextTurns } from './next-turns';
import type { PartProps } from './part-props';
import { ScheduleSentence } from './schedule-sentence';

interface TaskProps extends Omit<PartProps, 'set'> {
  /** Without a task: it is removed. */
  readonly onChange: (task?: Task) => void;
}

/** One recurring task with its schedule and its next turns. */
export function TaskCard({ task, path, errors, onChange }: TaskProps) {
  const { tasks: texts, common } = useTexts();
  const set = (patch: Partial<Task>) => onChange({ ...task, ...patch });
  const field = { task, path, errors, set };
  const levels = severities.map((id) => ({ id, name: common.severity[id] }));
  return (
    <section className="sf-card sf-stack" aria-label={task.name}>
      <TextOf of="name" label={texts.name} {...field} />
      <TextOf of="product" label={texts.product} help={texts.productHelp} {...field} />
      <TextOf of="title" label={texts.taskTitle} help={texts.titleHelp} {...field} />
      <Field id={`${path}.description`} label={texts.description}>
        <TextArea
          id={`${path}.description`}
          value={task.description}
          minimumRows={3}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </Field>
      <Sentence
        text={`${texts.severity}: {severity}`}
        slots={{
          severity: (
            <ChoiceSlot
              id={`${path}.severity`}
              label={texts.severity}
              choices={levels}
              value={task.severity}
              onChange={(severity) => set({ severity })}
            />
          ),
        }}
      />
      <ScheduleSentence {...field} />
      <DueDate {...field} />
      <Switch
        id={`${path}.whenOpen`}
        label={texts.skip}
        isChecked={task.whenOpen === 'skip'}
        onChange={(on) => set({ whenOpen: on ? 'skip' : 'create' })}
      />
      <NextTurns task={task} />
      <div className="sf-row-between">
        <Switch
          id={`${path}.enabled`}
          label={texts.enabled}
          isChecked={task.enabled}
          onChange={(enabled) => set({ enabled })}
        />
        <Button appearance="subtle" onClick={() => onChange()}>
          {texts.remove}
        </Button>
      </div>
    </section>
  );
}

interface TextProps extends PartProps {
  readonly of: 'name' | 'product' | 'title';
  readonly label: string;
  readonly help?: string;
}

function TextOf({ of, label, help, task, path, errors, set }: TextProps) {
  const say = useSay();
  const id = `${path}.${of}`;
  const wrong = errorAt(errors, id);
  return (
    <Field
      id={id}
      label={label}
      {...(help === undefined ? {} : { help })}
      {...(wrong && { error: say(wrong) })}
    >
      <Textfield
        id={id}
        value={task[of]}
        isRequired
        isInvalid={wrong !== undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => set({ [of]: event.currentTarget.value })}
      />
    </Field>
  );
}

const proposedDays = 14;

function DueDate({ task, path, errors, set }: PartProps) {
  const texts = useTexts().tasks;
  const { dueInDays } = task;
  return (
    <>
      <Switch
        id={`${path}.hasDueDate`}
        label={texts.hasDueDate}
        isChecked={dueInDays !== null}
        onChange={(on) => set({ dueInDays: on ? proposedDays : null })}
      />
      {dueInDays !== null && (
        <Sentence
          text={texts.due}
          slots={{
            days: (
              <NumberSlot
                id={`${path}.dueInDays`}
                label={texts.daysLabel}
                min={0}
                max={3650}
                value={dueInDays}
                isInvalid={errorAt(errors, `${path}.dueInDays`) !== undefined}
                onChange={(days) => set({ dueInDays: days })}
              />
            ),
          }}
        />
      )}
    </>
  );
}
