/** Connections, as the admin sets them up. Secrets are answered once and kept only in secret storage. */
import type { AdminOutputs, ArchivedView, ConnectionView } from '../../contract/api';
import type { Archived, Connection, IdScope, Method } from '../../contract/connection';
import { taskConnection } from '../../contract/tasks';
import { connectionKey, idScope } from '../../core/sync/link-key';
import { rungFor } from '../../core/sync/pending-mark';
import { ringAnew } from '../records/put-chunks';
import type { Ports } from '../ports';
import { noteDeed } from './note-deed';
import { newCredentials, type NewRandom, shown } from './new-credentials';

/** After a rotation the old secret is taken for another day. */
const overlapMs = 24 * 60 * 60_000;

const waitingUpTo = 5000;
/** The queue takes 500 events a minute; what does not ring now is rung by the sweep. */
const ringAtOnce = 500;

/** All connections with their addresses and pulses; those that were archived stand by themselves. */
export async function listConnections(ports: Ports): Promise<AdminOutputs['connections.list']> {
  const all = await ports.connections.list();
  const portal = await ports.site.portalUrl();
  const pulses = await ports.connections.pulses(all.map(({ key }) => key));
  const views: ConnectionView[] = [];
  const archived: ArchivedView[] = [];
  for (const { archived: fate, ...connection } of all.filter(({ key }) => key !== taskConnection)) {
    const baseUrl = `${portal}/c/${connection.key}`;
    if (fate) archived.push(archivedView(connection, fate, baseUrl));
    else
      views.push({
        ...connection,
        ids: idScope(connection.key),
        ...pulses.get(connection.key),
        baseUrl,
      });
  }
  return { connections: views, archived };
}

function archivedView(
  { key, name, method }: Omit<Connection, 'archived'>,
  { by: _by, ...fate }: Archived,
  baseUrl: string,
): ArchivedView {
  return { key, name, method, ids: idScope(key), baseUrl, ...fate };
}

/** A connection that is not archived. */
export async function standingConnection(ports: Ports, key: string): Promise<Connection | undefined> {
  const connection = await ports.connections.get(key);
  return connection?.archived || key === taskConnection ? undefined : connection;
}

/** A new connection, switched on, with a key that stays. */
export async function createConnection(
  ports: Ports,
  wish: { name: string; method: Method; ids: IdScope; by: string },
  random: NewRandom,
): Promise<AdminOutputs['connections.create']> {
  const key = connectionKey(ports.newId(), wish.ids);
  const { name, method, by: createdBy } = wish;
  const credentials = newCredentials(key, method, random);
  await ports.connections.putCredentials(key, credentials);
  const createdAt = ports.now();
  const connection = { key, name, method, enabled: true, paused: false, createdAt, createdBy };
  await ports.connections.put({ ...connection, secretAt: createdAt });
  await noteDeed(ports, { connection: key, by: createdBy, deed: 'created' });
  return { connection: key, baseUrl: await baseUrl(ports, key), ...shown(method, credentials) };
}

/** A new secret; the old one is taken for another day. Undefined: there is no such connection. */
export async function rotateSecret(
  ports: Ports,
  key: string,
  random: NewRandom,
): Promise<AdminOutputs['connections.rotate'] | undefined> {
  const connection = await standingConnection(ports, key);
  if (!connection) return undefined;
  const old = await ports.connections.credentials(key);
  const previousUntil = ports.now() + overlapMs;
  const fresh = newCredentials(key, connection.method, random);
  const both = old ? { ...fresh, previous: old.secret, previousUntil } : fresh;
  await ports.connections.putCredentials(key, both);
  await ports.connections.put({ ...connection, previousUntil, secretAt: ports.now() });
  return {
    connection: key,
    baseUrl: await baseUrl(ports, key),
    previousUntil,
    ...shown(connection.method, fresh),
  };
}

/** A new secret; the old ones end at once, with the tokens made with them. Undefined: there is no such connection. */
export async function revokeSecrets(
  ports: Ports,
  key: string,
  random: NewRandom,
): Promise<AdminOutputs['connections.revoke'] | undefined> {
  const connection = await standingConnection(ports, key);
  if (!connection) return undefined;
  const fresh = newCredentials(key, connection.method, random);
  await ports.connections.putCredentials(key, fresh);
  await ports.connections.put({ ...connection, previousUntil: undefined, secretAt: ports.now() });
  return { connection: key, baseUrl: await baseUrl(ports, key), ...shown(connection.method, fresh) };
}

/** Ends at once the secret that the last rotation left. Undefined: there is no such connection. */
export async function endPrevious(ports: Ports, key: string): Promise<Connection | undefined> {
  const connection = await standingConnection(ports, key);
  const credentials = await ports.connections.credentials(key);
  if (!connection || !credentials) return undefined;
  const { previous: _ended, previousUntil: _until, ...newest } = credentials;
  await ports.connections.putCredentials(key, newest);
  await ports.connections.put({ ...connection, previousUntil: undefined });
  return connection;
}

/** Changes a connection. Undefined: there is no such connection. */
export async function changeConnection(
  ports: Ports,
  key: string,
  change: Partial<Pick<Connection, 'name' | 'enabled' | 'paused'>>,
): Promise<Connection | undefined> {
  const connection = await standingConnection(ports, key);
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
  if (changed && !paused) await ringWaiting(ports, key);
  return changed;
}

/** Rings for what a connection held back. */
export async function ringWaiting(ports: Ports, key: string): Promise<void> {
  const waiting = await ports.inbox.pendingOf(key, waitingUpTo);
  const first = waiting.toSorted((a, b) => a.acceptedAt - b.acceptedAt).slice(0, ringAtOnce);
  await ringAnew(ports, first, (mark, bell) => rungFor(mark, bell, ports.now()));
}

/** The address that the portal calls. */
export async function baseUrl(ports: Ports, key: string): Promise<string> {
  return `${await ports.site.portalUrl()}/c/${key}`;
}
