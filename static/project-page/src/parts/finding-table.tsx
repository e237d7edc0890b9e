import { router } from '@forge/bridge';
import { type Column, orderOf } from '../logic/columns';
import type { Sort } from '../logic/query';
import type { Row } from '../logic/row';
import { useLanguage } from '../texts/texts';
import { Cell } from './cell';

interface FindingTableProps {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** Issue ids with their keys, of this page and others. */
  readonly selected: ReadonlyMap<string, string>;
  readonly onSelect: (selected: ReadonlyMap<string, string>) => void;
  readonly siteUrl: string;
  readonly busy: boolean;
}

/** The list: headings sort it, boxes select, keys lead to the issues. */
export function FindingTable(props: FindingTableProps) {
  const { rows, columns, selected, onSelect, busy } = props;
  const { texts } = useLanguage();
  const isAll = rows.every(({ id }) => selected.has(id));
  function select(some: readonly Row[], isOn: boolean): void {
    const next = new Map(selected);
    for (const { id, key } of some) {
      if (isOn) next.set(id, key);
      else next.delete(id);
    }
    onSelect(next);
  }
  return (
    // A wide table scrolls by itself; with the keyboard too.
    <div className="pp-scroll" tabIndex={0} role="region" aria-label={texts.title} aria-busy={busy}>
      <table className="pp-table">
        <thead>
          <tr>
            <td>
              <input
                type="checkbox"
                aria-label={texts.selectAll}
                checked={isAll}
                onChange={() => {
                  select(rows, !isAll);
                }}
              />
            </td>
            {columns.map((column) => (
              <Head key={column} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <input
                  type="checkbox"
                  aria-label={texts.select(row.key)}
                  checked={selected.has(row.id)}
                  onChange={() => {
                    select([row], !selected.has(row.id));
                  }}
                />
              </td>
              {columns.map((column) => (
                <td key={column}>
                  <Cell row={row} column={column} open={open} siteUrl={props.siteUrl} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function open(address: string): void {
  void router.navigate(address);
}

function Head({ column, sort, onSort }: FindingTableProps & { readonly column: Column }) {
  const { texts } = useLanguage();
  const by = orderOf(column);
  const label = texts.column[column];
  if (by === undefined) return <th scope="col">{label}</th>;
  const isSorted = sort.by === by;
  const direction = sort.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isSorted ? direction : 'none'}>
      <button
        type="button"
        className="pp-sort"
        onClick={() => {
          onSort({ by, descending: isSorted ? !sort.descending : by !== 'due' });
        }}
      >
        {label}
        <span aria-hidden="true">{isSorted ? (sort.descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}
