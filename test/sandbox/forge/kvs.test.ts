import { kvs, MetadataField, WhereConditions } from '@forge/kvs';
import { failure, manifestWith, START, testHost } from './support';

const HOUR = 3_600_000;

test('values, metadata and deletes behave as documented', async () => {
  const { inApp, clock } = testHost();
  await inApp(() => kvs.set('a', { n: 1 }));
  clock.advance(1_000);
  await inApp(() => kvs.set('a', { n: 2 }));
  const fields = [MetadataField.CREATED_AT, MetadataField.UPDATED_AT, MetadataField.EXPIRE_TIME];
  expect(await inApp(() => kvs.get('a', { metadataFields: fields }))).toEqual({
    key: 'a',
    value: { n: 2 },
    createdAt: START,
    updatedAt: START + 1_000,
  });
  await inApp(() => kvs.delete('a'));
  await inApp(() => kvs.delete('a'));
  expect(await inApp(() => kvs.get('a'))).toBeUndefined();
});

test('a value that was handed out is not changed by later writes', async () => {
  const { inApp } = testHost();
  const [before, after] = await inApp(async () => {
    await kvs.set('a', { list: [1] });
    const value = await kvs.get<{ list: number[] }>('a');
    value?.list.push(2);
    return [value, await kvs.get('a')];
  });
  expect([before, after]).toEqual([{ list: [1, 2] }, { list: [1] }]);
});

