/** Results of reports that have no identities yet, packed into as few values as hold them. */
import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { StoredResult } from '../../contract/stored/reports';
import { compiled } from '../../core/data/compiled';
import type { Reports } from '../../flows/ports-inbox';
import { deleteValues, packIntoValues, readValues, writeValues } from './value-lists';

const StoredResults = z.array(StoredResult);

const keyOf = (id: string, index: number) => `report:${id}:${String(index)}`;
const distrustKey = (connection: string) => `report-distrust:${connection}`;

/** The reports of this installation on their way. */
export function createReports(): Reports {
  return {
    async put(id, results) {
      const values = packIntoValues(results);
      await writeValues(values.map((value, index) => ({ key: keyOf(id, index), value })));
      return values.length;
    },
    async read(id, values) {
      const read = await readValues(keysOf(id, values));
      return read.flatMap((value) => compiled(StoredResults).parse(value));
    },
    remove: (id, values) => deleteValues(keysOf(id, values)),
    async distrust(connection, at) {
      await kvs.set(distrustKey(connection), at);
    },
    distrustedAt: async (connection) =>
      z
        .number()
        .catch(0)
        .parse(await kvs.get(distrustKey(connection))),
  };
}

function keysOf(id: string, values: number): string[] {
  return Array.from({ length: values }, (_, index) => keyOf(id, index));
}
