import type { ProductRow } from '#contract/api';
import { call } from '../bridge/call';
import type { Change } from '../logic/diff';
import { inheriting } from '../logic/inheriting';
import { useAsync } from './use-async';

const mostPages = 40;

/** How many known products take over these changes of the defaults; undefined while unknown. */
export function useInheriting(changes: readonly Change[]): number | undefined {
  const needed = changes.some(({ keys }) => keys[0] === 'spaces');
  const products = useAsync(needed ? 'products' : undefined, allProducts);
  return products.value === undefined ? undefined : inheriting(products.value, changes);
}

async function allProducts(): Promise<ProductRow[]> {
  const all: ProductRow[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { products, next } = await call('products.list', cursor === undefined ? {} : { cursor });
    all.push(...products);
    if (next === undefined) break;
    cursor = next;
  }
  return all;
}
