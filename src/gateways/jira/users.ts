/** Accounts: the app's own, and that of an e-mail address. */
import { route } from '@forge/api';
import { z } from 'zod';
import { sha256 } from '../../core/data/hash';
import type { Jira } from '../../flows/ports-jira';
import type { Cache } from '../store/cache';
import { type JiraClient, read } from './client';

const dayMs = 24 * 60 * 60_000;

const User = z.object({
  accountId: z.string(),
  emailAddress: z.string().optional(),
  active: z.boolean().default(true),
});

/** E-mail addresses are hashed in the cache: of people only account ids are kept. */
export function userCalls(client: JiraClient, cache: Cache): Pick<Jira, 'self' | 'accountOf'> {
  return {
    self: () =>
      cache.through('self', 7 * dayMs, 0, async () => {
        const me = read(await client.call('GET', route`/rest/api/3/myself`), User);
        return me.ok ? { ok: true, value: me.value.accountId } : me;
      }),
    accountOf: async (email) => {
      const known = await cache.through(`account:${sha256(email.toLowerCase())}`, dayMs, dayMs, async () => {
        const query = new URLSearchParams({ query: email, maxResults: '2' });
        const found = read(await client.call('GET', route`/rest/api/3/user/search?${query}`), z.array(User));
        if (!found.ok) return found;
        const only = found.value.filter(({ active }) => active);
        return { ok: true, value: only.length === 1 ? (only[0]?.accountId ?? '') : '' };
      });
      return known.ok ? { ok: true, value: known.value === '' ? undefined : known.value } : known;
    },
  };
}
