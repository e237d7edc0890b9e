import { useState } from 'react';
import type { AdminOutputs, ProductRow } from '#contract/api';
import { call } from '../../bridge/call';
import { useAction, useCall } from '../../hooks/use-call';

interface Products {
  readonly rows?: readonly ProductRow[];
  readonly busy: boolean;
  readonly error?: Error;
  readonly retry: () => void;
  /** Reads the next page; undefined when there is none. */
  readonly more?: () => void;
}

/** The products that match, page by page. */
export function useProducts(search: string): Products {
  const query = search === '' ? {} : { search };
  const first = useCall('products.list', query);
  const [further, setFurther] = useState<{ search: string; pages: readonly AdminOutputs['products.list'][] }>(
    {
      search,
      pages: [],
    },
  );
  const pages = further.search === search ? further.pages : [];
  const read = useAction((cursor: string) => call('products.list', { ...query, cursor }));
  const next = (pages.at(-1) ?? first.value)?.next;
  const readNext = async (cursor: string) => {
    const page = await read.run(cursor);
    if (page !== undefined) setFurther({ search, pages: [...pages, page] });
  };
  const error = first.state === 'failed' ? first.error : read.error;
  return {
    ...(first.value && { rows: [first.value, ...pages].flatMap(({ products }) => products) }),
    busy: first.busy || read.busy,
    ...(error && { error }),
    retry: first.reload,
    ...(next !== undefined && { more: () => void readNext(next) }),
  };
}
