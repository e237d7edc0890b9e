import { useState } from 'react';
import type { AdminOutputs } from '#contract/api';
import { call } from '../../bridge/call';
import { useAsync } from '../../hooks/use-async';
import { useAction } from '../../hooks/use-call';
import { useSettled } from '../../hooks/use-settled';
import { askedFor, type LogFilter } from '../../logic/log-filter';
import { joined } from '../../logic/log-rows';

type Found = AdminOutputs['activity.search'];

/** What the log holds by a filter; without one it begins with what the page reads anew all the time. */
export function useLog(filter: LogFilter, newest: Found) {
  const settled = useSettled(filter, 300);
  const asked = askedFor(settled);
  const key = asked && JSON.stringify(asked);
  const search = useAsync(key, () => call('activity.search', asked ?? {}));
  const first = asked ? search.value : newest;
  const [further, setFurther] = useState<{ key: string | undefined; pages: readonly Found[] }>({
    key,
    pages: [],
  });
  const pages = further.key === key ? further.pages : [];
  const read = useAction((cursor: string) => call('activity.search', { ...asked, cursor }));
  const { next, from } = pages.at(-1) ?? first ?? {};
  const readFurther = async () => {
    if (next === undefined) return;
    const page = await read.run(next);
    if (page !== undefined) setFurther({ key, pages: [...pages, page] });
  };
  return {
    isNarrow: asked !== undefined,
    /** Undefined: not read yet. */
    activities: first && joined([first, ...pages].map(({ activities }) => activities)),
    /** How far back (ms) it was read. */
    from,
    isMore: next !== undefined,
    /** What is shown is not yet what is looked for. */
    isSearching: settled !== filter || (asked !== undefined && search.state === 'loading'),
    busy: read.busy || (asked !== undefined && search.busy),
    error: asked !== undefined && search.state === 'failed' ? search.error : read.error,
    readFurther: () => void readFurther(),
  };
}
