import Lozenge from '@atlaskit/lozenge';
import { isolated } from '../../../shared/isolated';
import { momentOf } from '../../../shared/jira/moment';
import { severityAppearance } from '../../../shared/severity-appearance';
import type { Column } from '../logic/columns';
import type { Row } from '../logic/row';
import { statusWord } from '../logic/status-word';
import { useLanguage } from '../texts/texts';

interface CellProps {
  readonly row: Row;
  readonly column: Column;
  readonly siteUrl: string;
  /** Goes to an address of Jira. */
  readonly open: (address: string) => void;
}

const categories = { new: 'default', indeterminate: 'inprogress', done: 'success' } as const;

/** What a row says in one column; nothing where it says nothing. */
export function Cell({ row, column, siteUrl, open }: CellProps) {
  const { texts, locale } = useLanguage();
  switch (column) {
    case 'key': {
      const address = `${siteUrl}/browse/${row.key}`;
      return (
        <a
          href={address}
          onClick={(event) => {
            event.preventDefault();
            open(address);
          }}
        >
          {row.key}
        </a>
      );
    }
    case 'severity':
      return row.severity === undefined ? null : (
        <Lozenge appearance={severityAppearance[row.severity]}>{texts.severity[row.severity]}</Lozenge>
      );
    case 'status':
      return row.status === undefined ? null : (
        <Lozenge appearance={categoryOf(row.category)}>{isolated(row.status)}</Lozenge>
      );
    case 'findingStatus':
      return row.findingStatus === undefined ? null : <bdi>{statusWord(row.findingStatus, texts)}</bdi>;
    case 'assignee':
      return <bdi>{row.assignee ?? texts.nobody}</bdi>;
    case 'due':
      return row.due === undefined ? null : <Day at={Date.parse(row.due)} locale={locale} isDay />;
    case 'created':
    case 'updated': {
      const at = momentOf(row[column]);
      return at === undefined ? null : <Day at={at} locale={locale} />;
    }
    case 'cvss':
      return row.cvss === undefined ? null : <>{row.cvss.toFixed(1)}</>;
    default:
      // Texts from outside may run from right to left.
      return <bdi>{row[column]}</bdi>;
  }
}

function categoryOf(category: string | undefined): (typeof categories)[keyof typeof categories] {
  if (category === 'done' || category === 'indeterminate') return categories[category];
  return categories.new;
}

function Day({
  at,
  locale,
  isDay = false,
}: {
  readonly at: number;
  readonly locale: string;
  readonly isDay?: boolean;
}) {
  if (Number.isNaN(at)) return null;
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    ...(isDay ? { timeZone: 'UTC' } : {}),
  });
  return (
    <time className="pp-day" dateTime={new Date(at).toISOString().slice(0, isDay ? 10 : 19)}>
      {format.format(at)}
    </time>
  );
}
