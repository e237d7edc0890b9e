import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import type { EntityDefinition, Manifest } from './manifest';
import { failure, manifestWith, testHost, type TestHost } from './support';

const finding: EntityDefinition = {
  name: 'finding',
  attributes: {
    product: { type: 'string' },
    tool: { type: 'string' },
    level: { type: 'integer' },
    score: { type: 'float' },
    open: { type: 'boolean' },
    body: { type: 'any' },
  },
  indexes: ['level', { name: 'by-product', partition: ['product', 'tool'], range: ['level'] }],
};
const app: Manifest['app'] = { id: 'x/1', storage: { entities: [finding] } };

interface Finding {
  readonly product?: string;
  readonly tool?: string;
  readonly level?: number;
  readonly open?: boolean;
  readonly body?: object;
  readonly nope?: string;
}

const findings = () => kvs.entity<Finding>('finding');

async function hostWith(records: Record<string, Finding>): Promise<TestHost> {
  const test = testHost({ manifest: manifestWith({ app }) });
  await test.inApp(async () => {
    for (const [key, value] of Object.entries(records)) await findings().set(key, value);
  });
  return test;
}

const THREE = {
  a: { product: 'shop', tool: 'x', level: 3, open: true },
  b: { product: 'shop', tool: 'x', level: 1, open: false },
  c: { product: 'shop', tool: 'y', level: 2 },
  d: { level: 2 },
};

test('records are read, replaced and deleted by key', async () => {
  const { inApp } = await hostWith({ a: { product: 'shop', body: { deep: [1] } } });
  expect(await inApp(() => findings().get('a'))).toEqual({ product: 'shop', body: { deep: [1] } });
  await inApp(() => findings().set('a', { level: 1 }));
  expect(await inApp(() => findings().get('a'))).toEqual({ level: 1 });
  await inApp(() => findings().delete('a'));
  expect(await inApp(() => findings().get('a'))).toBeUndefined();
});

test('entities and plain values with the same key are different things', async () => {
  const { inApp } = await hostWith({ a: { level: 1 } });
  await inApp(() => kvs.set('a', 'plain'));
  expect(await inApp(() => findings().get('a'))).toEqual({ level: 1 });
  expect(await inApp(() => kvs.query().getMany())).toMatchObject({ results: [{ key: 'a', value: 'plain' }] });
});

test.each([
  ['an attribute that is not declared', { color: 'red' }],
  ['a text as integer', { level: '3' }],
  ['a fraction as integer', { level: 1.5 }],
  ['an integer beyond 32 bits', { level: 2 ** 31 }],
  ['an empty text', { product: '' }],
  ['a blank text', { product: '   ' }],
  ['null', { product: null }],
  ['a list instead of a record', []],
  ['a range value above 900 bytes', { level: 1, product: 'p'.repeat(1_701), tool: 't' }],
])('%s is refused', async (_case, value) => {
  const { inApp } = await hostWith({});
  expect(await failure(inApp(() => findings().set('k', value as Finding)))).toMatchObject({
    code: 'INVALID_ENTITY_VALUE',
  });
});

test('an entity that the manifest does not declare is refused', async () => {
  const { inApp } = await hostWith({});
  expect(await failure(inApp(() => kvs.entity('other').get('k')))).toMatchObject({
    code: 'INVALID_ENTITY_TYPE',
  });
});

test('an index holds one partition in the order of its range', async () => {
  const { inApp } = await hostWith(THREE);
  const keys = (partition: string[], sort = Sort.ASC) =>
    inApp(() => findings().query().index('by-product', { partition }).sort(sort).getMany()).then(
      ({ results }) => results.map(({ key }) => key),
    );
  expect(await keys(['shop', 'x'])).toEqual(['b', 'a']);
  expect(await keys(['shop', 'x'], Sort.DESC)).toEqual(['a', 'b']);
  expect(await keys(['shop', 'z'])).toEqual([]);
  expect(await failure(keys(['shop']))).toMatchObject({ code: 'INVALID_FILTER_VALUES' });
});

test('an index follows changes and deletes', async () => {
  const { inApp } = await hostWith(THREE);
  const keys = () =>
    inApp(() => findings().query().index('level').getMany()).then(({ results }) =>
      results.map(({ key }) => key),
    );
  expect(await keys()).toEqual(['b', 'c', 'd', 'a']);
  await inApp(async () => {
    await findings().set('a', { level: 0 });
    await findings().delete('c');
    await findings().set('b', { product: 'without a level' });
  });
  expect(await keys()).toEqual(['a', 'd']);
});

