import type { DayTotal, HeldCause } from '#contract/activity';
import { type Work, heldFindings, sum, workKinds, workOf, workOfAll } from '../../logic/totals';
import { useLocale, useTexts } from '../../texts/texts';
import { ChartCard } from './chart-card';

const labelEvery = 6;

interface DaysCardProps {
  readonly days: readonly DayTotal[];
  /** The causes that hold findings up now. */
  readonly held: readonly HeldCause[];
}

/** What was done in each of the last 30 days, and how many findings are held up now. Days are those of UTC. */
export function DaysCard({ days, held }: DaysCardProps) {
  const { charts } = useTexts().activity;
  const locale = useLocale();
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale);
  const shown = days.map(({ day, counts, jiraCalls, jiraPoints }) => ({
    day,
    label: short.format(Date.parse(day)),
    work: workOf(counts),
    jiraCalls,
    jiraPoints,
  }));
  const all = workOfAll(days);
  const heldNow = heldFindings(held);
  const inWords = (work: Work) =>
    workKinds
      .filter((kind) => work[kind] > 0)
      .map((kind) => charts.pair(charts.kinds[kind], number.format(work[kind])))
      .join(', ');
  return (
    <ChartCard
      title={charts.days}
      numbers={[
        ...workKinds.map((kind) => ({ look: kind, word: charts.kinds[kind], value: all[kind] })),
        { word: charts.heldNow, value: heldNow.findings, isAtLeast: heldNow.more === true },
      ]}
      labelEvery={labelEvery}
      summary={charts.pair(charts.days, inWords(all))}
      empty={charts.noDays}
      bars={shown.map(({ day, label, work }) => ({
        key: day,
        label,
        title: charts.pair(label, inWords(work) || charts.nothing),
        parts: workKinds.map((kind) => ({ look: kind, value: work[kind] })),
      }))}
      table={
        <table className="sf-table sf-numbers-table">
          <caption className="sf-hidden">{charts.days}</caption>
          <thead>
            <tr>
              <th scope="col">{charts.day}</th>
              {workKinds.map((kind) => (
                <th key={kind} scope="col" className="sf-number">
                  {charts.kinds[kind]}
                </th>
              ))}
              <th scope="col" className="sf-number">
                {charts.calls}
              </th>
              <th scope="col" className="sf-number">
                {charts.points}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown
              .filter(({ work, jiraCalls }) => sum(Object.values(work)) + jiraCalls > 0)
              .reverse()
              .map(({ day, label, work, jiraCalls, jiraPoints }) => (
                <tr key={day}>
                  <th scope="row">{label}</th>
                  {workKinds.map((kind) => (
                    <td key={kind} className="sf-number">
                      {number.format(work[kind])}
                    </td>
                  ))}
                  <td className="sf-number">{number.format(jiraCalls)}</td>
                  <td className="sf-number">{number.format(jiraPoints)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      }
    />
  );
}
