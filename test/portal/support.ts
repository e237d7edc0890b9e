/** Calls of portals that do not sign, and of nobody in particular. */
import type { Answer, World } from '../support/world';

export interface Client {
  readonly key: string;
  readonly baseUrl: string;
  /** User name and password, or client id and client secret. */
  readonly user: string;
  readonly password: string;
}

/** A new connection that signs in with a user name and a password. */
export async function connectBasic(world: World): Promise<Client> {
  const made = await world.admin('connections.create', { name: 'Pipeline', method: 'basic' });
  if (!('password' in made)) throw new Error('no password');
  return { key: made.connection, baseUrl: made.baseUrl, user: made.username, password: made.password };
}

/** A new connection that signs in with client credentials. */
export async function connectOauth(world: World): Promise<Client> {
  const made = await world.admin('connections.create', { name: 'Platform', method: 'oauth' });
  if (!('secret' in made)) throw new Error('no secret');
  return { key: made.connection, baseUrl: made.baseUrl, user: made.connection, password: made.secret };
}

/** One call over HTTP, exactly as given. */
export async function send(
  world: World,
  method: string,
  url: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Answer> {
  const answer = await world.host.webTrigger(url, { method, headers: Object.entries(headers), body });
  return {
    status: answer.status,
    headers: answer.headers,
    json: answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown),
  };
}

/** An Authorization header. */
export function basic(user: string, password: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

/** What a problem answer looks like; `detail` and `errors` may be given too. */
export function problem(status: number, more: object = {}): object {
  const headers: unknown = expect.objectContaining({ 'Content-Type': ['application/problem+json'] });
  return { status, headers, json: { type: 'about:blank', status, ...more } };
}

/** Findings of an answer that accepted something. */
export function receiptOf({ json }: Answer): string {
  const { receipt } = json as { receipt?: unknown };
  if (typeof receipt !== 'string') throw new Error(`no receipt in ${JSON.stringify(json)}`);
  return receipt;
}

/** Everything that the app wrote to its log so far. */
export function logged(world: World): string {
  const entries = world.host.journal.entries.filter(({ kind }) => kind === 'log');
  return entries.map(({ text }) => text).join('\n');
}

/** Invocations that ended by throwing. */
export function thrown(world: World): string[] {
  const entries = world.host.journal.entries.filter(({ kind }) => kind === 'invocation');
  return entries.map(({ text }) => text).filter((text) => text.includes(' fails: '));
}
