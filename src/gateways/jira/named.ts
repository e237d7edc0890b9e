/** People, groups and issues that mapped fields name: asked for once an hour. */
import { type Route, route } from '@forge/api';
import { z } from 'zod';
import { sha256 } from '../../core/data/hash';
import type { JiraResult, Limited } from '../../core/jira/failure';
import type { Jira } from '../../flows/ports-jira';
import type { Cache } from '../store/cache';
import { type JiraClient, read } from './client';

const hourMs = 60 * 60_000;

const mostAsked = 100;
const enoughAsked: Limited = { kind: 'limited', retryAfter: 5, reason: 'searches for names', own: true };

const Person = z.object({ accountId: z.string(), active: z.boolean().default(true) });
const Groups = z.object({ values: z.array(z.object({ groupId: z.string(), name: z.string() })) });
/** Standard issues stand on level 0, sub-tasks below, epics and what an admin put over them above. */
const Issue = z.object({
  id: z.string(),
  fields: z.object({ issuetype: z.object({ hierarchyLevel: z.number().optional() }) }),
});

type NamedCalls = Pick<Jira, 'activeAccount' | 'groupOf' | 'parentOf'>;

/** The calls over one client and the app's cache; an invocation asks for at most 100 names. */
export function namedCalls(client: JiraClient, cache: Cache): NamedCalls {
  let asked = 0;

  async function ask(path: Route): Promise<JiraResult<unknown>> {
    if (asked >= mostAsked) return { ok: false, failure: enoughAsked };
    asked += 1;
    const answer = await client.call('GET', path);
    const isMissing =
      !answer.ok && answer.failure.kind === 'refused' && [400, 404].includes(answer.failure.status);
    return isMissing ? { ok: true, value: undefined } : answer;
  }

  function found<T>(
    answer: JiraResult<unknown>,
    schema: z.ZodType<T>,
    idOf: (value: T) => string | undefined,
  ) {
    if (answer.ok && answer.value === undefined) return noneOf(undefined);
    const known = read(answer, schema);
    return known.ok ? noneOf(idOf(known.value)) : known;
  }

  async function remembered(
    key: string,
    look: () => Promise<JiraResult<{ id?: string | undefined }>>,
  ): Promise<JiraResult<string | undefined>> {
    const known = await cache.through(key, hourMs, hourMs, look);
    return known.ok ? { ok: true, value: known.value.id } : known;
  }

  return {
    activeAccount: (accountId) =>
      remembered(`person:${sha256(accountId)}`, async () => {
        const query = new URLSearchParams({ accountId });
        return found(await ask(route`/rest/api/3/user?${query}`), Person, (one) =>
          one.active ? one.accountId : undefined,
        );
      }),
    groupOf: (idOrName) =>
      remembered(`group:${sha256(idOrName)}`, async () => {
        const by = (name: string) => new URLSearchParams({ [name]: idOrName, maxResults: '2' });
        const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(idOrName);
        const query = by(isId ? 'groupId' : 'groupName');
        return found(await ask(route`/rest/api/3/group/bulk?${query}`), Groups, ({ values }) =>
          values.length === 1 ? values[0]?.groupId : undefined,
        );
      }),
    parentOf: (keyOrId) =>
      /^([A-Z][A-Z0-9_]+-[1-9]\d*|\d+)$/i.test(keyOrId)
        ? remembered(`parent:${keyOrId.toUpperCase()}`, async () => {
            const answer = await ask(route`/rest/api/3/issue/${keyOrId}?fields=issuetype`);
            return found(answer, Issue, ({ id, fields }) =>
              (fields.issuetype.hierarchyLevel ?? 0) > 0 ? id : undefined,
            );
          })
        : Promise.resolve({ ok: true, value: undefined }),
  };
}

function noneOf(id: string | undefined): JiraResult<{ id?: string | undefined }> {
  return { ok: true, value: id === undefined ? {} : { id } };
}
