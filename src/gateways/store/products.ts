/** Products that portals mentioned, by name. */
import { kvs, WhereConditions } from '@forge/kvs';
import { sha256 } from '../../core/hash';
import { slices } from '../../core/lists';
import type { Products } from '../../flows/ports';

const entityName = 'product';
interface Row {
  readonly name: string;
  readonly firstSeenAt: number;
}

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
          fresh.map(({ key, name }) => ({ key, entityName, value: { name, firstSeenAt: at } })),
        );
      }
    },
    async list(search, cursor) {
      const query = kvs.entity<Row>(entityName).query().index('name').limit(50);
      const narrowed =
        search === undefined || search === '' ? query : query.where(WhereConditions.beginsWith(search));
      const page = await (cursor === undefined ? narrowed : narrowed.cursor(cursor)).getMany();
      const products = page.results.map(({ value }) => value);
      return { products, ...(page.nextCursor === undefined ? {} : { next: page.nextCursor }) };
    },
  };
}
