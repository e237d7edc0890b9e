import { severities } from '#contract/finding';
import { Clock, type ClockName } from '#contract/sla';
import { newClock, withDaysFor } from '../../logic/clocks';
import { errorAt } from '../../logic/field-errors';
import { Card } from '../../parts/card';
import { Sentence } from '../../parts/sentence';
import { ChoiceSlot, NumberSlot } from '../../parts/slot';
import { Switch } from '../../parts/switch';
import { Warning } from '../../parts/warning';
import { useTexts } from '../../texts/texts';
import { ClockScope } from './clock-scope';
import type { DatesDraft } from './part-props';
import { useSetSla } from './use-set-sla';

interface ClockProps {
  readonly name: ClockName;
  readonly draft: DatesDraft;
}

/** One clock: how many days a severity has, how they are counted, and for what it holds. */
export function ClockCard({ name, draft }: ClockProps) {
  const texts = useTexts().dates.clocks[name];
  const change = useSetSla(draft);
  const clock = draft.value.sla[name];
  return (
    <Card title={texts.title}>
      <Switch
        id={`sla-${name}`}
        label={texts.switch}
        isChecked={clock !== undefined}
        onChange={(on) => change(() => ({ [name]: on ? newClock(name) : undefined }))}
      />
      <p className="sf-subtle">{texts.hint}</p>
      {clock !== undefined && (
        <ClockEditor
          name={name}
          clock={clock}
          draft={draft}
          set={(next) => change(() => ({ [name]: next }))}
        />
      )}
    </Card>
  );
}

interface EditorProps extends ClockProps {
  readonly clock: Clock;
  readonly set: (clock: Clock) => void;
}

const counts = Clock.shape.count.unwrap().options;
const froms = Clock.shape.from.unwrap().options;
const dueDates = Clock.shape.dueDate.unwrap().options;

function ClockEditor(props: EditorProps) {
  const { name, clock, set } = props;
  const texts = useTexts().dates.clock;
  return (
    <>
      <Days {...props} />
      <Sentence
        text={texts.counted}
        slots={{
          count: (
            <ChoiceSlot
              id={`sla-${name}-count`}
              label={texts.countLabel}
              choices={counts.map((id) => ({ id, name: texts.counts[id] }))}
              value={clock.count}
              onChange={(count) => set({ ...clock, count })}
            />
          ),
          from: (
            <ChoiceSlot
              id={`sla-${name}-from`}
              label={texts.fromLabel}
              kind="wide"
              choices={froms.map((id) => ({ id, name: texts.froms[id] }))}
              value={clock.from}
              onChange={(from) => set({ ...clock, from })}
            />
          ),
        }}
      />
      {name === 'fix' && (
        <Sentence
          text={texts.dueDate}
          slots={{
            which: (
              <ChoiceSlot
                id="sla-fix-due-date"
                label={texts.dueDateLabel}
                kind="wide"
                choices={dueDates.map((id) => ({ id, name: texts.dueDates[id] }))}
                value={clock.dueDate}
                onChange={(dueDate) => set({ ...clock, dueDate })}
              />
            ),
          }}
        />
      )}
      <ClockScope name={name} clock={clock} set={set} />
    </>
  );
}

const range = { min: 0, max: 3650 };

/** A severity whose field is empty has no such clock. */
function Days({ name, clock, draft, set }: EditorProps) {
  const { dates, common } = useTexts();
  const texts = dates.clock;
  const wrong = severities.filter(
    (severity) => errorAt(draft.errors, `sla.${name}.days.${severity}`) !== undefined,
  );
  return (
    <>
      <div className="sf-clock-days">
        {severities.map((severity) => (
          <Sentence
            key={severity}
            text={texts.days}
            slots={{
              severity: <span className="sf-clock-severity">{common.severity[severity]}</span>,
              days: (
                <NumberSlot
                  id={`sla-${name}-${severity}`}
                  label={texts.daysLabel(common.severity[severity])}
                  {...range}
                  value={clock.days[severity] ?? Number.NaN}
                  isInvalid={wrong.includes(severity)}
                  onChange={(days) => set(withDaysFor(clock, severity, days))}
                />
              ),
            }}
          />
        ))}
      </div>
      <p className="sf-subtle sf-small">{texts.emptyDays}</p>
      {wrong.map((severity) => (
        <Warning key={severity}>
          {`${texts.daysLabel(common.severity[severity])} ${common.range(range.min, range.max)}`}
        </Warning>
      ))}
    </>
  );
}
