/** What holds findings up: one entry per cause, however many findings it holds. */
import { kvs, WhereConditions } from '@forge/kvs';
import { storedShapes } from '../../contract/stored/shapes';
import { isNewer, toStored } from '../../contract/stored/versions';
import { mark, sha256 } from '../../core/data/hash';
import type { Cause, Causes } from '../../flows/ports';
import { readable, readableOne } from './readable';

const prefix = 'cause:';
const keyOf = (cause: string) => `${prefix}${sha256(cause)}`;

/** The causes of this installation. */
export function createCauses(): Causes {
  const noted = new Map<string, string>();
  return {
    async note(cause, reason, at) {
      if (noted.get(cause) === mark(reason)) return;
      noted.set(cause, mark(reason));
      const key = keyOf(cause);
      const value: unknown = await kvs.get(key);
      const known = readableOne(storedShapes.cause, { key, value });
      if (isNewer(storedShapes.cause, value) || mark(known?.reason) === mark(reason)) return;
      const next = { ...known, cause, reason, since: known?.since ?? at };
      await kvs.set(key, toStored(storedShapes.cause, next));
    },
    async keep(cause, reason, at) {
      const key = keyOf(cause);
      if ((await kvs.get(key)) !== undefined) return;
      await kvs.set(key, toStored(storedShapes.cause, { cause, reason, since: at }));
    },
    async list() {
      const causes: Cause[] = [];
      let cursor: string | undefined;
      do {
        const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(100);
        const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
        causes.push(...readable(storedShapes.cause, page.results));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return causes;
    },
    async setProbe(cause, probe) {
      const key = keyOf(cause);
      const known = readableOne(storedShapes.cause, { key, value: await kvs.get(key) });
      if (known) await kvs.set(key, toStored(storedShapes.cause, { ...known, probe }));
    },
    remove: (cause) => {
      noted.delete(cause);
      return kvs.delete(keyOf(cause));
    },
  };
}
