/** A whole sandbox on a virtual clock: seeded site, installed app, and the three kinds of people at its doors. */
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AdminCall, AdminInput, AdminOutputs, ApiError } from '../../src/contract/api';
import type { Ref, SectionName, Settings } from '../../src/contract/settings';
import { installVirtualDate, virtualClock, type VirtualClock } from '../sandbox/clock';
import { createForgeHost, type ForgeHost, type HostOptions } from '../sandbox/forge/host';
import { readManifest } from '../sandbox/forge/manifest';
import { createJiraSite, type JiraStandIn, type SiteOptions } from '../sandbox/jira';
import { PEOPLE, seedSite } from '../sandbox/jira/seed';
import { propertyIndexOf } from '../sandbox/property-index';
import { signedHeaders } from '../sandbox/signed-call';

export const start = Date.UTC(2026, 0, 15, 9, 0, 0);
const manifest = readManifest(join(__dirname, '../..'));

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly json: unknown;
}

/** One portal with its credentials. */
export interface Portal {
  readonly key: string;
  readonly baseUrl: string;
  readonly secret: string;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, options?: { id?: string }): Promise<Answer>;
  /** A call exactly as given; nothing is signed. */
  raw(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer>;
}

export interface World {
  readonly clock: VirtualClock;
  readonly site: JiraStandIn;
  readonly host: ForgeHost;
  admin<Name extends AdminCall>(name: Name, input: AdminInput<Name>): Promise<AdminOutputs[Name]>;
  /** The same as somebody else; answers errors too. */
  adminAs(accountId: string, name: string, input: unknown): Promise<unknown>;
  connect(name?: string): Promise<Portal>;
  /** A portal with credentials that an admin was given. */
  portalWith(key: string, baseUrl: string, secret: string): Portal;
  /** Switches spaces on: WEB for the product team and, unless left out, SEC for the security team. */
  useSpaces(spaces?: { product?: string | null; security?: string | null }, more?: object): Promise<void>;
  save<Name extends SectionName>(
    section: Name,
    value: Settings[Name] | Record<string, unknown>,
  ): Promise<void>;
  /** Lets everything under way finish; time passes as it needs. */
  settle(maxMinutes?: number): Promise<void>;
  /** Calls that the app sent to Jira since the last look, as `METHOD path`. */
  jiraCalls(): string[];
  ref(kind: 'project' | 'type' | 'status', project: string, name?: string): Ref;
  /** An issue as the site admin sees it: its fields by id. */
  fields(key: string): Record<string, never>;
  statusOf(key: string): string;
  /** Moves an issue by the transition that leads to a status. */
  move(key: string, status: string, accountId?: string): void;
  close(): void;
}

