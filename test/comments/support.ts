/** Comments in a sandbox: sent by a portal, written by people, and what is seen of them on both sides. */
import { EventsBody, type ToldEvent } from '../../src/contract/outbox';
import type { FindingView } from '../../src/contract/portal-api';
import { wordsOf } from '../../src/core/jira/comments';
import type { Json, JsonObject } from '../sandbox/jira/json';
import { PEOPLE } from '../sandbox/jira/seed';
import { finding, type Portal, type World } from '../support/world';

export const minuteMs = 60_000;
export const one = finding({ id: 'F-1' });

/** A comment as a portal sends it; `over` changes what the test is about. */
export function comment(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    finding: 'F-1',
    id: 'C-1',
    author: { name: 'Ada' },
    body: 'Please **look** at this.',
    createdAt: '2026-01-15T08:00:00Z',
    ...over,
  };
}

/** What can be done and seen in a world with one portal. */
export function talking(world: () => World, portal: () => Portal) {
  const idOf = ({ id }: JsonObject) => (typeof id === 'string' ? id : '');
  const call = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: Json,
    as: string = PEOPLE.admin,
  ) => {
    const answer = world().site.call({ method, path, as, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.value)}`);
    return answer.value as JsonObject;
  };
  const list = (key: string) =>
    (call('GET', `/rest/api/3/issue/${key}/comment?expand=properties`).comments ?? []) as JsonObject[];
  const settle = () => world().settle(5);
  return {
    call,
    settle,
    list,
    idOf,
    said: (key: string) => list(key).map(({ body }) => wordsOf(body)),
    async send(...findings: object[]) {
      await portal().post('/v1/findings', { findings });
      await settle();
    },
    /** Sends comments; answers the receipt. */
    async post(...comments: object[]): Promise<string> {
      const answer = await portal().post('/v1/comments', { comments });
      if (answer.status !== 202) throw new Error(JSON.stringify(answer.json));
      return (answer.json as { receipt: string }).receipt;
    },
    async receipt(id: string): Promise<FindingView[]> {
      return ((await portal().get(`/v1/receipts/${id}`)).json as { findings: FindingView[] }).findings;
    },
    /** A person writes on an issue; answers the id of the comment. */
    write: (key: string, body: Json, more: JsonObject = {}, as: string = PEOPLE.developer) =>
      idOf(call('POST', `/rest/api/3/issue/${key}/comment`, { body, ...more }, as)),
    edit: (key: string, id: string, body: Json, more: JsonObject = {}, as: string = PEOPLE.developer) =>
      call('PUT', `/rest/api/3/issue/${key}/comment/${id}`, { body, ...more }, as),
    remove: (key: string, id: string, as: string = PEOPLE.admin) =>
      call('DELETE', `/rest/api/3/issue/${key}/comment/${id}`, undefined, as),
    /** All that the portal heard of comments. */
    async heard(): Promise<ToldEvent[]> {
      const all: ToldEvent[] = [];
      for (let after = 0; ;) {
        const page = EventsBody.parse((await portal().get(`/v1/events?after=${String(after)}`)).json);
        if (page.events.length === 0) return all.filter(({ type }) => type.includes('comment'));
        all.push(...page.events);
        after = page.next;
      }
    },
    /** Comments go every way there is, but for what `choices` says otherwise. */
    open: (choices: object = {}) =>
      world().admin('connections.setOutbound', {
        connection: portal().key,
        mode: 'pull',
        comments: { toJira: 'both', fromJira: 'both', between: true, tag: '#internal', ...choices },
      }),
    pass: (minutes: number) =>
      world().host.runUntilIdle({ schedules: true, maxVirtualMs: minutes * minuteMs }),
  };
}

/** A document with one paragraph for each text. */
export function doc(...texts: string[]): Json {
  const content = texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  return { type: 'doc', version: 1, content };
}
