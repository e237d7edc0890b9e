/** Connections, as the admin sets them up. Secrets are answered once and kept only in secret storage. */
import type { AdminOutputs, ConnectionView, NewSecret } from '../contract/api';
import type { Connection, Credentials, Method } from '../contract/connection';
import { secretPrefix } from '../core/signature';
import type { Ports } from './ports';

/** After a rotation the old secret is taken for another day. */
const overlapMs = 24 * 60 * 60_000;

/** 32 random bytes in base64; random enough for an HMAC key and for a password. */
export type NewRandom = () => string;

/** All connections with their addresses and pulses. */
export async function listConnections(ports: Ports): Promise<ConnectionView[]> {
  const connections = await ports.connections.list();
  const portal = await ports.site.portalUrl();
  return Promise.all(
    connections.map(async (connection) => ({
      ...connection,
      ...(await ports.connections.pulse(connection.key)),
      baseUrl: `${portal}/c/${connection.key}`,
    })),
  );
}

/** A new connection, switched on, with a key that stays. */
export async function createConnection(
  ports: Ports,
  wish: { name: string; method: Method; by: string },
  random: NewRandom,
): Promise<AdminOutputs['connections.create']> {
  const key = ports.newId().slice(0, 16);
  const { name, method, by: createdBy } = wish;
  const credentials = newCredentials(key, method, random);
  await ports.connections.putCredentials(key, credentials);
  const createdAt = ports.now();
  await ports.connections.put({ key, name, method, enabled: true, paused: false, createdAt, createdBy });
  return { connection: key, baseUrl: await baseUrl(ports, key), ...shown(method, credentials) };
}

/** A new secret; the old one is taken for another day. Undefined: there is no such connection. */
export async function rotateSecret(
  ports: Ports,
  key: string,
  random: NewRandom,
): Promise<AdminOutputs['connections.rotate'] | undefined> {
  const connection = await ports.connections.get(key);
  const old = await ports.connections.credentials(key);
  if (!connection) return undefined;
  const previousUntil = ports.now() + overlapMs;
  const fresh = newCredentials(key, connection.method, random);
  await ports.connections.putCredentials(
    key,
    old ? { ...fresh, previous: old.secret, previousUntil } : fresh,
  );
  return {
    connection: key,
    baseUrl: await baseUrl(ports, key),
    previousUntil,
    ...shown(connection.method, fresh),
  };
}

/** Changes a connection. Undefined: there is no such connection. */
export async function changeConnection(
  ports: Ports,
  key: string,
  change: Partial<Pick<Connection, 'enabled' | 'paused'>>,
): Promise<Connection | undefined> {
  const connection = await ports.connections.get(key);
  if (!connection) return undefined;
  const changed = { ...connection, ...change };
  await ports.connections.put(changed);
  return changed;
}

function newCredentials(key: string, method: Method, random: NewRandom): Credentials {
  const secret = random();
  return method === 'basic'
    ? { username: key, secret: urlSafe(secret) }
    : { secret: `${secretPrefix}${secret}` };
}

/** A password that needs no quoting in a shell or a URL. */
function urlSafe(secret: string): string {
  return secret.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function shown(method: Method, { secret, username }: Credentials): NewSecret {
  return method === 'basic' ? { username: username ?? '', password: secret } : { secret };
}

async function baseUrl(ports: Ports, key: string): Promise<string> {
  return `${await ports.site.portalUrl()}/c/${key}`;
}