test.each([
  [WhereConditions.equalTo(2), ['c', 'd']],
  [WhereConditions.greaterThan(2), ['a']],
  [WhereConditions.greaterThanEqualTo(2), ['c', 'd', 'a']],
  [WhereConditions.lessThan(2), ['b']],
  [WhereConditions.lessThanEqualTo(2), ['b', 'c', 'd']],
  [WhereConditions.between(1, 2), ['b', 'c', 'd']],
])('a range condition selects: %j', async (condition, expected) => {
  const { inApp } = await hostWith(THREE);
  const query = (sort: Sort) =>
    inApp(() => findings().query().index('level').where(condition).sort(sort).getMany());
  expect((await query(Sort.ASC)).results.map(({ key }) => key)).toEqual(expected);
  expect((await query(Sort.DESC)).results.map(({ key }) => key)).toEqual([...expected].reverse());
});

test('keys are an index of their own', async () => {
  const { inApp } = await hostWith({ 'x:1': { level: 1 }, 'x:2': { product: 'p' }, y: { level: 1 } });
  const { results } = await inApp(() => findings().query().index('by-key').getMany());
  expect(results.map(({ key }) => key)).toEqual(['x:1', 'x:2', 'y']);
});

test.each([
  [new Filter<Finding>().and('product', FilterConditions.equalTo('shop')), ['b', 'c', 'a']],
  [new Filter<Finding>().and('product', FilterConditions.notEqualTo('shop')), ['d']],
  [new Filter<Finding>().and('product', FilterConditions.contains('ho')), ['b', 'c', 'a']],
  [new Filter<Finding>().and('product', FilterConditions.notContains('ho')), ['d']],
  [
    new Filter<Finding>()
      .and('product', FilterConditions.beginsWith('sh'))
      .and('open', FilterConditions.exists()),
    ['b', 'a'],
  ],
  [new Filter<Finding>().and('open', FilterConditions.notExists()), ['c', 'd']],
  [
    new Filter<Finding>()
      .or('open', FilterConditions.equalTo(true))
      .or('level', FilterConditions.lessThan(2)),
    ['b', 'a'],
  ],
])('filters select within the page (%#)', async (filter, expected) => {
  const { inApp } = await hostWith(THREE);
  const { results } = await inApp(() => findings().query().index('level').filters(filter).getMany());
  expect(results.map(({ key }) => key)).toEqual(expected);
});

test('a filtered page can be empty although more follow', async () => {
  const { inApp } = await hostWith(THREE);
  const query = () =>
    findings()
      .query()
      .index('level')
      .filters(new Filter<Finding>().and('open', FilterConditions.equalTo(true)))
      .limit(2);
  const first = await inApp(() => query().getMany());
  expect(first.results).toEqual([]);
  const second = await inApp(() =>
    query()
      .cursor(first.nextCursor ?? '')
      .getMany(),
  );
  expect(second).toMatchObject({ results: [{ key: 'a' }] });
  expect(second.nextCursor).toBeUndefined();
});