/** Builds a world; `close` gives the real clock back. */
export function createWorld(
  options: {
    site?: Partial<SiteOptions>;
    host?: Partial<HostOptions>;
    seed?: (site: JiraStandIn) => void;
  } = {},
): World {
  const clock = virtualClock(start);
  const uninstall = installVirtualDate(clock);
  const site = createJiraSite({
    clock,
    seed: options.seed ?? seedSite,
    options: { propertyIndex: propertyIndexOf(manifest), ...options.site },
  });
  const host = createForgeHost({ manifest, jira: site, clock, ...options.host });
  let seen = 0;

  async function adminAs(accountId: string, name: string, input: unknown): Promise<unknown> {
    return host.invokeResolver('jira:adminPage', 'admin', name, input, { accountId });
  }
  const admin: World['admin'] = async (name, input) => {
    const answer = (await adminAs(PEOPLE.admin, name, input)) as
      AdminOutputs[typeof name] | { error: ApiError };
    if ('error' in answer) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer;
  };
  const look = (path: string) => site.call({ path, as: PEOPLE.admin }).value;

  const world: World = {
    clock,
    site,
    host,
    admin,
    adminAs,
    async connect(name = 'Portal') {
      const created = await admin('connections.create', { name, method: 'signature' });
      if (!('secret' in created)) throw new Error('no secret');
      return portalOf(host, clock, created.connection, created.baseUrl, created.secret);
    },
    portalWith: (key, baseUrl, secret) => portalOf(host, clock, key, baseUrl, secret),
    async useSpaces({ product = 'WEB', security = 'SEC' } = {}, more = {}) {
      const space = (key: string | null) =>
        key === null
          ? { enabled: false }
          : {
              enabled: true,
              project: world.ref('project', key),
              issueType: world.ref('type', key, 'Task'),
              ...more,
            };
      await world.save('spaces', { product: space(product), security: space(security) });
    },
    async save(section, value) {
      const { versions } = await admin('settings.get', {});
      await admin('settings.save', { section, version: versions[section], value });
    },
    async settle(maxMinutes = 60) {
      await host.runUntilIdle({ maxVirtualMs: maxMinutes * 60_000 });
    },
    jiraCalls() {
      const all = host.recorder.calls.slice(seen);
      seen = host.recorder.calls.length;
      return all.map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`);
    },
    ref(kind, project, name = '') {
      if (kind === 'project') {
        const { id, name: full } = look(`/rest/api/3/project/${project}`) as unknown as {
          id: string;
          name: string;
        };
        return { id, name: full };
      }
      const types = look(`/rest/api/3/project/${project}/statuses`) as unknown as TypeStatuses[];
      const found =
        kind === 'type'
          ? types.find((type) => type.name === name)
          : types.flatMap((type) => type.statuses).find((status) => status.name === name);
      if (!found) throw new Error(`${project} has no ${kind} ${name}`);
      return { id: found.id, name: found.name };
    },
    fields: (key) =>
      (look(`/rest/api/3/issue/${key}`) as unknown as { fields: Record<string, never> }).fields,
    statusOf: (key) => (world.fields(key).status as unknown as { name: string }).name,
    move(key, status, accountId = PEOPLE.admin) {
      const path = `/rest/api/3/issue/${key}/transitions`;
      const { transitions } = site.call({ path, as: accountId }).data as unknown as {
        transitions: { id: string; to: { name: string } }[];
      };
      const id = transitions.find(({ to }) => to.name === status)?.id;
      if (id === undefined) throw new Error(`${key} offers no way to ${status}`);
      const { status: code, value } = site.call({
        method: 'POST',
        path,
        as: accountId,
        body: { transition: { id } },
      });
      if (code !== 204) throw new Error(`moving ${key}: ${String(code)} ${JSON.stringify(value)}`);
    },
    close() {
      host.stop();
      uninstall();
    },
  };
  return world;
}

interface TypeStatuses {
  readonly id: string;
  readonly name: string;
  readonly statuses: readonly { id: string; name: string }[];
}

function portalOf(
  host: ForgeHost,
  clock: VirtualClock,
  key: string,
  baseUrl: string,
  secret: string,
): Portal {
  const raw: Portal['raw'] = async (method, path, headers, body = '') => {
    const {
      status,
      headers: given,
      body: text,
    } = await host.webTrigger(`${baseUrl}${path}`, {
      method,
      headers: Object.entries(headers),
      body,
    });
    return { status, headers: given, json: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  const signed = (id: string, content: string) =>
    signedHeaders(secret, { id, timestamp: String(Math.floor(clock.now() / 1000)), content });
  return {
    key,
    baseUrl,
    secret,
    raw,
    get: (path) => raw('GET', path, signed(randomUUID(), `GET ${path.split('?')[0] ?? ''}`)),
    post: (path, body, { id = randomUUID() } = {}) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return raw('POST', path, { 'content-type': 'application/json', ...signed(id, text) }, text);
    },
  };
}

/** A finding that becomes an issue; `over` changes what the test is about. */
export function finding(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: `F-${randomBytes(4).toString('hex')}`,
    product: 'shop',
    title: 'SQL injection in the search form',
    severity: 'high',
    status: 'verified',
    description: 'The parameter `q` reaches the query **unescaped**.',
    ...over,
  };
}
