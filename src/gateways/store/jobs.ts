/** How far jobs are, and what they left. */
import { kvs, WhereConditions } from '@forge/kvs';
import { storedShapes } from '../../contract/stored/shapes';
import { toStored } from '../../contract/stored/versions';
import type { Jobs } from '../../flows/ports-jobs';
import { pack, unpack } from './packed';
import { readOne } from './readable';

const keyOf = (id: string) => `job:${id}`;
const openPrefix = 'open-job:';
const stopKey = (id: string) => `stop-job:${id}`;
const partKey = (id: string, name: string) => `job-part:${id}:${name}`;
const ttl = { unit: 'DAYS', value: 7 } as const;
/** Few are ever under way. */
const openAtOnce = 20;

/** The jobs of this installation. */
export function createJobs(): Jobs {
  return {
    get: async (id) => readOne(storedShapes.job, await kvs.get(keyOf(id))),
    put: (job) => kvs.set(keyOf(job.id), toStored(storedShapes.job, job), { ttl }),
    async open() {
      const query = kvs.query().where('key', WhereConditions.beginsWith(openPrefix)).limit(openAtOnce);
      return (await query.getMany()).results.map(({ key }) => key.slice(openPrefix.length));
    },
    setOpen: (id, open) =>
      open ? kvs.set(`${openPrefix}${id}`, 1, { ttl }) : kvs.delete(`${openPrefix}${id}`),
    askStop: (id) => kvs.set(stopKey(id), 1, { ttl }),
    isStopAsked: async (id) => (await kvs.get(stopKey(id))) !== undefined,
    putPart: (id, name, value) => kvs.set(partKey(id, name), pack(value), { ttl }),
    async part(id, name) {
      const stored = await kvs.get<string>(partKey(id, name));
      return stored === undefined ? undefined : unpack(stored);
    },
  };
}
