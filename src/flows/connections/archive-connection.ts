/**
 * Removing a connection archives it: nobody is let in, what was accepted waits, and its findings stay its own. People's
 * work in Jira is still followed, so that what is restored later is true.
 */
import type { AdminOutputs } from '../../contract/api';
import type { Ports } from '../ports';
import { baseUrl, ringWaiting, standingConnection } from './manage-connections';
import { newCredentials, type NewRandom, shown } from './new-credentials';

/** Counting reads every record: an admin waits for it, and storage is shared. */
const countedUpTo = 1000;

/** How many findings a connection has, counted up to a limit. */
export async function countFindings(ports: Ports, key: string): Promise<AdminOutputs['connections.count']> {
  const findings = await ports.links.countOf(key, countedUpTo);
  return findings < countedUpTo ? { findings } : { findings, more: true };
}

/** Undefined: there is no such connection, or it is archived already. */
export async function archiveConnection(
  ports: Ports,
  key: string,
  by: string,
): Promise<AdminOutputs['connections.archive'] | undefined> {
  const connection = await standingConnection(ports, key);
  if (!connection) return undefined;
  const count = await countFindings(ports, key);
  const archived = { at: ports.now(), by, ...count };
  // Switched off first: from here on no call is let in, whatever else fails.
  await ports.connections.put({ ...connection, enabled: false, previousUntil: undefined, archived });
  await ports.connections.lockOut(key);
  return { connection: key, ...count };
}

export type Restored =
  | { readonly ok: true; readonly restored: AdminOutputs['connections.restore'] }
  | { readonly ok: false; readonly why: 'missing' | 'forgetting' };

/** New credentials under the same key and address; what waited goes on, and nothing is made anew. */
export async function restoreConnection(ports: Ports, key: string, random: NewRandom): Promise<Restored> {
  const connection = await ports.connections.get(key);
  if (!connection?.archived) return { ok: false, why: 'missing' };
  const { archived, ...standing } = connection;
  if (archived.forgetting !== undefined) return { ok: false, why: 'forgetting' };
  const credentials = newCredentials(key, standing.method, random);
  await ports.connections.putCredentials(key, credentials);
  await ports.connections.put({ ...standing, enabled: true, secretAt: ports.now() });
  await ringWaiting(ports, key);
  const secret = shown(standing.method, credentials);
  return { ok: true, restored: { connection: key, baseUrl: await baseUrl(ports, key), ...secret } };
}
