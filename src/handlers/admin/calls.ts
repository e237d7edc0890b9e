/** The admin page's calls: name -> flow. Input is validated, and the caller is known to administer Jira. */
import { randomBytes } from 'node:crypto';
import type { AdminCall, AdminOutputs, AdminParsed, ApiError } from '../../contract/api';
import {
  changeConnection,
  createConnection,
  deleteConnection,
  listConnections,
  pauseConnection,
  rotateSecret,
} from '../../flows/manage-connections';
import { listAudit, type SaveOutcome, saveSettings, undoSettings } from '../../flows/manage-settings';
import type { Ports } from '../../flows/ports';
import { readActivity } from '../../flows/read-activity';
import { retryHeld } from '../../flows/retry-held';

export interface Admin {
  readonly ports: Ports;
  readonly accountId: string;
}
export type Refusal = { readonly error: ApiError };
type Calls = {
  readonly [Name in AdminCall]?: (
    input: AdminParsed<Name>,
    admin: Admin,
  ) => Promise<AdminOutputs[Name] | Refusal>;
};

const random = () => randomBytes(32).toString('base64');
const noConnection: Refusal = {
  error: { code: 'not_found', message: 'There is no such connection any more.' },
};

export const adminCalls = {
  'connections.list': async (_input, { ports }) => ({ connections: await listConnections(ports) }),
  'connections.create': (input, { ports, accountId }) =>
    createConnection(ports, { ...input, by: accountId }, random),
  'connections.rotate': async ({ connection }, { ports }) =>
    (await rotateSecret(ports, connection, random)) ?? noConnection,
  'connections.setEnabled': async ({ connection, enabled }, { ports }) =>
    (await changeConnection(ports, connection, { enabled })) ? { connection, enabled } : noConnection,
  'connections.setPaused': async ({ connection, paused }, { ports }) =>
    (await pauseConnection(ports, connection, paused)) ? { connection, paused } : noConnection,
  'connections.delete': async ({ connection }, { ports }) => {
    await deleteConnection(ports, connection);
    return { deleted: true };
  },
  'settings.get': (_input, { ports }) => ports.settings.read(),
  'settings.save': async ({ section, version, value }, { ports, accountId }) =>
    toAnswer(await saveSettings(ports, section, version, value, accountId)),
  'settings.export': async (_input, { ports }) => ({ document: (await ports.settings.read()).document }),
  'products.list': async ({ search, cursor }, { ports }) => {
    const { products, next } = await ports.products.list(search, cursor);
    const { document } = await ports.settings.read();
    const rows = products.map(({ name, firstSeenAt }) => ({
      product: name,
      firstSeenAt,
      settings: document.products[name] ?? {},
    }));
    return { products: rows, ...(next === undefined ? {} : { next }) };
  },
  'activity.list': ({ cursor }, { ports }) => readActivity(ports, cursor),
  'activity.retry': async ({ cause }, { ports }) => ({ retried: await retryHeld(ports, cause) }),
  'audit.list': async ({ section }, { ports }) => ({ entries: await listAudit(ports, section) }),
  'audit.undo': async ({ section, version }, { ports, accountId }) =>
    toAnswer(await undoSettings(ports, section, version, accountId)),
} as const satisfies Calls;

export type KnownCall = keyof typeof adminCalls;

function toAnswer(outcome: SaveOutcome): { version: number } | Refusal {
  if (outcome.ok) return { version: outcome.version };
  if (outcome.why === 'conflict')
    return {
      error: {
        code: 'conflict',
        message: 'Someone saved this page while you were editing. Your changes are still here; see theirs.',
      },
    };
  return {
    error: { code: 'invalid', message: 'Some values do not fit; see the fields.', errors: outcome.errors },
  };
}
