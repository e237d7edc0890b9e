import { asUser, authorize, route } from '@forge/api';
import Resolver, { type Request } from '@forge/resolver';
import { json } from './answers';
import { testHost } from './support';

describe('a page', () => {
  const resolver = new Resolver();
  resolver.define('whoami', ({ context, payload }: Request) => ({
    context: { ...context } as object,
    payload: payload as object,
  }));
  resolver.define('jira', () =>
    asUser()
      .requestJira(route`/rest/api/3/myself`)
      .then((answer) => answer.status),
  );
  resolver.define('may', () => authorize().onJira([{ permissions: ['EDIT_ISSUES'], issues: [1] }]));
  resolver.define('long', ({ payload }: Request) => 'x'.repeat((payload as { length: number }).length));
  resolver.define('wrong', () => {
    throw new Error('no such thing');
  });
  const invoke = (test: ReturnType<typeof testHost>, functionKey: string, payload: object = {}) => {
    test.main = resolver.getDefinitions() as never;
    const caller = { accountId: 'admin-1', extension: { issue: { id: '10' } } };
    return test.host.invokeResolver('jira:adminPage', 'admin', functionKey, payload, caller);
  };

  test('calls a resolver as the person in front of it and says where it is shown', async () => {
    const answer = await invoke(testHost(), 'whoami', { a: 1 });
    expect(answer).toMatchObject({
      payload: { a: 1 },
      context: {
        accountId: 'admin-1',
        moduleKey: 'admin',
        siteUrl: 'https://site.example',
        extension: { type: 'jira:adminPage', issue: { id: '10' } },
      },
    });
  });

  test('lets the resolver call Jira as that person, permission checks included', async () => {
    const test = testHost();
    expect(await invoke(test, 'jira')).toBe(200);
    test.jira.answer = () => json(200, { projectPermissions: [{ permission: 'EDIT_ISSUES', issues: [1] }] });
    expect(await invoke(test, 'may')).toEqual([{ permission: 'EDIT_ISSUES', issues: [1] }]);
    expect(test.jira.calls.map(({ request, caller }) => [request.method, request.path, caller])).toEqual([
      ['GET', '/rest/api/3/myself', { kind: 'user', accountId: 'admin-1' }],
      ['POST', '/rest/api/3/permissions/check', { kind: 'user', accountId: 'admin-1' }],
    ]);
  });

  test('and its resolver exchange JSON, nothing else', async () => {
    const test = testHost();
    test.main = (body: object) => ({ gone: undefined, at: new Date(0), ...body });
    const caller = { accountId: 'admin-1' };
    const payload = { gone: undefined, at: new Date(0) };
    const answer = await test.host.invokeResolver('jira:adminPage', 'admin', 'any', payload, caller);
    expect(answer).toMatchObject({
      at: '1970-01-01T00:00:00.000Z',
      call: { payload: { at: '1970-01-01T00:00:00.000Z' } },
    });
    expect(Object.keys(answer as object)).not.toContain('gone');
    test.main = () => 1n;
    const refused = test.host.invokeResolver('jira:adminPage', 'admin', 'any', payload, caller);
    await expect(refused).rejects.toThrow('There was an error invoking the function');
  });

  test('sees an error in the words of the platform', async () => {
    await expect(invoke(testHost(), 'wrong')).rejects.toThrow(
      'There was an error invoking the function - no such thing',
    );
  });

  test('may send 500 KB and receive 5 MB', async () => {
    expect(await invoke(testHost(), 'long', { length: 1, fill: 'x'.repeat(500_000) })).toBe('x');
    await expect(invoke(testHost(), 'long', { length: 1, fill: 'x'.repeat(512_000) })).rejects.toThrow(
      'payload size',
    );
    await expect(invoke(testHost(), 'long', { length: 5 * 1024 * 1024 })).rejects.toThrow('payload size');
  });

  test('calls Jira directly as the person, and that is recorded too', async () => {
    const test = testHost();
    await test.host.requestJira('admin-1', {
      method: 'GET',
      path: '/rest/api/3/project/search',
      headers: {},
    });
    expect(test.jira.calls[0]?.caller).toEqual({ kind: 'user', accountId: 'admin-1' });
    expect(test.host.recorder.calls).toMatchObject([{ path: '/rest/api/3/project/search', status: 200 }]);
  });
});
