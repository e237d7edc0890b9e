/** The calls about connections. */
import { randomBytes } from 'node:crypto';
import type { AdminOutputs } from '../../contract/api';
import type { FieldProblem } from '../../contract/invalid-fields';
import {
  archiveConnection,
  countFindings,
  type Restored,
  restoreConnection,
} from '../../flows/connections/archive-connection';
import { noted } from '../../flows/connections/note-deed';
import { startForgetting } from '../../flows/connections/forget-archived';
import {
  changeConnection,
  createConnection,
  endPrevious,
  listConnections,
  pauseConnection,
  revokeSecrets,
  rotateSecret,
  standingConnection,
} from '../../flows/connections/manage-connections';
import { closeSetUp, notePanels, readSetUp } from '../../flows/connections/set-up';
import { testConnection, testSpaces } from '../../flows/connections/test-connection';
import { replay, skip } from '../../flows/tell/replay';
import { testPush } from '../../flows/tell/test-push';
import { type OutboundSet, setOutbound } from '../../flows/tell/set-outbound';
import { viewOutbound } from '../../flows/tell/view-outbound';
import type { Calls, Refusal } from './call';
import { invalid } from './invalid';

const random = () => randomBytes(32).toString('base64');
/** There is no such connection to work with. */
export const noConnection: Refusal = {
  error: { code: 'not_found', message: 'There is no such connection any more, or it is archived.' },
};
const noUrl: FieldProblem = { path: 'url', message: { code: 'required' } };
const tooOld: FieldProblem = { path: 'after', message: { code: 'notKept' } };
const notArchived: Refusal = {
  error: { code: 'not_found', message: 'There is no such archived connection. Archive it first.' },
};
const beingForgotten: Refusal = {
  error: { code: 'unavailable', message: 'Its findings are being forgotten; restore it when that is done.' },
};

/** Setting the app up, and creating, changing, archiving and testing connections. */
export const connectionCalls = {
  'setUp.get': (_input, { ports }) => readSetUp(ports),
  'setUp.test': (_input, { ports }) => testSpaces(ports),
  'setUp.panelShown': async ({ projects }, { ports }) => {
    await notePanels(ports, projects);
    return { shown: true };
  },
  'setUp.close': async (_input, { ports }) => ({ closed: await closeSetUp(ports) }),
  'connections.list': (_input, { ports }) => listConnections(ports),
  'connections.create': (input, { ports, accountId }) =>
    createConnection(ports, { ...input, by: accountId }, random),
  'connections.rename': async ({ connection, name }, admin) =>
    (await noted(admin, connection, 'renamed', (ports) => changeConnection(ports, connection, { name })))
      ? { connection, name }
      : noConnection,
  'connections.rotate': async ({ connection }, admin) =>
    (await noted(admin, connection, 'rotated', (ports) => rotateSecret(ports, connection, random))) ??
    noConnection,
  'connections.setEnabled': async ({ connection, enabled }, admin) =>
    (await noted(admin, connection, enabled ? 'switchedOn' : 'switchedOff', (ports) =>
      changeConnection(ports, connection, { enabled }),
    ))
      ? { connection, enabled }
      : noConnection,
  'connections.setPaused': async ({ connection, paused }, admin) =>
    (await noted(admin, connection, paused ? 'paused' : 'resumed', (ports) =>
      pauseConnection(ports, connection, paused),
    ))
      ? { connection, paused }
      : noConnection,
  'connections.revoke': async ({ connection }, admin) =>
    (await noted(admin, connection, 'revoked', (ports) => revokeSecrets(ports, connection, random))) ??
    noConnection,
  'connections.endPrevious': async ({ connection }, admin) =>
    (await noted(admin, connection, 'previousEnded', (ports) => endPrevious(ports, connection)))
      ? { connection }
      : noConnection,
  'connections.count': async ({ connection }, { ports }) =>
    (await standingConnection(ports, connection)) ? countFindings(ports, connection) : noConnection,
  'connections.archive': async ({ connection }, admin) =>
    (await noted(admin, connection, 'archived', (ports) =>
      archiveConnection(ports, connection, admin.accountId),
    )) ?? noConnection,
  'connections.restore': async ({ connection }, admin) =>
    toRestored(
      await noted(
        admin,
        connection,
        'restored',
        (ports) => restoreConnection(ports, connection, random),
        ({ ok }) => ok,
      ),
    ),
  'connections.forget': async ({ connection }, admin) =>
    (await noted(admin, connection, 'forgotten', (ports) => startForgetting(ports, connection))) ??
    notArchived,
  'connections.setOutbound': async ({ connection, ...wish }, admin) =>
    toSet(
      await noted(
        admin,
        connection,
        wish.rotate ? 'signingRotated' : 'outboundSet',
        (ports) => setOutbound(ports, connection, wish, random),
        ({ ok }) => ok,
      ),
    ),
  'connections.outbound': async ({ connection }, { ports }) =>
    (await viewOutbound(ports, connection)) ?? noConnection,
  'connections.testOutbound': async ({ connection }, { ports }) => {
    const tested = await testPush(ports, connection);
    return tested === 'noUrl' ? invalid([noUrl]) : (tested ?? noConnection);
  },
  'connections.replay': async ({ connection, ...some }, admin) => {
    const done = await noted(
      admin,
      connection,
      'replayed',
      (ports) => replay(ports, connection, which(some)),
      (replayed) => replayed === 'done',
    );
    return done === 'older' ? invalid([tooOld]) : done ? { connection } : noConnection;
  },
  'connections.skip': async ({ connection, ...some }, admin) =>
    (await noted(admin, connection, 'skipped', (ports) => skip(ports, connection, which(some))))
      ? { connection }
      : noConnection,
  'connections.test': async ({ connection }, { ports }) =>
    (await testConnection(ports, connection)) ?? noConnection,
} as const satisfies Calls;

/** The input is checked: it names the one or the other. */
function which({
  after,
  parked = [],
}: {
  after?: number | undefined;
  parked?: readonly number[] | undefined;
}) {
  return after === undefined ? { parked } : { after };
}

function toSet(outcome: OutboundSet): AdminOutputs['connections.setOutbound'] | Refusal {
  if (!outcome.ok) return outcome.why === 'missing' ? noConnection : invalid([noUrl]);
  return outcome.secret === undefined ? {} : { secret: outcome.secret };
}

function toRestored(outcome: Restored): AdminOutputs['connections.restore'] | Refusal {
  if (outcome.ok) return outcome.restored;
  return outcome.why === 'missing' ? notArchived : beingForgotten;
}
