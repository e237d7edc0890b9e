import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { usePageContext } from '../../bridge/context-provider';
import { errorAt } from '../../logic/field-errors';
import { Card } from '../../parts/card';
import { Sentence } from '../../parts/sentence';
import { ManySlot, Slot } from '../../parts/slot';
import { Warning } from '../../parts/warning';
import { useLocale, useSay, useTexts } from '../../texts/texts';
import { Holidays } from './holidays';
import type { DatesDraft } from './part-props';
import { useSetSla } from './use-set-sla';

/** Where a day begins, and which days are worked on. */
export function CalendarCard({ draft }: { draft: DatesDraft }) {
  const texts = useTexts().dates.calendar;
  const say = useSay();
  const { timezone } = usePageContext();
  const weekdays = useWeekdays();
  const set = useSetSla(draft);
  const { timeZone, workingDays, holidays } = draft.value.sla;
  const wrongZone = errorAt(draft.errors, 'sla.timeZone');
  const wrongDays = errorAt(draft.errors, 'sla.workingDays');
  return (
    <Card title={texts.title}>
      <p className="sf-subtle">{texts.intro}</p>
      <div className="sf-row">
        <Sentence
          text={texts.zone}
          slots={{
            zone: (
              <Slot>
                <Textfield
                  id="sla-time-zone"
                  aria-label={texts.zoneLabel}
                  isCompact
                  value={timeZone}
                  isInvalid={wrongZone !== undefined}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    set(() => ({ timeZone: value }));
                  }}
                />
              </Slot>
            ),
          }}
        />
        {timezone !== timeZone && (
          <Button appearance="subtle" spacing="compact" onClick={() => set(() => ({ timeZone: timezone }))}>
            {texts.useZone(timezone)}
          </Button>
        )}
      </div>
      {wrongZone && <Warning>{`${texts.zoneLabel} ${say(wrongZone)}`}</Warning>}
      <Sentence
        text={texts.working}
        slots={{
          days: (
            <ManySlot
              id="sla-working-days"
              label={texts.workingLabel}
              isInvalid={wrongDays !== undefined}
              choices={weekdays}
              value={weekdays.filter(({ id }) => workingDays.includes(Number(id)))}
              onChange={(days) =>
                set(() => ({ workingDays: days.map(({ id }) => Number(id)).sort((a, b) => a - b) }))
              }
            />
          ),
        }}
      />
      {wrongDays && <Warning>{`${texts.workingLabel} ${say(wrongDays)}`}</Warning>}
      <Holidays days={holidays} onChange={(change) => set((now) => ({ holidays: change(now.holidays) }))} />
    </Card>
  );
}

/** 2024 began with a Monday. */
const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

function useWeekdays() {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return [0, 1, 2, 3, 4, 5, 6].map((day) => ({
    id: String(day + 1),
    name: format.format(monday + day * dayMs),
  }));
}
