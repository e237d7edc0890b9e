/** Connections, their credentials (secret storage only) and their pulse. */
import { readable, readableOne, readOne } from './readable';
import { kvs, WhereConditions } from '@forge/kvs';
import { type Connection, ConnectionPulse } from '../../contract/connection';
import { storedShapes } from '../../contract/stored/shapes';
import { toStored } from '../../contract/stored/versions';
import { slices } from '../../core/data/lists';
import type { Connections } from '../../flows/ports';
import { StorageError } from './outage';

const prefix = 'connection:';
const pulsesRead = 25;
const keyOf = (key: string) => `${prefix}${key}`;
const pulseKey = (key: string) => `pulse:${key}`;

/** The connections of this installation. */
export function createConnections(): Connections {
  return {
    async list() {
      const all: Connection[] = [];
      let cursor: string | undefined;
      do {
        const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(100);
        const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
        all.push(...readable(storedShapes.connection, page.results));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return all.sort((a, b) => a.createdAt - b.createdAt);
    },
    get: async (key) => readOne(storedShapes.connection, await kvs.get(keyOf(key))),
    async look(key) {
      const { successfulKeys, failedKeys } = await kvs.batchGet<unknown>([
        { key: keyOf(key) },
        { key: pulseKey(key) },
      ]);
      const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
      if (failed) throw new StorageError(`Reading a connection failed: ${failed.error.code}`);
      const values = new Map(successfulKeys.map((one) => [one.key, one.value]));
      const connection = readOne(storedShapes.connection, values.get(keyOf(key)));
      return connection && { connection, pulse: pulseOf(key, values.get(pulseKey(key))) };
    },
    put: (connection) => kvs.set(keyOf(connection.key), toStored(storedShapes.connection, connection)),
    remove: (key) => kvs.delete(keyOf(key)),
    async lockOut(key) {
      await kvs.deleteSecret(keyOf(key));
      await kvs.delete(pulseKey(key));
    },
    credentials: async (key) => readOne(storedShapes.credentials, await kvs.getSecret(keyOf(key))),
    putCredentials: (key, credentials) =>
      kvs.setSecret(keyOf(key), toStored(storedShapes.credentials, credentials)),
    async pulses(keys) {
      const pulses = new Map<string, ConnectionPulse>();
      for (const some of slices(keys, pulsesRead)) {
        const { successfulKeys } = await kvs.batchGet<unknown>(some.map((key) => ({ key: pulseKey(key) })));
        const values = new Map(successfulKeys.map((one) => [one.key, one.value]));
        for (const key of some) pulses.set(key, pulseOf(key, values.get(pulseKey(key))));
      }
      return pulses;
    },
    putPulse: (key, pulse) => kvs.set(pulseKey(key), toStored(storedShapes.pulse, pulse)),
  };
}

/** For people's eyes only: one that cannot be read is begun anew. */
function pulseOf(connection: string, value: unknown): ConnectionPulse {
  const known = readableOne(storedShapes.pulse, { key: pulseKey(connection), value });
  return known ?? ConnectionPulse.parse({});
}
