import type { Clock, JiraAnswer } from '../../types';
import { json } from '../answers';
import type { EntityDefinition } from '../manifest';
import {
  batchDelete,
  batchGet,
  batchSet,
  checkPayload,
  transact,
  type KeyItem,
  type Transaction,
} from './groups';
import { checkKey } from './limits';
import { present } from './present';
import { queryEntity, queryKeys, type EntityQuery, type KeyQuery } from './query';
import { Rates, type StorageUse } from './rates';
import { missing, Refusal } from './refusal';
import type { Space } from './space';
import { Spaces, type StorageSnapshot } from './spaces';
import { checkSet, store, type SetItem } from './writes';

/** The key-value and entity store of one installation. */
export interface Kvs {
  /** Answers one request of `@forge/kvs`; `path` as it sends it, for example `/api/v1/entity/query`. */
  handle(path: string, body: string): JiraAnswer;
  /** How much was used since the start. */
  readonly use: StorageUse;
  /** How many milliseconds queries lag behind; reads by key never do. */
  queryLagMs: number;
  /** Removes expired values at once, which the platform does within 48 hours. */
  removeExpired(): void;
  /** Replaces values behind the app's back, as a defect or another version of the app would. */
  rewrite(change: (key: string, value: unknown) => unknown): void;
  /** Puts values there behind the app's back, as years of use would; of an entity where its name is given. */
  plant(values: Iterable<{ readonly key: string; readonly value: unknown }>, entityName?: string): void;
  snapshot(): StorageSnapshot;
}

interface Route {
  readonly kind: 'reads' | 'writes';
  readonly run: (body: never) => unknown;
}
const NOTHING = Symbol('an empty answer');

/** A store for the given entities, restored from a snapshot where there is one. */
export function createKvs(
  entities: readonly EntityDefinition[],
  clock: Clock,
  restored?: StorageSnapshot,
): Kvs {
  const lag = { ms: 0 };
  const spaces = new Spaces(entities, () => lag.ms, restored);
  const rates = new Rates(clock);
  const kvs: Kvs = {
    use: rates.use,
    get queryLagMs() {
      return lag.ms;
    },
    set queryLagMs(ms) {
      lag.ms = ms;
    },
    removeExpired: () => {
      spaces.removeExpired(clock.now());
    },
    rewrite: (change) => {
      spaces.rewrite(change, clock.now());
    },
    plant(values, entityName) {
      const at = clock.now();
      const space = spaces.of(entityName);
      const records = Array.from(values, ({ key, value }) => ({ key, value, createdAt: at, updatedAt: at }));
      const replaced = records.filter(({ key }) => space.get(key, at) !== undefined);
      space.plant(records.filter((record) => !replaced.includes(record)));
      for (const record of replaced) space.put(record, at);
    },
    snapshot: () => spaces.snapshot(),
    handle(path, body) {
      const route = routes[path.replace('/api/v1/', '')];
      if (!route) return json(404, { code: 'NOT_FOUND', message: `No ${path}` });
      try {
        return answer(route, body);
      } catch (error) {
        if (error instanceof Refusal) return error.answer();
        throw error;
      }
    },
  };
  const routes = routesOf(spaces, clock);
  return kvs;

  /** Writes count by what is sent, reads by what is sent or read, whichever is more. */
  function answer({ kind, run }: Route, body: string): JiraAnswer {
    const sent = Buffer.byteLength(body);
    checkPayload(sent);
    if (kind === 'writes') rates.spend(kind, sent);
    const result = read(() => run(JSON.parse(body) as never));
    const reply =
      result === NOTHING
        ? { status: 200, headers: {}, body: '' }
        : json(result instanceof Refusal ? result.status : 200, shown(result));
    if (kind === 'reads') rates.spend(kind, Math.max(sent, Buffer.byteLength(reply.body)));
    return reply;
  }
}

/** A key that is not there is an answer too: it counts as a read. */
function read(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return error;
    throw error;
  }
}

function shown(result: unknown): unknown {
  return result instanceof Refusal ? { code: result.code, message: result.message } : result;
}

function routesOf(spaces: Spaces, clock: Clock): Readonly<Record<string, Route>> {
  const now = (): number => clock.now();
  const get = (space: Space, { key, options }: KeyItem): object => {
    checkKey(key);
    const record = space.get(key, now());
    if (!record) throw missing;
    return present(record, options);
  };
  const set = (space: Space, item: SetItem): unknown => {
    checkSet(spaces, item);
    return store(space, item, now()) ?? NOTHING;
  };
  const remove = (space: Space, { key }: KeyItem): unknown => {
    checkKey(key);
    space.delete(key, now());
    return NOTHING;
  };
  return {
    get: { kind: 'reads', run: (body: KeyItem) => get(spaces.values, body) },
    set: { kind: 'writes', run: (body: SetItem) => set(spaces.values, body) },
    delete: { kind: 'writes', run: (body: KeyItem) => remove(spaces.values, body) },
    'secret/get': { kind: 'reads', run: (body: KeyItem) => get(spaces.secrets, body) },
    'secret/set': { kind: 'writes', run: (body: SetItem) => set(spaces.secrets, body) },
    'secret/delete': { kind: 'writes', run: (body: KeyItem) => remove(spaces.secrets, body) },
    'entity/get': { kind: 'reads', run: (body: KeyItem) => get(spaces.of(body.entityName ?? ''), body) },
    'entity/set': { kind: 'writes', run: (body: SetItem) => set(spaces.of(body.entityName ?? ''), body) },
    'entity/delete': {
      kind: 'writes',
      run: (body: KeyItem) => remove(spaces.of(body.entityName ?? ''), body),
    },
    query: { kind: 'reads', run: (body: KeyQuery) => queryKeys(spaces.values, body, now()) },
    'entity/query': {
      kind: 'reads',
      run: (body: EntityQuery) =>
        queryEntity(spaces.definition(body.entityName), spaces.of(body.entityName), body, now()),
    },
    'batch/set': { kind: 'writes', run: (body: SetItem[]) => batchSet(spaces, body, now()) },
    'batch/get': { kind: 'reads', run: (body: KeyItem[]) => batchGet(spaces, body, now()) },
    'batch/delete': { kind: 'writes', run: (body: KeyItem[]) => batchDelete(spaces, body, now()) },
    transaction: {
      kind: 'writes',
      run: (body: Transaction) => {
        transact(spaces, body, now());
        return NOTHING;
      },
    },
  };
}
