/** The admin page's calls: name -> flow. Input is validated, and the caller is known to administer Jira. */
import { randomBytes } from 'node:crypto';
import type { AdminCall, AdminOutputs, AdminParsed, ApiError } from '../../contract/api';
import { readTotals } from '../../flows/activity/activity-totals';
import { checkReferences, readHealth } from '../../flows/settings/check-references';
import { exportSettings } from '../../flows/settings/export-settings';
import { findReceipt } from '../../flows/intake/find-receipt';
import { type ImportOutcome, importSettings } from '../../flows/settings/import-settings';
import {
  changeConnection,
  createConnection,
  deleteConnection,
  listConnections,
  pauseConnection,
  rotateSecret,
} from '../../flows/connections/manage-connections';
import {
  listAudit,
  type SaveOutcome,
  saveSettings,
  undoSettings,
} from '../../flows/settings/manage-settings';
import type { Ports } from '../../flows/ports';
import { previewDeleting } from '../../flows/preview/preview-deleting';
import { previewFindings } from '../../flows/preview/preview-findings';
import { readActivity } from '../../flows/activity/read-activity';
import { retryHeld } from '../../flows/intake/retry-held';
import { tellStory } from '../../flows/panel/tell-story';
import { testConnection } from '../../flows/connections/test-connection';
import { invalid } from './invalid';

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

const noFinding: Refusal = {
  error: { code: 'not_found', message: 'Nothing is stored about this finding any more.' },
};
const noJira: Refusal = {
  error: { code: 'unavailable', message: 'Jira does not answer just now; nothing was changed.' },
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
  'connections.test': async ({ connection }, { ports }) =>
    (await testConnection(ports, connection)) ?? noConnection,
  'settings.get': (_input, { ports }) => ports.settings.read(),
  'settings.save': async ({ section, version, value }, { ports, accountId }) =>
    toAnswer(await saveSettings(ports, section, version, value, accountId)),
  'settings.export': async (_input, { ports }) => ({ document: await exportSettings(ports) }),
  'settings.import': async (input, { ports, accountId }) =>
    toImported(await importSettings(ports, { ...input, by: accountId })),
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
  'activity.stats': (_input, { ports }) => readTotals(ports),
  'activity.retry': async ({ cause }, { ports }) => ({ retried: await retryHeld(ports, cause) }),
  'deleting.preview': async ({ deleting }, { ports }) => {
    const preview = await previewDeleting(ports, deleting);
    return preview.ok ? preview.value : noJira;
  },
  'findings.story': async ({ connection, finding }, { ports }) =>
    (await tellStory(ports, connection, finding)) ?? noFinding,
  'receipts.find': async ({ receipt }, { ports }) => {
    const found = await findReceipt(ports, receipt);
    return found ? { receipt: found } : {};
  },
  'health.get': async ({ now }, { ports }) => {
    if (now) await checkReferences(ports);
    return readHealth(ports);
  },
  'rebuild.start': async ({ connection }, { ports }) => {
    if (!(await ports.connections.get(connection))) return noConnection;
    await ports.bells.ringRebuild(connection);
    return { started: true };
  },
  'findings.preview': async (input, { ports }) => {
    const outcome = await previewFindings(ports, input);
    return outcome.ok ? { total: outcome.total, findings: outcome.findings } : invalid(outcome.errors);
  },
  'audit.list': ({ section, cursor }, { ports }) => listAudit(ports, section, cursor),
  'audit.undo': async ({ section, version }, { ports, accountId }) =>
    toAnswer(await undoSettings(ports, section, version, accountId)),
} as const satisfies Calls;

export type KnownCall = keyof typeof adminCalls;

function toAnswer(outcome: SaveOutcome): { version: number } | Refusal {
  if (outcome.ok) return { version: outcome.version };
  return outcome.why === 'conflict' ? savedInBetween : invalid(outcome.errors);
}

function toImported(outcome: ImportOutcome): AdminOutputs['settings.import'] | Refusal {
  if (outcome.ok) {
    const { changes, unresolved, applied, versions } = outcome;
    return { changes, unresolved, applied, versions };
  }
  switch (outcome.why) {
    case 'conflict':
      return savedInBetween;
    case 'unavailable':
      return noJira;
    case 'invalid':
      return invalid(outcome.errors);
  }
}

const savedInBetween: Refusal = {
  error: {
    code: 'conflict',
    message: 'Someone saved this page while you were editing. Your changes are still here; see theirs.',
  },
};
