/** What holds findings up: one entry per cause, however many findings it holds. */
import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { Reason } from '../../contract/messages/message';
import { mark, sha256 } from '../../core/data/hash';
import type { Cause, Causes } from '../../flows/ports';

const prefix = 'cause:';
const keyOf = (cause: string) => `${prefix}${sha256(cause)}`;
const Entry = z.object({
  cause: z.string(),
  reason: Reason,
  since: z.number(),
  probe: z.object({ key: z.string(), at: z.number() }).optional(),
});

/** The causes of this installation. */
export function createCauses(): Causes {
  const noted = new Map<string, string>();
  return {
    async note(cause, reason, at) {
      if (noted.get(cause) === mark(reason)) return;
      noted.set(cause, mark(reason));
      const known = Entry.safeParse(await kvs.get(keyOf(cause))).data;
      if (mark(known?.reason) !== mark(reason))
        await kvs.set(keyOf(cause), { ...known, cause, reason, since: known?.since ?? at });
    },
    async list() {
      const causes: Cause[] = [];
      let cursor: string | undefined;
      do {
        const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(100);
        const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
        causes.push(...page.results.flatMap(({ value }) => Entry.safeParse(value).data ?? []));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return causes;
    },
    async setProbe(cause, probe) {
      const known = Entry.safeParse(await kvs.get(keyOf(cause))).data;
      if (known) await kvs.set(keyOf(cause), { ...known, probe });
    },
    remove: (cause) => kvs.delete(keyOf(cause)),
  };
}
