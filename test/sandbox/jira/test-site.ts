import { createJiraSite } from './site';
import type { JiraStandIn } from './site';
import type { SiteOptions } from './options';
import { PEOPLE, seedSite } from './seed';
import { objectOr, textOf } from './json';
import type { Json, JsonObject } from './json';
import type { ProductEvent } from '../types';
import type { SiteAnswer } from './admin/site-call';

/** All scopes that the app of the tests holds. */
export const APP = {
  scopes: [
    'read:jira-work',
    'write:jira-work',
    'read:jira-user',
    'read:workflow:jira',
    'manage:jira-project',
  ],
} as const;

/** A clock that tests move by hand. */
export interface TestClock {
  now(): number;
  advance(ms: number): void;
}

/** A clock at a fixed moment. */
export function testClock(start = Date.UTC(2026, 7, 6, 16, 30, 39, 194)): TestClock {
  let at = start;
  return {
    now: () => at,
    advance(ms) {
      at += ms;
    },
  };
}

/** A seeded site with its clock and the events it raised. */
export interface TestSite {
  readonly site: JiraStandIn;
  readonly clock: TestClock;
  readonly events: ProductEvent[];
  /** A call of the app. */
  readonly app: (method: string, path: string, body?: Json) => SiteAnswer;
  /** A call of a person. */
  readonly person: (who: keyof typeof PEOPLE, method: string, path: string, body?: Json) => SiteAnswer;
  /** Creates an issue as the app and returns its key. */
  readonly create: (project: string, fields?: JsonObject, more?: JsonObject) => string;
  /** The ids of the issues a query finds for the app, as keys. */
  readonly find: (jql: string) => string[];
}

/** A seeded site to test with. */
export function testSite(options: Partial<SiteOptions> = {}): TestSite {
  const clock = testClock();
  const site = createJiraSite({ clock, options, seed: seedSite });
  const events: ProductEvent[] = [];
  site.onEvent((event) => events.push(event));

  function send(as: string | typeof APP, method: string, path: string, body?: Json): SiteAnswer {
    const base = { as, method, path: `/rest/api/3/${path}` };
    return site.call(body === undefined ? base : { ...base, body });
  }

  return {
    site,
    clock,
    events,
    app: (method, path, body) => send(APP, method, path, body),
    person: (who, method, path, body) => send(PEOPLE[who], method, path, body),
    create(project, fields = {}, more = {}) {
      const all = { project: { key: project }, issuetype: { name: 'Task' }, summary: 'A finding', ...fields };
      const answer = send(APP, 'POST', 'issue', { fields: all, ...more });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.value));
      return textOf(answer.data['key']);
    },
    find(jql) {
      const answer = send(APP, 'POST', 'search/jql', { jql, fields: ['key'], maxResults: 5000 });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.value));
      const issues = answer.data['issues'];
      return Array.isArray(issues) ? issues.map((issue) => textOf(objectOr(issue)['key'])) : [];
    },
  };
}

/** A document with one paragraph. */
export function doc(text: string): JsonObject {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