test('FAIL_IF_EXISTS lets exactly one of many win', async () => {
  const { inApp } = testHost();
  const results = await inApp(() =>
    Promise.allSettled([1, 2, 3, 4].map((n) => kvs.set('claim', n, { keyPolicy: 'FAIL_IF_EXISTS' }))),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const lost = results.find((result) => result.status === 'rejected');
  expect(lost?.reason).toMatchObject({ code: 'KEY_CONFLICT', responseDetails: { status: 409 } });
});

test('a set answers the value before or after on request', async () => {
  const { inApp } = testHost();
  await inApp(() => kvs.set('a', 1));
  expect(await inApp(() => kvs.set('a', 2, { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' }))).toEqual({
    key: 'a',
    value: 1,
  });
  expect(await inApp(() => kvs.set('a', 3, { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' }))).toEqual({
    key: 'a',
    value: 3,
  });
});

test('an expired value is still handed out for 48 hours and blocks its key, until it is cleaned up', async () => {
  const { inApp, clock, host } = testHost();
  await inApp(() => kvs.set('lease', 'mine', { keyPolicy: 'OVERRIDE', ttl: { value: 1, unit: 'MINUTES' } }));
  clock.advance(HOUR);
  expect(await inApp(() => kvs.get('lease', { metadataFields: [MetadataField.EXPIRE_TIME] }))).toEqual({
    key: 'lease',
    value: 'mine',
    expireTime: new Date(START + 60_000).toISOString(),
  });
  const claim = (): Promise<void> => inApp(() => kvs.set('lease', 'yours', { keyPolicy: 'FAIL_IF_EXISTS' }));
  expect(await failure(claim())).toMatchObject({ code: 'KEY_CONFLICT' });
  clock.advance(48 * HOUR);
  expect(await inApp(() => kvs.get('lease'))).toBeUndefined();
  await claim();
  await inApp(() => kvs.set('other', 1, { keyPolicy: 'OVERRIDE', ttl: { value: 1, unit: 'SECONDS' } }));
  clock.advance(2_000);
  host.kvs.removeExpired();
  expect(await inApp(() => kvs.get('other'))).toBeUndefined();
});

test.each([
  ['of more than a year', { value: 9_000, unit: 'HOURS' as const }],
  ['of nothing', { value: 0, unit: 'DAYS' as const }],
  ['of a part of a second', { value: 0.5, unit: 'SECONDS' as const }],
])('a time to live %s is refused', async (_case, ttl) => {
  const { inApp } = testHost();
  const set = inApp(() => kvs.set('a', 1, { keyPolicy: 'OVERRIDE', ttl }));
  expect(await failure(set)).toMatchObject({ code: 'INVALID_OPTIONS' });
});

test('secrets live apart from values and are never found by a query', async () => {
  const { inApp } = testHost();
  await inApp(async () => {
    await kvs.setSecret('a', 'hush');
    await kvs.set('a', 'open');
  });
  expect(await inApp(() => kvs.getSecret('a'))).toBe('hush');
  expect(await inApp(() => kvs.query().getMany())).toEqual({ results: [{ key: 'a', value: 'open' }] });
  await inApp(() => kvs.deleteSecret('a'));
  expect(await inApp(() => kvs.getSecret('a'))).toBeUndefined();
});

test('a query by prefix goes through the keys in order, page by page', async () => {
  const { inApp } = testHost();
  await inApp(async () => {
    for (const key of ['b:2', 'a:1', 'b:3', 'c:1', 'b:1']) await kvs.set(key, key);
  });
  const query = (cursor?: string) =>
    inApp(() => {
      const first = kvs.query().where('key', WhereConditions.beginsWith('b:')).limit(2);
      return (cursor === undefined ? first : first.cursor(cursor)).getMany();
    });
  const { results, nextCursor } = await query();
  expect(results.map(({ key }) => key)).toEqual(['b:1', 'b:2']);
  const rest = await query(nextCursor);
  expect(rest).toEqual({ results: [{ key: 'b:3', value: 'b:3' }], nextCursor: undefined });
  const other = inApp(() =>
    kvs
      .query()
      .cursor(nextCursor ?? '')
      .getMany(),
  );
  expect(await failure(other)).toMatchObject({ code: 'INVALID_CURSOR' });
});

test('queries lag behind while reads by key do not', async () => {
  const { inApp, clock } = testHost({ queryLagMs: 5_000 });
  await inApp(() => kvs.set('a', 1));
  clock.advance(4_000);
  await inApp(() => kvs.set('b', 1));
  const found = () => inApp(() => kvs.query().getMany()).then(({ results }) => results.map(({ key }) => key));
  expect(await found()).toEqual([]);
  clock.advance(1_000);
  expect(await found()).toEqual(['a']);
  await inApp(() => kvs.delete('a'));
  expect(await found()).toEqual(['a']);
  expect(await inApp(() => kvs.get('a'))).toBeUndefined();
  clock.advance(5_000);
  expect(await found()).toEqual(['b']);
});

test.each([
  ['an empty key', '', 1, 'KEY_TOO_SHORT'],
  ['a key of 501 characters', 'k'.repeat(501), 1, 'KEY_TOO_LONG'],
  ['a key with a slash', 'a/b', 1, 'INVALID_KEY'],
  ['a key of blanks', '  ', 1, 'INVALID_KEY'],
  ['a value above 240 KiB', 'k', 'v'.repeat(240 * 1024), 'MAX_SIZE'],
  ['a value of depth 32', 'k', nested(32), 'MAX_DEPTH'],
  ['no value', 'k', null, 'INVALID_VALUE'],
])('%s is refused', async (_case, key, value, code) => {
  const { inApp } = testHost();
  expect(await failure(inApp(() => kvs.set(key, value)))).toMatchObject({
    code,
    responseDetails: { status: 400 },
  });
});

test('the largest keys, values and depths are taken', async () => {
  const { inApp } = testHost();
  await inApp(() => kvs.set('k'.repeat(500), 'v'.repeat(240 * 1024 - 2)));
  await inApp(() => kvs.set('deep', nested(31)));
});

test('without the scope there is no storage', async () => {
  const { inApp } = testHost({ manifest: manifestWith({ permissions: { scopes: ['read:jira-work'] } }) });
  expect(await failure(inApp(() => kvs.get('a')))).toMatchObject({ code: 'FORBIDDEN' });
});

test('requests count in units of 10 KB and 4,000 a minute are allowed each way', async () => {
  const { inApp, clock, host } = testHost();
  await inApp(() => kvs.set('large', 'v'.repeat(64_900)));
  expect(host.kvs.use).toMatchObject({ writes: 1, writeUnits: 7, reads: 0 });
  await inApp(() => kvs.get('large'));
  expect(host.kvs.use).toMatchObject({ reads: 1, readUnits: 7 });
  await inApp(() => kvs.get('missing'));
  expect(host.kvs.use).toMatchObject({ reads: 2, readUnits: 8 });
  const many = 'v'.repeat(200_000);
  await inApp(async () => {
    for (let n = 0; n < 190; n += 1) await kvs.set('large', many);
  });
  const refused = await failure(inApp(() => kvs.set('large', many)));
  expect(refused).toMatchObject({ code: 'TOO_MANY_REQUESTS', responseDetails: { status: 429 } });
  expect(await inApp(() => kvs.get('missing'))).toBeUndefined();
  clock.advance(60_000);
  await inApp(() => kvs.set('large', many));
});

test('a batch stores, reads and deletes what it can and says what it could not', async () => {
  const { inApp, host } = testHost();
  const stored = await inApp(() =>
    kvs.batchSet([
      { key: 'a', value: 1 },
      { key: 'b/', value: 2 },
    ]),
  );
  expect(stored).toMatchObject({
    successfulKeys: [{ key: 'a' }],
    failedKeys: [{ key: 'b/', error: { code: 'INVALID_KEY' } }],
  });
  const read = await inApp(() => kvs.batchGet([{ key: 'a' }, { key: 'c' }]));
  expect(read).toMatchObject({
    successfulKeys: [{ key: 'a', value: 1 }],
    failedKeys: [{ key: 'c', error: { code: 'KEY_NOT_FOUND' } }],
  });
  expect(host.kvs.use).toMatchObject({ writes: 1, writeUnits: 1, reads: 1, readUnits: 1 });
  await inApp(() => kvs.batchDelete([{ key: 'a' }, { key: 'c' }]));
  expect(await inApp(() => kvs.get('a'))).toBeUndefined();
});

test('a batch takes 1 to 25 different keys and no key policy', async () => {
  const { inApp } = testHost();
  const items = (n: number) => Array.from({ length: n }, (_, i) => ({ key: `k${String(i)}`, value: i }));
  await inApp(() => kvs.batchSet(items(25)));
  expect(await failure(inApp(() => kvs.batchSet(items(26))))).toMatchObject({ code: 'TOO_MANY_OPERATIONS' });
  expect(await failure(inApp(() => kvs.batchSet([])))).toMatchObject({ code: 'TOO_MANY_OPERATIONS' });
  expect(await failure(inApp(() => kvs.batchSet([...items(1), ...items(1)])))).toMatchObject({
    code: 'DUPLICATE_KEYS',
  });
  const policy = { keyPolicy: 'FAIL_IF_EXISTS' } as object;
  const result = await inApp(() => kvs.batchSet([{ key: 'a', value: 1, options: policy }]));
  expect(result.failedKeys).toMatchObject([{ key: 'a', error: { code: 'INVALID_OPTIONS' } }]);
});

test('a payload above 4 MB is refused', async () => {
  const { inApp } = testHost();
  const items = Array.from({ length: 20 }, (_, i) => ({ key: `k${String(i)}`, value: 'v'.repeat(220_000) }));
  expect(await failure(inApp(() => kvs.batchSet(items)))).toMatchObject({ code: 'MAX_SIZE' });
});

test('storage comes back from a snapshot, secrets and expiry included', async () => {
  const first = testHost();
  await first.inApp(async () => {
    await kvs.set('a', { n: 1 }, { keyPolicy: 'OVERRIDE', ttl: { value: 1, unit: 'DAYS' } });
    await kvs.setSecret('s', 'hush');
  });
  const snapshot = JSON.parse(JSON.stringify(first.host.snapshot())) as ReturnType<
    typeof first.host.snapshot
  >;
  const second = testHost({ snapshot });
  expect(await second.inApp(() => kvs.get('a', { metadataFields: [MetadataField.EXPIRE_TIME] }))).toEqual({
    key: 'a',
    value: { n: 1 },
    expireTime: new Date(START + 24 * HOUR).toISOString(),
  });
  expect(await second.inApp(() => kvs.getSecret('s'))).toBe('hush');
  expect(await second.inApp(() => kvs.query().getMany())).toMatchObject({ results: [{ key: 'a' }] });
});

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { in: nested(depth - 1) };
}
