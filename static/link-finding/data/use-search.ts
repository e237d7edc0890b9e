import { useEffect, useState } from 'react';
import type { FindingSearch } from '#contract/link-finding-calls';
import type { PanelError } from '#contract/panel-calls';
import { searchFindings } from './calls';

/** So long (ms) nothing more must be typed before it is searched. */
const PAUSE_MS = 300;

export interface Search {
  readonly found: FindingSearch | undefined;
  readonly error: PanelError | undefined;
  readonly isBusy: boolean;
}

/** What a text finds. While the next is searched, the last stays on view. */
export function useSearch(text: string): Search {
  const [search, setSearch] = useState<Search>({ found: undefined, error: undefined, isBusy: true });
  useEffect(() => {
    let current = true;
    setSearch((before) => ({ ...before, isBusy: true }));
    const wait = setTimeout(
      () => {
        void searchFindings(text).then((answer) => {
          if (!current) return;
          setSearch(
            'error' in answer
              ? { found: undefined, error: answer.error, isBusy: false }
              : { found: answer, error: undefined, isBusy: false },
          );
        });
      },
      text === '' ? 0 : PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [text]);
  return search;
}
