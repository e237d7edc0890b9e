/** Accounts: the app's own, and that of an e-mail address. */
import { route } from '@forge/api';
import { z } from 'zod';
import { slices } from '../../core/data/lists';
import { sha256 } from '../../core/data/hash';
import { type Account, accountOfAddress } from '../../core/jira/account';
import type { JiraResult, Limited } from '../../core/jira/failure';
import type { ShownPerson } from '../../core/portal/told-event';
import type { Jira } from '../../flows/ports-jira';
import type { Cache } from '../store/cache';
import { type JiraClient, read } from './client';

const dayMs = 24 * 60 * 60_000;

const Self = z.object({ accountId: z.string() });
const Person = z.object({
  accountId: z.string(),
  accountType: z.string().default('atlassian'),
  emailAddress: z.string().nullish(),
  active: z.boolean().default(true),
});

const People = z.object({
  values: z.array(
    z.object({ accountId: z.string(), displayName: z.string(), emailAddress: z.string().nullish() }),
  ),
});
/** GET /user/bulk takes 200 accounts; so many fit an address that every server takes. */
const peopleACall = 90;

/** Of all that begin alike, the one that is meant should be among these. */
const mostFound = '50';
const mostSearches = 100;
const enoughSearched: Limited = { kind: 'limited', retryAfter: 5, reason: 'searches for people', own: true };

/**
 * E-mail addresses are hashed in the cache: of people only account ids are kept. An invocation searches an address once
 * and at most 100 of them; what was found, or that nobody was, is remembered for a day.
 */
export function userCalls(client: JiraClient, cache: Cache): Pick<Jira, 'self' | 'accountOf' | 'people'> {
  const asked = new Map<string, Promise<JiraResult<Account | undefined>>>();
  let searches = 0;

  async function search(email: string): Promise<JiraResult<Account | null>> {
    if (searches >= mostSearches) return { ok: false, failure: enoughSearched };
    searches += 1;
    const query = new URLSearchParams({ query: email, maxResults: mostFound });
    const found = read(await client.call('GET', route`/rest/api/3/user/search?${query}`), z.array(Person));
    return found.ok ? { ok: true, value: accountOfAddress(email, found.value) ?? null } : found;
  }

  async function ask(email: string): Promise<JiraResult<Account | undefined>> {
    const found = await cache.through(`assignee:${sha256(email)}`, dayMs, dayMs, () => search(email));
    return found.ok ? { ok: true, value: found.value ?? undefined } : found;
  }

  return {
    self: () =>
      cache.through('self', 7 * dayMs, 0, async () => {
        const me = read(await client.call('GET', route`/rest/api/3/myself`), Self);
        return me.ok ? { ok: true, value: me.value.accountId } : me;
      }),
    async people(accounts) {
      const people = new Map<string, ShownPerson>();
      for (const some of slices(accounts, peopleACall)) {
        const query = new URLSearchParams(some.map((id): [string, string] => ['accountId', id]));
        query.set('maxResults', String(peopleACall));
        const found = read(await client.call('GET', route`/rest/api/3/user/bulk?${query}`), People);
        if (!found.ok) return found;
        for (const { accountId, displayName: name, emailAddress } of found.value.values)
          people.set(accountId, { name, ...(emailAddress ? { email: emailAddress } : {}) });
      }
      return { ok: true, value: people };
    },
    accountOf(address) {
      const email = address.toLowerCase();
      const asking = asked.get(email) ?? ask(email);
      asked.set(email, asking);
      return asking;
    },
  };
}
