/** Connections, as the admin sets them up. Secrets are answered once and kept only in secret storage. */
import type { AdminOutputs, ConnectionView, NewSecret } from '../../contract/api';
import type { Connection, Credentials, Method } from '../../contract/connection';
import { secretPrefix } from '../../core/portal/signature';
import { ringAll } from '../intake/accept-findings';
import { pendingChunks } from '../intake/pending-chunks';
import type { Ports } from '../ports';

/** After a rotation the old secret is taken for another day. */
const overlapMs = 24 * 60 * 60_000;

const waitingUpTo = 5000;
/** The queue takes 500 events a minute; what does not ring now is rung by the sweep. */
const ringAtOnce = 500;

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

/** Pauses a connection, or goes on: then what was held rings at once. Undefined: there is no such connection. */
export async function pauseConnection(
  ports: Ports,
  key: string,
  paused: boolean,
): Promise<Connection | undefined> {
  const changed = await changeConnection(ports, key, { paused });
  if (changed && !paused) {
    const waiting = await pendingChunks(ports, key, waitingUpTo);
    await ringAll(
      ports,
      key,
      waiting.slice(0, ringAtOnce).map(({ id }) => id),
    );
  }
  return changed;
}

/** Deletes a connection, its credentials and what it has waiting. Issues that exist stay as they are. */
export async function deleteConnection(ports: Ports, key: string): Promise<void> {
  await ports.connections.remove(key);
  for (const { id } of await pendingChunks(ports, key, waitingUpTo)) await ports.inbox.remove(id);
}

function newCredentials(key: string, method: Method, random: NewRandom): Credentials {
  const secret = random();
  switch (method) {
    case 'signature':
      return { secret: `${secretPrefix}${secret}` };
    case 'basic':
      return { username: key, secret: urlSafe(secret) };
    case 'oauth':
      return { secret: urlSafe(secret) };
  }
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
