import { resolve } from 'node:path';
import { virtualClock } from '../clock';
import { createForgeHost, type ForgeHost } from '../forge/host';
import { readManifest } from '../forge/manifest';
import { createJiraSite, type JiraStandIn } from '../jira';
import { PEOPLE, seedSite } from '../jira/seed';
import { startSite, type RunningSite } from './start-site';

/** The folder of the app. */
export const APP_DIR = resolve(__dirname, '../../..');

export type Who = keyof typeof PEOPLE;

/** What a handler of the app was called with. */
export interface HandlerCall {
  readonly handler: string;
  readonly body: never;
  readonly context: never;
}

/** The local site in front of a seeded Jira and an app whose handlers answer what a test says. */
export interface TestSite {
  readonly web: RunningSite;
  readonly site: JiraStandIn;
  readonly host: ForgeHost;
  /** Calls of the app's handlers, oldest first. */
  readonly calls: HandlerCall[];
  /** What the next calls of the app's handlers answer. */
  answer: (call: HandlerCall) => unknown;
  /** Asks for a page as that person; redirects are not followed. */
  get(path: string, who?: Who): Promise<Response>;
  /** The text of a page. */
  text(path: string, who?: Who): Promise<string>;
  /** Sends a form as that person; redirects are not followed. */
  form(path: string, values: Record<string, string>, who?: Who): Promise<Response>;
  /** Sends JSON as a script of the site's own pages does. */
  json(path: string, value: unknown, who?: Who): Promise<Response>;
  /** Creates an issue as the administrator, with the identity of a finding where asked; answers its key. */
  create(project: string, summary: string, more?: { finding?: boolean; fields?: object }): string;
}

/** Starts a site of its own on free ports. Close it with `web.close()`. */
export async function openTestSite(): Promise<TestSite> {
  const clock = virtualClock(Date.UTC(2026, 7, 6, 12, 0, 0));
  const manifest = readManifest(APP_DIR);
  const site = createJiraSite({
    clock,
    seed: seedSite,
    options: { propertyIndex: indexOf(manifest.modules['jira:entityProperty']) },
  });
  const calls: HandlerCall[] = [];
  const handler = (name: string) => (body: never, context: never) => {
    const call = { handler: name, body, context };
    calls.push(call);
    return test.answer(call);
  };
  const names = (manifest.modules.function ?? []).map((one) => one.handler.replace('index.', ''));
  const app = Object.fromEntries(names.map((name) => [name, handler(name)]));
  const host = createForgeHost({ manifest, jira: site, clock, appModule: () => Promise.resolve(app) });
  const web = await startSite({ site, host, clock, appDir: APP_DIR });
  const test: TestSite = {
    web,
    site,
    host,
    calls,
    answer: () => ({}),
    get: (path, who) => fetch(web.origin + path, { redirect: 'manual', headers: cookie(who) }),
    text: async (path, who) => (await test.get(path, who)).text(),
    form: (path, values, who) =>
      fetch(web.origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: cookie(who),
        body: new URLSearchParams(values),
      }),
    json: (path, value, who) =>
      fetch(web.origin + path, {
        method: 'POST',
        headers: { ...cookie(who), 'content-type': 'application/json' },
        body: JSON.stringify(value),
      }),
    create: (project, summary, more = {}) => createIssue(site, project, summary, more),
  };
  return test;
}

function cookie(who: Who = 'admin'): Record<string, string> {
  return { cookie: `sandbox-user=${PEOPLE[who]}` };
}

function createIssue(
  site: JiraStandIn,
  project: string,
  summary: string,
  more: { finding?: boolean; fields?: object },
): string {
  const fields = { project: { key: project }, issuetype: { name: 'Task' }, summary, ...more.fields };
  const properties =
    more.finding === true ? [{ key: 'security-finding', value: { v: 1, severity: 'high' } }] : [];
  const made = site.call({
    as: PEOPLE.admin,
    method: 'POST',
    path: '/rest/api/3/issue',
    body: { fields, properties },
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.value));
  const { key } = made.data;
  if (typeof key !== 'string') throw new Error('Jira answered no key.');
  return key;
}

function indexOf(modules: unknown): never[] {
  return (modules ?? []) as never[];
}
