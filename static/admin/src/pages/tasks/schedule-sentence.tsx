import Textfield from '@atlaskit/textfield';
import { periods, type Task } from '#contract/tasks';
import { errorAt } from '../../logic/field-errors';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot, Slot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useLocale, useSay, useTexts } from '../../texts/texts';
import type { PartProps } from './part-props';

/** How often a task comes, on which day, and where that day begins. */
export function ScheduleSentence({ task, path, errors, set }: PartProps) {
  const texts = useTexts().tasks;
  const say = useSay();
  const days = useDays(task.every);
  const wrong = errorAt(errors, `${path}.on`) ?? errorAt(errors, `${path}.timeZone`);
  const changeEvery = (every: Task['every']) =>
    set({ every, on: every === 'week' ? Math.min(task.on, 7) : task.on });
  return (
    <>
      <Sentence
        text={task.every === 'day' ? texts.daily : texts.schedule}
        slots={{
          every: (
            <ChoiceSlot
              id={`${path}.every`}
              label={texts.everyLabel}
              choices={periods.map((id) => ({ id, name: texts.every[id] }))}
              value={task.every}
              onChange={changeEvery}
            />
          ),
          on: (
            <ChoiceSlot
              id={`${path}.on`}
              label={texts.onLabel}
              choices={days}
              value={String(task.on)}
              onChange={(on) => set({ on: Number(on) })}
            />
          ),
          zone: (
            <Slot>
              <Textfield
                id={`${path}.timeZone`}
                aria-label={texts.zoneLabel}
                isCompact
                value={task.timeZone}
                isInvalid={errorAt(errors, `${path}.timeZone`) !== undefined}
                onChange={(event) => set({ timeZone: event.currentTarget.value })}
              />
            </Slot>
          ),
        }}
      />
      {wrong && <Warning>{`${texts.zoneLabel} ${say(wrong)}`}</Warning>}
    </>
  );
}

/** 2024 began with a Monday. */
const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

function useDays(every: Task['every']): { id: string; name: string }[] {
  const { dayOfMonth } = useTexts().tasks;
  const locale = useLocale();
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: every === 'week' ? 7 : 31 }, (_, index) => ({
    id: String(index + 1),
    name: every === 'week' ? weekdays.format(monday + index * dayMs) : dayOfMonth(index + 1),
  }));
}
