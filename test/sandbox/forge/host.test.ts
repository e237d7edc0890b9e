import api, { asUser, getAppContext, route, webTrigger } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { deliverTwice } from '../faults';
import { failure, manifestWith, START, testHost } from './support';

const myself = () => api.asApp().requestJira(route`/rest/api/3/myself?x=${'a b'}`);

test('a call as the app carries the scopes of the manifest and the encoded path', async () => {
  const { inApp, jira } = testHost();
  expect(await inApp(async () => (await (await myself()).json()) as unknown)).toEqual({ ok: true });
  const [call] = jira.calls;
  expect(call?.request).toEqual({ method: 'GET', path: '/rest/api/3/myself?x=a%20b', headers: {} });
  expect(call?.caller).toEqual({ kind: 'app', scopes: new Set(['storage:app', 'read:jira-work']) });
});

test('a body without a type is sent as JSON, and another type stays', async () => {
  const { inApp, jira } = testHost();
  await inApp(async () => {
    await api.asApp().requestJira(route`/rest/api/3/a`, { method: 'post', body: '{}' });
    await api.asApp().requestJira(route`/rest/api/3/b`, {
      method: 'PUT',
      body: 'x',
      headers: { 'Content-Type': 'text/plain' },
    });
  });
  expect(
    jira.calls.map(({ request }) => [request.method, request.headers['content-type'], request.body]),
  ).toEqual([
    ['POST', 'application/json', '{}'],
    ['PUT', 'text/plain', 'x'],
  ]);
});

test('an answer without a body and its headers reach the app', async () => {
  const { inApp, jira } = testHost();
  jira.answer = () => ({ status: 204, headers: { 'x-trace': 't' }, body: '' });
  const response = await inApp(myself);
  expect([response.status, response.headers.get('x-trace'), await response.text()]).toEqual([204, 't', '']);
});

test('nobody can be impersonated from a web trigger', async () => {
  const { inApp, jira } = testHost();
  const asNobody = inApp(() => asUser().requestJira(route`/rest/api/3/myself`));
  expect(await failure(asNobody)).toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR', status: 401 });
  const asSomebody = inApp(() => asUser('person').requestJira(route`/rest/api/3/myself`));
  expect(await failure(asSomebody)).toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR' });
  expect(jira.calls).toEqual([]);
});

test('where the manifest allows impersonation the app may act for a person who is away', async () => {
  const scopes = { 'read:jira-work': { allowImpersonation: true } };
  const { inApp, jira } = testHost({ manifest: manifestWith({ permissions: { scopes } }) });
  await inApp(() => asUser('person').requestJira(route`/rest/api/3/myself`));
  expect(jira.calls[0]?.caller).toEqual({ kind: 'user', accountId: 'person' });
});

test('two installations in one process share nothing', async () => {
  const [one, two] = [testHost(), testHost()];
  await Promise.all([
    one.inApp(() => kvs.set('who', 'one').then(myself)),
    two.inApp(() => kvs.set('who', 'two')),
  ]);
  expect(await Promise.all([one.inApp(() => kvs.get('who')), two.inApp(() => kvs.get('who'))])).toEqual([
    'one',
    'two',
  ]);
  expect([one.jira.calls.length, two.jira.calls.length]).toEqual([1, 0]);
  const ids = [one, two].map(({ inApp }) => inApp(() => Promise.resolve(getAppContext().installationAri)));
  expect(new Set((await Promise.all(ids)).map(String)).size).toBe(2);
});

test('outside an invocation the platform cannot be reached', async () => {
  testHost();
  await expect(kvs.get('a')).rejects.toThrow('outside an invocation');
});

test('what an invocation leaves behind unawaited is not carried out', async () => {
  const { inApp, jira, host } = testHost();
  let later: Promise<unknown> = Promise.resolve();
  await inApp(() => {
    later = new Promise((resolve) => setImmediate(resolve)).then(myself);
    return Promise.resolve();
  });
  await Promise.race([later, new Promise((resolve) => setTimeout(resolve, 20))]);
  expect(jira.calls).toEqual([]);
  expect(host.journal.entries.map(({ text }) => text)).toContainEqual(
    expect.stringContaining('after the end'),
  );
});

