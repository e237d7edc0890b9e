/** What holds findings up: one entry per cause, however many findings it holds. */
import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { Reason } from '../../contract/messages/message';
import { mark, sha256 } from '../../core/data/hash';
import type { Causes } from '../../flows/ports';

const prefix = 'cause:';
const keyOf = (cause: string) => `${prefix}${sha256(cause)}`;
const Entry = z.object({ cause: z.string(), reason: Reason, since: z.number() });

/** The causes of this installation. */
export function createCauses(): Causes {
  const noted = new Set<string>();
  return {
    async note(cause, reason, at) {
      if (noted.has(cause)) return;
      noted.add(cause);
      const known = Entry.safeParse(await kvs.get(keyOf(cause))).data;
      if (mark(known?.reason) !== mark(reason))
        await kvs.set(keyOf(cause), { cause, reason, since: known?.since ?? at });
    },
    async list() {
      const page = await kvs
        .query()
        .where('key', WhereConditions.beginsWith(prefix))
        .limit(100)
        .getMany<unknown>();
      return page.results.map(({ value }) => Entry.parse(value));
    },
    remove: (cause) => kvs.delete(keyOf(cause)),
  };
}
