/** Products that portals mentioned, by name. */
import { kvs } from '@forge/kvs';
import type { z } from 'zod';
import { storedShapes } from '../../contract/stored/shapes';
import { toStored } from '../../contract/stored/versions';
import { sha256 } from '../../core/data/hash';
import { slices } from '../../core/data/lists';
import { goingOn } from './going-on';
import { readable } from './readable';
import type { Products } from '../../flows/ports';

const entityName = 'product';
/** Products on a page. */
const enough = 50;
/** A search reads the index in larger steps, and through some thousands of products before it offers to go on. */
const stepRead = 100;
const stepsLooked = 40;

type Row = z.output<typeof storedShapes.product.shape>;

/** The products of this installation. */
export function createProducts(): Products {
  return {
    async note(names, at) {
      for (const some of slices(
        names.map((name) => ({ name, key: sha256(name) })),
        25,
      )) {
        const known = await kvs.batchGet<Row>(some.map(({ key }) => ({ key, entityName })));
        const keys = new Set(known.successfulKeys.map(({ key }) => key));
        const fresh = some.filter(({ key }) => !keys.has(key));
        if (fresh.length === 0) continue;
        await kvs.batchSet(
          fresh.map(({ key, name }) => ({
            key,
            entityName,
            value: toStored(storedShapes.product, { name, firstSeenAt: at }),
          })),
        );
      }
    },
    async knows(name) {
      return (await kvs.entity<Row>(entityName).get(sha256(name))) !== undefined;
    },
    forget: (name) => kvs.entity<Row>(entityName).delete(sha256(name)),
    async list(search = '', cursor) {
      const wanted = search.trim().toLowerCase();
      const products: Row[] = [];
      let next = cursor;
      for (let step = 0; step < stepsLooked && products.length < enough; step += 1) {
        const query = kvs
          .entity<Row>(entityName)
          .query()
          .index('name')
          .limit(wanted === '' ? enough : stepRead);
        const found = await goingOn(next, () => (next === undefined ? query : query.cursor(next)).getMany());
        const rows = readable(storedShapes.product, found.results);
        products.push(...rows.filter(({ name }) => name.toLowerCase().includes(wanted)));
        next = found.nextCursor;
        if (next === undefined) break;
      }
      return { products, ...(next === undefined ? {} : { next }) };
    },
  };
}
