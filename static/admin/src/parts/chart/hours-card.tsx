import type { DayTotal, HourTotal } from '../../../../../src/contract/activity';
import { usePageContext } from '../../bridge/context-provider';
import { sum } from '../../logic/totals';
import { useLocale, useTexts } from '../../texts/texts';
import { ChartCard } from './chart-card';

const labelEvery = 4;

interface HoursCardProps {
  readonly hours: readonly HourTotal[];
  readonly days: readonly DayTotal[];
}

/** How often the app called Jira in each of the last 24 hours, in the time zone of the person who looks. */
export function HoursCard({ hours, days }: HoursCardProps) {
  const { charts } = useTexts().activity;
  const { timezone } = usePageContext();
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const clock = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: timezone,
  });
  const shown = hours.map(({ hour, jiraCalls }) => ({ hour, label: clock.format(hour), jiraCalls }));
  const calls = shown.map(({ jiraCalls }) => jiraCalls);
  const lastDay = sum(calls);
  const busiest = Math.max(0, ...calls);
  return (
    <ChartCard
      title={charts.hours}
      numbers={[
        { word: charts.lastDay, value: lastDay },
        { word: charts.busiest, value: busiest },
        { word: charts.lastDays, value: sum(days.map(({ jiraCalls }) => jiraCalls)) },
      ]}
      labelEvery={labelEvery}
      summary={`${charts.pair(charts.hours, number.format(lastDay))}. ${charts.pair(charts.busiest, number.format(busiest))}`}
      empty={charts.noHours}
      bars={shown.map(({ hour, label, jiraCalls }) => ({
        key: hour,
        label,
        title: charts.pair(label, number.format(jiraCalls)),
        parts: [{ look: 'calls', value: jiraCalls }],
      }))}
      table={
        <table className="sf-table sf-numbers-table">
          <caption className="sf-hidden">{charts.hours}</caption>
          <thead>
            <tr>
              <th scope="col">{charts.hour}</th>
              <th scope="col" className="sf-number">
                {charts.calls}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown
              .filter(({ jiraCalls }) => jiraCalls > 0)
              .reverse()
              .map(({ hour, label, jiraCalls }) => (
                <tr key={hour}>
                  <th scope="row">{label}</th>
                  <td className="sf-number">{number.format(jiraCalls)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      }
    />
  );
}
