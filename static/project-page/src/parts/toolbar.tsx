import { router } from '@forge/bridge';
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItemCheckbox, DropdownItemCheckboxGroup } from '@atlaskit/dropdown-menu';
import { issuesAddress } from '../../../shared/jql/conditions';
import type { Place } from '../data/place';
import { type Column, columns as all, fixedColumns } from '../logic/columns';
import { useLanguage } from '../texts/texts';
import { ExportButton } from './export-button';
import { RetestDialog } from './retest-dialog';

interface ToolbarProps {
  readonly place: Place;
  readonly jql: string;
  readonly total: number | undefined;
  readonly columns: readonly Column[];
  readonly onColumns: (columns: readonly Column[]) => void;
  readonly selected: ReadonlyMap<string, string>;
  readonly onRetested: () => void;
}

/** How many there are, and what can be done with them. */
export function Toolbar({ place, jql, total, columns, onColumns, selected, onRetested }: ToolbarProps) {
  const { texts, locale } = useLanguage();
  const [asking, setAsking] = useState<ReadonlyMap<string, string>>();
  function toggle(column: Column): void {
    onColumns(all.filter((one) => (one === column ? !columns.includes(one) : columns.includes(one))));
  }
  return (
    <div className="pp-row pp-toolbar">
      <span className="pp-grow" aria-live="polite">
        {selected.size > 0
          ? texts.selected(selected.size)
          : total !== undefined && texts.about(total.toLocaleString(locale))}
      </span>
      {selected.size > 0 && (
        <Button
          appearance="primary"
          onClick={() => {
            setAsking(selected);
          }}
        >
          {texts.retest}
        </Button>
      )}
      <Button
        appearance="subtle"
        onClick={() => {
          void router.navigate(issuesAddress(place.siteUrl, jql));
        }}
      >
        {texts.openInJira}
      </Button>
      <DropdownMenu trigger={texts.columnsButton}>
        <DropdownItemCheckboxGroup id="columns" title={texts.columnsButton}>
          {all
            .filter((column) => !fixedColumns.includes(column))
            .map((column) => (
              <DropdownItemCheckbox
                key={column}
                id={column}
                isSelected={columns.includes(column)}
                onClick={() => {
                  toggle(column);
                }}
              >
                {texts.column[column]}
              </DropdownItemCheckbox>
            ))}
        </DropdownItemCheckboxGroup>
      </DropdownMenu>
      <ExportButton place={place} jql={jql} />
      {asking !== undefined && (
        <RetestDialog
          issues={asking}
          onClose={(done) => {
            setAsking(undefined);
            if (done) onRetested();
          }}
        />
      )}
    </div>
  );
}
