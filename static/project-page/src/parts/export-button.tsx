import { showFlag } from '@forge/bridge';
import { useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import { findAll } from '../data/find';
import type { Place } from '../data/place';
import { columns } from '../logic/columns';
import { csvOf } from '../logic/csv';
import type { Row } from '../logic/row';
import type { Texts } from '../texts/en';
import { useLanguage } from '../texts/texts';

/** Reads all that the list holds, page by page as the person who looks, and hands it over as a CSV file. */
export function ExportButton({ place, jql }: { readonly place: Place; readonly jql: string }) {
  const { texts, locale } = useLanguage();
  const [seen, setSeen] = useState<number>();
  const stop = useRef(false);

  async function run(): Promise<void> {
    stop.current = false;
    setSeen(0);
    try {
      const isStopped = (): boolean => stop.current;
      const { rows, isCut } = await findAll(jql, setSeen, isStopped);
      if (isStopped()) return;
      download(fileOf(rows, texts, place.siteUrl));
      if (isCut) tell(texts.exportCut(rows.length.toLocaleString(locale)), 'warning');
    } catch (error) {
      tell(texts.failedBecause(error instanceof Error ? error.message : String(error)), 'error');
    } finally {
      setSeen(undefined);
    }
  }

  return seen === undefined ? (
    <Button onClick={() => void run()}>{texts.export}</Button>
  ) : (
    <Button
      onClick={() => {
        stop.current = true;
      }}
    >
      {texts.exporting(seen.toLocaleString(locale))}
    </Button>
  );
}

function fileOf(rows: readonly Row[], texts: Texts, siteUrl: string): string {
  const head = [...columns.map((column) => texts.column[column]), 'URL'];
  const body = rows.map((row) => [...columns.map((column) => row[column]), `${siteUrl}/browse/${row.key}`]);
  return csvOf([head, ...body]);
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: 'findings.csv' });
  link.click();
  URL.revokeObjectURL(address);
}

function tell(description: string, type: 'warning' | 'error'): void {
  showFlag({ id: 'findings-export', title: description, type });
}
