import api, { route } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { crashAfterCall, fail, failStorage, rateLimit, timeOutAfter, timeOutBefore } from '../faults';
import { failure, START, testHost } from './support';

const create = () =>
  api.asApp().requestJira(route`/rest/api/3/issue/bulk`, { method: 'POST', body: '{"n":1}' });
const read = () => api.asApp().requestJira(route`/rest/api/3/issue/A-1`);

test('a refused call is not carried out, and only the calls that were meant are refused', async () => {
  const { inApp, host, jira } = testHost();
  host.faults.add(fail(503, { path: /issue\/bulk/, nth: 2, times: 2 }, { errorMessages: ['down'] }));
  const statuses = await inApp(async () => {
    const answers = [await read(), await create(), await create(), await create(), await create()];
    return [answers.map(({ status }) => status), await answers[2]?.json()] as const;
  });
  expect(statuses).toEqual([[200, 200, 503, 503, 200], { errorMessages: ['down'] }]);
  expect(jira.calls).toHaveLength(3);
});

test('a fault can be aimed by method and body, and taken back', async () => {
  const { inApp, host } = testHost();
  const takeBack = host.faults.add(
    fail(500, { method: 'get', times: Infinity }),
    fail(502, { body: /"n":1/, times: Infinity }),
  );
  const statuses = () =>
    inApp(() => Promise.all([read(), create()])).then((answers) => answers.map(({ status }) => status));
  expect(await statuses()).toEqual([500, 502]);
  takeBack();
  expect(await statuses()).toEqual([200, 200]);
  host.faults.add(fail(500, { times: Infinity }));
  host.faults.clear();
  expect(await statuses()).toEqual([200, 200]);
});

test('a time-out before acting leaves Jira as it was, one after acting does not', async () => {
  const { inApp, host, jira } = testHost();
  host.faults.add(timeOutBefore({ path: /bulk/ }));
  expect(await failure(inApp(create))).toMatchObject({
    name: 'TypeError',
    message: 'fetch failed',
    cause: { code: 'UND_ERR_HEADERS_TIMEOUT' },
  });
  expect(jira.calls).toHaveLength(0);
  host.faults.add(timeOutAfter({ path: /bulk/ }));
  expect(await failure(inApp(create))).toMatchObject({ message: 'fetch failed' });
  expect(jira.calls).toHaveLength(1);
});

test('a time-out can show as 504', async () => {
  const { inApp, host, jira } = testHost();
  host.faults.add(timeOutAfter({}, '504'));
  expect((await inApp(create)).status).toBe(504);
  expect(jira.calls).toHaveLength(1);
});

test('an answer that never comes costs the invocation all its time', async () => {
  const { inApp, host, clock } = testHost();
  host.faults.add(timeOutBefore({}, 'silence'));
  await expect(inApp(create)).rejects.toThrow('ended with 424');
  expect(clock.now()).toBe(START + 55_000);
});

test('a crash lets the nth call happen and nothing after it; the queue delivers again', async () => {
  const test = testHost();
  const attempts: number[] = [];
  test.main = async () => {
    attempts.push(test.clock.now() - START);
    await create();
    await kvs.set('after', attempts.length);
    await read();
  };
  test.host.faults.add(crashAfterCall(1, { path: /bulk/ }));
  await test.inApp(() => new Queue({ key: 'work' }).push({ body: {} }));
  await test.host.drainQueue();
  expect(test.jira.calls).toHaveLength(1);
  expect(await test.inApp(() => kvs.get('after'))).toBeUndefined();
  await test.host.runUntilIdle();
  expect(attempts).toEqual([0, 30_000]);
  expect(await test.inApp(() => kvs.get('after'))).toBe(2);
});

test('a crash can come after the nth storage call', async () => {
  const { inApp, host } = testHost();
  host.faults.add(crashAfterCall(2, { on: 'kvs' }));
  const dying = inApp(async () => {
    for (const n of [1, 2, 3]) await kvs.set(`k${String(n)}`, n);
  });
  await expect(dying).rejects.toThrow('ended with 424');
  expect(await inApp(async () => [await kvs.get('k2'), await kvs.get('k3')])).toEqual([2, undefined]);
});

test('a rate limit comes with the headers of Jira, or as bare as from a gateway', async () => {
  const { inApp, host } = testHost();
  host.faults.add(rateLimit({ reason: 'jira-burst-based', retryAfter: 7 }), rateLimit({ nth: 2 }));
  const [limited, bare] = await inApp(async () => [await create(), await create()]);
  expect([
    limited.status,
    limited.headers.get('retry-after'),
    limited.headers.get('ratelimit-reason'),
  ]).toEqual([429, '7', 'jira-burst-based']);
  expect([bare.status, bare.headers.get('retry-after')]).toEqual([429, null]);
});

test('storage and queue can fail too', async () => {
  const { inApp, host } = testHost();
  host.faults.add(failStorage(429, 'TOO_MANY_REQUESTS', { path: /set/ }), fail(500, { on: 'queue' }));
  expect(await failure(inApp(() => kvs.set('a', 1)))).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(await inApp(() => kvs.get('a'))).toBeUndefined();
  expect(await failure(inApp(() => new Queue({ key: 'work' }).push({ body: {} })))).toMatchObject({
    message: expect.stringContaining('500') as string,
  });
  expect(host.tasks).toEqual([]);
});

test('only what Jira itself answered is recorded', async () => {
  const { inApp, host } = testHost();
  host.faults.add(fail(503, { path: /bulk/ }), timeOutAfter({ path: /bulk/, nth: 2 }));
  await inApp(async () => {
    await create();
    await create().catch(() => undefined);
    await read();
  });
  expect(host.recorder.calls.map(({ path, status }) => [path, status])).toEqual([
    ['/rest/api/3/issue/bulk', 200],
    ['/rest/api/3/issue/A-1', 200],
  ]);
});