test('an invocation that takes longer than its limit is stopped on the virtual clock', async () => {
  const { inApp, clock, jira, host } = testHost({ latency: ({ on }) => (on === 'jira' ? 20_000 : 0) });
  const slow = inApp(async () => {
    for (let n = 0; n < 4; n += 1) await myself();
  });
  await expect(slow).rejects.toThrow('ended with 424');
  expect(jira.calls).toHaveLength(3);
  expect(clock.now()).toBe(START + 55_000);
  expect(host.journal.entries.map(({ text }) => text)).toContainEqual(
    expect.stringContaining('FUNCTION_TIME_OUT'),
  );
});

test('the time that answers take runs side by side for calls side by side', async () => {
  const { inApp, clock } = testHost({ latency: () => 50 });
  await inApp(() => Promise.all([myself(), myself(), myself()]));
  expect(clock.now()).toBe(START + 50);
  await inApp(async () => {
    await myself();
    await myself();
  });
  expect(clock.now()).toBe(START + 150);
});

test('the app can ask how much time is left', async () => {
  const { inApp } = testHost({ latency: () => 5_000 });
  const left = await inApp(async () => {
    await myself();
    return getAppContext().invocationRemainingTimeInMillis();
  });
  expect(left).toBe(50_000);
});

test('log lines beyond 100 for each minute of the limit are dropped', async () => {
  const { inApp, host } = testHost();
  await inApp(() => {
    for (let n = 0; n < 101; n += 1) console.log('line %d', n);
    return Promise.resolve();
  });
  const logged = host.journal.entries.filter(({ kind }) => kind === 'log');
  expect(logged.map(({ text }) => text).at(-1)).toBe('log: line 99');
  expect(host.journal.entries.at(-1)?.text).toContain('1 log lines dropped');
});

test('log beyond 200 KB is dropped', async () => {
  const { inApp, host } = testHost();
  await inApp(() => {
    for (let n = 0; n < 3; n += 1) console.warn('x'.repeat(100 * 1024));
    return Promise.resolve();
  });
  expect(host.journal.entries.filter(({ kind }) => kind === 'log')).toHaveLength(2);
});

test('the journal tells live what happens and keeps only the newest', async () => {
  const { inApp, host } = testHost();
  const heard: string[] = [];
  const stop = host.journal.subscribe(({ text }) => heard.push(text));
  await inApp(myself);
  stop();
  await inApp(() => kvs.get('a'));
  expect(heard).toContain('GET /rest/api/3/myself?x=a%20b → 200');
  expect(heard).not.toContain('POST /api/v1/get → 404');
  await inApp(async () => {
    for (let n = 0; n < 5_000; n += 1) await myself();
  });
  expect(host.journal.entries.length).toBeLessThanOrEqual(4_000);
});

test('a schedule runs on demand, and by the clock about five minutes after the installation first', async () => {
  const modules = { scheduledTrigger: [{ key: 'sweep', function: 'main', interval: 'hour' as const }] };
  const test = testHost({ manifest: manifestWith({ modules }) });
  const runs: { at: number; body: unknown }[] = [];
  test.main = (body) => {
    runs.push({ at: test.clock.now() - START, body });
  };
  await test.host.runSchedule('sweep');
  expect(runs).toMatchObject([
    { body: { context: { moduleKey: 'sweep', cloudId: test.host.identity.cloudId } } },
  ]);
  expect(await test.host.runUntilIdle()).toBe(0);
  await test.host.runUntilIdle({ schedules: true, maxVirtualMs: 2 * 3_600_000 });
  expect(runs.map(({ at }) => at)).toEqual([0, 300_000, 3_900_000]);
  expect(test.clock.now()).toBe(START + 2 * 3_600_000);
});

