import '../../parts/table.css';
import type { EscalatedRow, SlaPreview } from '#contract/sla-calls';
import { isolated } from '../../../../shared/isolated';
import { useDayAndTime } from '../../parts/when';
import { sideOf } from '../../logic/clocks';
import { useLocale, useTexts } from '../../texts/texts';

interface TableProps {
  readonly rows: readonly EscalatedRow[];
  readonly steps: SlaPreview['steps'];
}

/** The findings that steps would be taken for, the worst first. */
export function PreviewTable({ rows, steps }: TableProps) {
  const { dates, common } = useTexts();
  const texts = dates.preview;
  const dayAndTime = useDayAndTime();
  const day = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    // A long list scrolls by itself, so that the rest of the page stays in reach.
    <div className="sf-dates-table" tabIndex={0} role="group" aria-label={texts.table}>
      <table className="sf-table">
        <caption className="sf-hidden">{texts.table}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.finding}</th>
            <th scope="col">{texts.step}</th>
            <th scope="col">{texts.day}</th>
            <th scope="col">{texts.when}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={[row.connection, row.product, row.finding, row.step].join(' ')}>
              <th scope="row">
                <bdi>{row.title}</bdi>
                <p className="sf-subtle sf-small">{`${isolated(row.product)}, ${common.severity[row.severity]}`}</p>
              </th>
              <td>{nameOf(row.step)}</td>
              <td>{day.format(Date.parse(row.due))}</td>
              <td>{row.at === undefined ? texts.atOnce : dayAndTime(row.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function nameOf(id: string): string {
    const step = steps.find((one) => one.id === id);
    return step === undefined
      ? id
      : texts.stepName[sideOf(step.days)](Math.abs(step.days), dates.steps.clocks[step.clock]);
  }
}
