import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import { failure } from './support';
import { findings, hostWith, type Finding } from './support-entities';

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
  ['a range value above 900 bytes', { tool: 't'.repeat(901) }],
  ['a partition above 1,700 bytes', { level: 1, product: 'p'.repeat(1_701), tool: 't' }],
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

test('a query takes at most 100 conditions', async () => {
  const { inApp } = await hostWith(THREE);
  const filters = (count: number) => {
    const filter = new Filter<Finding>().and('level', FilterConditions.greaterThan(0));
    for (let n = 1; n < count; n += 1) filter.and('level', FilterConditions.greaterThan(0));
    return filter;
  };
  const query = (count: number) => inApp(() => byLevel(filters(count)).getMany());
  expect((await query(100)).results).toHaveLength(4);
  expect(await failure(query(101))).toMatchObject({ code: 'INVALID_FILTER_VALUES' });
});

type Filtered = Parameters<
  ReturnType<ReturnType<ReturnType<typeof findings>['query']>['index']>['filters']
>[0];

function byLevel(filter: Filtered) {
  return findings().query().index('level').filters(filter);
}

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