test('a schedule may run twice', async () => {
  const modules = { scheduledTrigger: [{ key: 'sweep', function: 'main', interval: 'hour' as const }] };
  const test = testHost({ manifest: manifestWith({ modules }) });
  let runs = 0;
  test.main = () => {
    runs += 1;
  };
  test.host.faults.add(deliverTwice('schedule'));
  await test.host.runUntilIdle({ schedules: true, maxVirtualMs: 2 * 3_600_000 });
  expect(runs).toBe(3);
});

test('a schedule that throws is not retried', async () => {
  const modules = { scheduledTrigger: [{ key: 'sweep', function: 'main', interval: 'day' as const }] };
  const test = testHost({ manifest: manifestWith({ modules }) });
  let runs = 0;
  test.main = () => {
    runs += 1;
    throw new Error('broken');
  };
  await test.host.runUntilIdle({ schedules: true, maxVirtualMs: 3_600_000 });
  expect(runs).toBe(1);
});

test('a restart keeps who the installation is, its URLs and what was still to be delivered', async () => {
  const first = testHost();
  await first.inApp(() => new Queue({ key: 'work' }).push({ body: { n: 1 }, delayInSeconds: 60 }));
  const url = first.host.webTriggerUrl('hook').replace('https://', '');
  const snapshot = JSON.parse(JSON.stringify(first.host.snapshot())) as ReturnType<
    typeof first.host.snapshot
  >;
  const second = testHost({ snapshot });
  const bodies: unknown[] = [];
  second.main = (event: { body: unknown }) => bodies.push(event.body);
  expect(second.host.identity).toEqual(first.host.identity);
  expect(second.host.webTriggerUrl('hook')).toContain(url);
  expect(await second.host.drainQueue()).toBe(0);
  await second.host.runUntilIdle();
  expect(bodies).toEqual([{ n: 1 }]);
});

test('what was under way at a restart is delivered again', async () => {
  const first = testHost();
  await first.inApp(() => new Queue({ key: 'work' }).push({ body: { n: 1 } }));
  let snapshot = first.host.snapshot();
  first.main = () => {
    snapshot = first.host.snapshot();
  };
  await first.host.drainQueue();
  expect(snapshot.tasks).toMatchObject([{ data: { body: { n: 1 } } }]);
});

test('the app manages its web trigger URLs', async () => {
  const { inApp, host } = testHost();
  const [url, same, fresh] = await inApp(async () => [
    await webTrigger.getUrl('hook'),
    await webTrigger.getUrl('hook'),
    await webTrigger.getUrl('hook', true),
  ]);
  expect(same).toBe(url);
  expect(fresh).not.toBe(url);
  expect(await host.webTrigger(fresh, { method: 'GET' })).toMatchObject({ status: 200 });
  await inApp(() => webTrigger.deleteUrl(fresh));
  expect(await host.webTrigger(fresh, { method: 'GET' })).toMatchObject({ status: 404 });
  expect(await inApp(() => webTrigger.queryUrls('hook'))).toEqual([{ moduleKey: 'hook', url }]);
  expect(await failure(inApp(() => webTrigger.getUrl('nope')))).toMatchObject({
    message: expect.stringContaining('Failed to get') as string,
  });
});

test('a handler that is not exported is a fault of the manifest, not of the app', async () => {
  const modules = {
    function: [{ key: 'lost', handler: 'index.lost' }],
    webtrigger: [{ key: 'lost', function: 'lost' }],
  };
  const { host } = testHost({ manifest: manifestWith({ modules }) });
  await expect(host.webTrigger('lost', { method: 'GET' })).rejects.toThrow(
    'index.lost is not an exported function',
  );
});

test('start works off queue, events and schedules in the background until it is stopped', async () => {
  const test = testHost();
  const done = new Promise((resolve) => {
    test.main = resolve;
  });
  test.host.start();
  await test.inApp(() => new Queue({ key: 'work' }).push({ body: { n: 1 } }));
  expect(await done).toMatchObject({ body: { n: 1 } });
  test.host.stop();
  test.main = () => {
    throw new Error('stopped');
  };
  await test.inApp(() => new Queue({ key: 'work' }).push({ body: { n: 2 } }));
  expect(test.host.tasks).toHaveLength(1);
});
