import api, { route } from '@forge/api';
import { kvs } from '@forge/kvs';
import { Queue } from '@forge/events';
import Resolver from '@forge/resolver';
import { testHost } from './support';

test('a handler reaches Jira, storage and the queue through the unmodified packages', async () => {
  const { host, jira, ...test } = testHost();
  const seen: unknown[] = [];
  const handlers = testHost();
  handlers.main = async (event: { body?: unknown }) => {
    seen.push(event);
    return { statusCode: 200 };
  };
  void test;
  await handlers.run(async () => {
    const response = await api.asApp().requestJira(route`/rest/api/3/myself?x=${'a b'}`);
    await kvs.set('answer', await response.json());
    await new Queue({ key: 'work' }).push({ body: { n: 1 } });
  });
  expect(await handlers.run(() => kvs.get('answer'))).toEqual({ ok: true });
  expect(
    handlers.jira.calls.map(({ request, caller }) => [request.method, request.path, caller.kind]),
  ).toEqual([['GET', '/rest/api/3/myself?x=a%20b', 'app']]);
  expect(await handlers.host.drainQueue()).toBe(1);
  expect(seen).toMatchObject([{ body: { n: 1 }, queueName: 'work' }]);
  expect(host.identity.installationId).not.toBe(handlers.host.identity.installationId);
  expect(jira.calls).toEqual([]);
});

test('a page calls a resolver as the person in front of it', async () => {
  const test = testHost();
  const resolver = new Resolver();
  resolver.define('whoami', ({ context, payload }) => ({
    who: context['accountId'],
    got: payload as unknown,
  }));
  test.main = resolver.getDefinitions() as never;
  const answer = await test.host.invokeResolver(
    'jira:adminPage',
    'admin',
    'whoami',
    { a: 1 },
    { accountId: 'admin-1' },
  );
  expect(answer).toEqual({ who: 'admin-1', got: { a: 1 } });
});