test('pages hold 10 records, on request up to 100', async () => {
  const { inApp } = await hostWith({});
  await inApp(async () => {
    for (let n = 0; n < 101; n += 1) await findings().set(`k${String(n)}`, { level: n });
  });
  const size = (limit?: number) =>
    inApp(() => {
      const query = findings().query().index('level');
      return (limit === undefined ? query : query.limit(limit)).getMany();
    }).then(({ results }) => results.length);
  expect([await size(), await size(100)]).toEqual([10, 100]);
  expect(await failure(size(101))).toMatchObject({ code: 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE' });
});

test.each([
  ['an unknown index', () => findings().query().index('nope'), 'INVALID_ENTITY_INDEX', 400],
  [
    'a prefix of a number',
    () => findings().query().index('level').where(WhereConditions.beginsWith('1')),
    'INVALID_FILTER_CONDITION',
    400,
  ],
  [
    'a filter on an attribute of type any',
    () => byLevel(new Filter<Finding>().and('body', FilterConditions.equalTo(1))),
    'INVALID_FILTER_CONDITION',
    422,
  ],
  [
    'a filter on an unknown attribute',
    () => byLevel(new Filter<Finding>().and('nope', FilterConditions.equalTo(1))),
    'INVALID_FILTER_CONDITION',
    400,
  ],
  [
    'a text search in a number',
    () => byLevel(new Filter<Finding>().and('level', FilterConditions.contains('1'))),
    'INVALID_FILTER_CONDITION',
    400,
  ],
])('%s is refused', async (_case, query, code, status) => {
  const { inApp } = await hostWith(THREE);
  expect(await failure(inApp(() => query().getMany()))).toMatchObject({ code, responseDetails: { status } });
});

type Filtered = Parameters<
  ReturnType<ReturnType<ReturnType<typeof findings>['query']>['index']>['filters']
>[0];

function byLevel(filter: Filtered) {
  return findings().query().index('level').filters(filter);
}

test('a transaction does everything or nothing', async () => {
  const { inApp } = await hostWith({ a: { level: 1 } });
  const at = (level: number) => new Filter<Finding>().and('level', FilterConditions.equalTo(level));
  const move = (from: number) =>
    inApp(() =>
      kvs
        .transact()
        .set('plain', from)
        .set<Finding>('a', { level: from + 1 }, { entityName: 'finding', conditions: at(from) })
        .delete('gone', { entityName: 'finding' })
        .execute(),
    );
  expect(await failure(move(5))).toMatchObject({ code: 'CONDITIONAL_CHECK_FAILED' });
  expect(await inApp(() => kvs.get('plain'))).toBeUndefined();
  await move(1);
  expect(await inApp(() => findings().get('a'))).toEqual({ level: 2 });
  expect(await inApp(() => kvs.get('plain'))).toBe(1);
});

test('a condition can demand that a record is not there yet, so that one of many wins', async () => {
  const { inApp } = await hostWith({});
  const fresh = new Filter<Finding>().and('level', FilterConditions.notExists());
  const claim = (level: number) =>
    kvs.transact().set<Finding>('a', { level }, { entityName: 'finding', conditions: fresh }).execute();
  const results = await inApp(() => Promise.allSettled([claim(1), claim(2)]));
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a check guards a transaction without changing its record', async () => {
  const { inApp } = await hostWith({ a: { open: true } });
  const check = (open: boolean) =>
    inApp(() =>
      kvs
        .transact()
        .check('a', {
          entityName: 'finding',
          conditions: new Filter<Finding>().and('open', FilterConditions.equalTo(open)),
        })
        .set('b', 1)
        .execute(),
    );
  expect(await failure(check(false))).toMatchObject({ code: 'CONDITIONAL_CHECK_FAILED' });
  await check(true);
  expect(await inApp(() => kvs.get('b'))).toBe(1);
  expect(await inApp(() => findings().get('a'))).toEqual({ open: true });
});

test('a transaction takes 25 operations and each key once, and counts as one write', async () => {
  const { inApp, host } = await hostWith({});
  const many = (n: number) =>
    inApp(() => {
      const transaction = kvs.transact();
      for (let i = 0; i < n; i += 1) transaction.set(`k${String(i)}`, i);
      return transaction.execute();
    });
  expect(await failure(many(26))).toMatchObject({ code: 'TOO_MANY_OPERATIONS' });
  const before = host.kvs.use.writeUnits;
  await many(25);
  expect(host.kvs.use.writeUnits - before).toBe(1);
  expect(await failure(inApp(() => kvs.transact().set('a', 1).delete('a').execute()))).toMatchObject({
    code: 'DUPLICATE_KEYS',
  });
});

test('a wrong value in a transaction leaves everything as it was', async () => {
  const { inApp } = await hostWith({});
  const wrong = inApp(() =>
    kvs.transact().set('good', 1).set('bad', { level: 'x' }, { entityName: 'finding' }).execute(),
  );
  expect(await failure(wrong)).toMatchObject({ code: 'INVALID_ENTITY_VALUE' });
  expect(await inApp(() => kvs.get('good'))).toBeUndefined();
});

test('a batch mixes records and values', async () => {
  const { inApp } = await hostWith({ a: { level: 1 } });
  await inApp(() =>
    kvs.batchSet<unknown>([
      { key: 'b', value: { level: 2 }, entityName: 'finding' },
      { key: 'b', value: 'plain' },
    ]),
  );
  const { successfulKeys } = await inApp(() =>
    kvs.batchGet([{ key: 'a', entityName: 'finding' }, { key: 'b' }]),
  );
  expect(successfulKeys).toEqual([
    { key: 'a', entityName: 'finding', value: { level: 1 } },
    { key: 'b', value: 'plain' },
  ]);
  expect(await inApp(() => findings().get('b'))).toEqual({ level: 2 });
});

test('one record is found among 20,000', async () => {
  const { inApp, host } = await hostWith({});
  await inApp(async () => {
    for (let n = 0; n < 20_000; n += 25) {
      await kvs.batchSet(
        Array.from({ length: 25 }, (_, i) => ({
          key: `k${String(n + i)}`,
          value: { product: 'p', tool: 't', level: n + i },
          entityName: 'finding',
        })),
      );
    }
  });
  const query = () =>
    findings()
      .query()
      .index('by-product', { partition: ['p', 't'] });
  const found = await inApp(() => query().where(WhereConditions.greaterThan(19_998)).getMany());
  expect(found.results.map(({ key }) => key)).toEqual(['k19999']);
  expect(host.kvs.use.writes).toBe(800);
});
