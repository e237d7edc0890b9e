/** How portals hear: settings, secrets (secret storage only), and how far events were delivered. */
import { kvs } from '@forge/kvs';
import {
  type Delivery,
  outboundVersion,
  OutboundSecrets,
  upgradeDelivery,
  upgradeOutbound,
} from '../../contract/stored/outbound';
import type { Receipts } from '../../contract/stored/outbox';
import type { Outbounds } from '../../flows/ports-outbound';
import { heardKey, readHeard, withHeard } from './heard';
import { StorageError } from './outage';
import { atVersion, isDone } from './transactions';

const entityName = 'delivery';
const keyOf = (connection: string) => `outbound:${connection}`;
const rounds = 5;

interface Row {
  readonly version: number;
  readonly body: Delivery;
}

/** How the portals of this installation hear. */
export function createOutbounds(): Outbounds {
  return {
    async get(connection) {
      const stored = await kvs.get(keyOf(connection));
      return stored === undefined ? { v: outboundVersion, auth: { kind: 'none' } } : upgradeOutbound(stored);
    },
    put: (connection, outbound) => kvs.set(keyOf(connection), outbound),
    secrets: async (connection) =>
      OutboundSecrets.safeParse(await kvs.getSecret(keyOf(connection))).data ?? {},
    putSecrets: (connection, secrets) => kvs.setSecret(keyOf(connection), secrets),
    async delivery(connection) {
      const row = await kvs.entity<Row>(entityName).get(connection);
      return row === undefined ? begin() : upgradeDelivery(row.body);
    },
    async change(connection, changed, receipt) {
      const heard = receipt && withHeard(await readHeard(connection), receipt);
      for (let round = 1; round <= rounds; round += 1) {
        const before = await this.delivery(connection);
        const next = { ...changed(before), version: before.version + 1 };
        if (await isSaved(connection, next, before.version, heard)) return next;
      }
      throw new StorageError('How far events were delivered is changed by too many at once.');
    },
    async forget(connection) {
      await kvs.delete(keyOf(connection));
      await kvs.deleteSecret(keyOf(connection));
      await kvs.entity<Row>(entityName).delete(connection);
    },
  };
}

function begin(): Delivery {
  return { v: outboundVersion, version: 0, n: 0, parked: [], again: [] };
}

function isSaved(
  connection: string,
  body: Delivery,
  expected: number,
  heard: Receipts | undefined,
): Promise<boolean> {
  const conditions = atVersion(expected === 0 ? undefined : expected);
  const transaction = kvs
    .transact()
    .set(connection, { version: body.version, body }, { entityName, conditions });
  if (heard) transaction.set(heardKey(connection), heard);
  return isDone(transaction);
}
