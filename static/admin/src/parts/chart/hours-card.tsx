import type { DayTotal, HourTotal } from '#contract/activity';
import { usePageContext } from '../../bridge/context-provider';
import { sum } from '../../logic/totals';
import { useLocale, useTexts } from '../../texts/texts';
import { ChartCard } from './chart-card';

const labelEvery = 4;

interface HoursCardProps {
  /** Calls, or the points of Jira's hourly quota that they cost. */
  readonly what: 'calls' | 'points';
  readonly hours: readonly HourTotal[];
  readonly days: readonly DayTotal[];
}

/** What the app used of Jira in each of the last 24 hours, in the time zone of the person who looks. */
export function HoursCard({ what, hours, days }: HoursCardProps) {
  const { charts } = useTexts().activity;
  const { title, none } = charts.hours[what];
  const { timezone } = usePageContext();
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const clock = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: timezone,
  });
  const usedIn = ({ jiraCalls, jiraPoints }: HourTotal | DayTotal) =>
    what === 'calls' ? jiraCalls : jiraPoints;
  const shown = hours.map((total) => ({
    hour: total.hour,
    label: clock.format(total.hour),
    used: usedIn(total),
  }));
  const all = shown.map(({ used }) => used);
  const busiest = Math.max(0, ...all);
  return (
    <ChartCard
      title={title}
      numbers={[
        { word: charts.lastDay, value: sum(all) },
        { word: charts.busiest, value: busiest },
        { word: charts.lastDays, value: sum(days.map(usedIn)) },
      ]}
      labelEvery={labelEvery}
      summary={`${charts.pair(title, number.format(sum(all)))}. ${charts.pair(charts.busiest, number.format(busiest))}`}
      empty={none}
      bars={shown.map(({ hour, label, used }) => ({
        key: hour,
        label,
        title: charts.pair(label, number.format(used)),
        parts: [{ look: what, value: used }],
      }))}
      table={
        <table className="sf-table sf-numbers-table">
          <caption className="sf-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{charts.hour}</th>
              <th scope="col" className="sf-number">
                {charts[what]}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown
              .filter(({ used }) => used > 0)
              .reverse()
              .map(({ hour, label, used }) => (
                <tr key={hour}>
                  <th scope="row">{label}</th>
                  <td className="sf-number">{number.format(used)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      }
    />
  );
}
