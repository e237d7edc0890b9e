import Lozenge from '@atlaskit/lozenge';
import type { readNumbers } from '../data/find';
import { severityAppearance } from '../../../shared/severity-appearance';
import { type Filter, noFilter } from '../logic/query';
import { useLanguage } from '../texts/texts';

interface NumbersProps {
  readonly numbers: Awaited<ReturnType<typeof readNumbers>> | undefined;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Open by severity and overdue; each narrows the list to what it counts. */
export function Numbers({ numbers, filter, onFilter }: NumbersProps) {
  const { texts, locale } = useLanguage();
  const isAlone = (changed: Filter) => JSON.stringify(changed) === JSON.stringify(filter);
  const number = (count: number, changed: Filter, label: React.ReactNode, key: string) => (
    <li key={key}>
      <button
        type="button"
        className="pp-number"
        aria-pressed={isAlone(changed)}
        onClick={() => {
          onFilter(isAlone(changed) ? noFilter : changed);
        }}
      >
        <strong>{count.toLocaleString(locale)}</strong> {label}
      </button>
    </li>
  );
  return (
    <div className="pp-summary">
      <SeverityBar severities={numbers?.severities ?? []} />
      <ul className="pp-numbers" aria-label={texts.numbers}>
        {numbers?.severities.map(([severity, count]) =>
          number(
            count,
            { ...noFilter, severities: [severity] },
            <Lozenge appearance={severityAppearance[severity]}>{texts.severity[severity]}</Lozenge>,
            severity,
          ),
        )}
        {numbers && number(numbers.overdue, { ...noFilter, state: 'overdue' }, texts.overdue, 'overdue')}
      </ul>
    </div>
  );
}

/** How open findings are spread over severities, worst first; the numbers below say the same in words. */
function SeverityBar({ severities }: Pick<NonNullable<NumbersProps['numbers']>, 'severities'>) {
  return (
    <div className="pp-bar" aria-hidden="true">
      {severities.map(([severity, count]) => (
        <span key={severity} className={`pp-bar-${severity}`} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}
