import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { failure } from './support';
import { findings, hostWith, type Finding } from './support-entities';

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
