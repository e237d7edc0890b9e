import { createJiraSite } from './site';
import { startSiteServer } from './http-server';
import { PEOPLE, seedSite } from './seed';
import { APP, testClock, testSite } from './test-site';
import { ALL_ROUTES } from './routes/index';

describe('the door', () => {
  test('undocumented paths are a 404 with a JSON body', () => {
    expect(testSite().app('GET', 'teapot')).toMatchObject({
      status: 404,
      data: {
        'status-code': 404,
        message: 'null for uri: https://your-domain.atlassian.net/rest/api/3/teapot',
      },
    });
  });

  test('a known path with another method is a 405', () => {
    expect(testSite().app('DELETE', 'myself').status).toBe(405);
  });

  test('a body that is no JSON, or not said to be, is refused', async () => {
    const { site } = testSite();
    const caller = { kind: 'app', scopes: new Set(APP.scopes) } as const;
    const ask = async (type: string, body: string): Promise<number> => {
      const request = { method: 'POST', path: '/rest/api/3/issue', headers: { 'content-type': type }, body };
      return (await site.handle(request, caller)).status;
    };
    expect(await ask('application/json', '{')).toBe(400);
    expect(await ask('text/plain', '{}')).toBe(415);
  });

  test('every endpoint that is not open names its scopes', () => {
    const open = ALL_ROUTES.filter((route) => route.scopes.length === 0).map(
      ({ method, path }) => `${method} ${path}`,
    );
    expect(open.sort()).toEqual([
      'GET /rest/api/3/priority/search',
      'GET /rest/api/3/search',
      'GET /rest/api/3/serverInfo',
      'POST /rest/api/3/permissions/check',
      'POST /rest/api/3/search',
    ]);
  });
});

describe('a snapshot', () => {
  test('survives a file and restores everything that was there', () => {
    const propertyIndex = [
      { propertyKey: 'f', values: [{ path: 'id', type: 'string', searchAlias: 'fid' }] },
    ] as const;
    const before = testSite({ propertyIndex, taskMs: 5000 });
    const key = before.create('WEB', {}, { properties: [{ key: 'f', value: { id: 'F-1' } }] });
    const child = before.create('WEB', { issuetype: { name: 'Sub-task' }, parent: { key } });
    const link = { type: { name: 'Relates' }, inwardIssue: { key }, outwardIssue: { key: child } };
    before.app('POST', 'issueLink', link);
    before.site.moveIssue(child, 'OPS', PEOPLE.admin, 'Sub-task');
    const inputs = [{ selectedIssueIdsOrKeys: [key], transitionId: '41' }];
    before.person('admin', 'POST', 'bulk/issues/transition', { bulkTransitionInputs: inputs });

    const text = JSON.stringify(before.site.snapshot());
    const clock = testClock(before.clock.now());
    const after = createJiraSite({
      clock,
      options: { propertyIndex },
      snapshot: JSON.parse(text) as never,
      seed: seedSite,
    });
    const read = (path: string): ReturnType<typeof after.call> =>
      after.call({ as: APP, path: `/rest/api/3/${path}` });

    expect(JSON.stringify(after.snapshot())).toBe(text);
    expect(read(`issue/${child}`).data['key']).toBe('OPS-1');
    expect(read(`issue/${key}?fields=subtasks,issuelinks`).data).toMatchObject({
      fields: { subtasks: [{ key: 'OPS-1' }], issuelinks: [{ outwardIssue: { key: 'OPS-1' } }] },
    });
    expect(read('search/jql?jql=fid%20%3D%20%22F-1%22').data['issues']).toHaveLength(1);
    clock.advance(5000);
    expect(read(`issue/${key}?fields=status`).data).toMatchObject({ fields: { status: { name: 'Done' } } });
    const body = { fields: { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'x' } };
    expect(after.call({ as: APP, method: 'POST', path: '/rest/api/3/issue', body }).data['key']).toBe(
      'WEB-3',
    );
  });

  test('is a copy: later changes do not reach it', () => {
    const { site, create, app } = testSite();
    const key = create('WEB');
    const snapshot = site.snapshot();
    app('PUT', `issue/${key}`, { fields: { summary: 'Later' } });
    expect(JSON.stringify(snapshot)).not.toContain('Later');
  });
});

describe('the site on a port', () => {
  test('knows the caller by the user name of Basic authentication', async () => {
    const { site } = testSite();
    const server = await startSiteServer(site, { appScopes: new Set(['read:jira-user']) });
    const ask = async (user: string, path = 'myself'): Promise<Response> => {
      const authorization = `Basic ${Buffer.from(`${user}:token`).toString('base64')}`;
      return fetch(`${server.url}/rest/api/3/${path}`, { headers: { authorization } });
    };
    try {
      expect(await (await ask(PEOPLE.engineer)).json()).toMatchObject({ displayName: 'Security engineer' });
      expect(await (await ask(site.appAccountId)).json()).toMatchObject({ accountType: 'app' });
      expect((await ask(site.appAccountId, 'project/WEB')).status).toBe(401);
      expect((await ask('nobody')).status).toBe(401);
    } finally {
      await server.close();
    }
  });
});

describe('the seeded site', () => {
  test('shows each kind of project', () => {
    const { app } = testSite();
    const { data } = app('GET', 'project/search?orderBy=key');
    expect(data['values']).toMatchObject([
      { key: 'APP', style: 'next-gen', simplified: true },
      { key: 'OPS', style: 'classic', simplified: false },
      { key: 'PAY' },
      { key: 'SEC' },
      { key: 'WEB' },
    ]);
  });

  test('statuses, types and fields of a team-managed project carry its scope', () => {
    const { app, site } = testSite();
    const scope = { type: 'PROJECT', project: { id: site.project('APP').id } };
    const [type] = app('GET', 'project/APP/statuses').value as { statuses: unknown[] }[];
    expect(type?.statuses[0]).toMatchObject({ name: 'To Do', scope });
    expect(app('GET', 'issue/createmeta/APP/issuetypes').data).toMatchObject({
      issueTypes: [{ scope }, {}, {}, {}, {}],
    });
  });

  test('priorities follow the scheme of the project', () => {
    const { app, site } = testSite();
    const names = (key: string): unknown[] => {
      const values = app('GET', `priority/search?projectId=${site.project(key).id}`).data['values'];
      return (values as { name: string; isDefault: boolean }[]).map(({ name, isDefault }) => [
        name,
        isDefault,
      ]);
    };
    expect(names('OPS')).toEqual([
      ['P1', false],
      ['P2', false],
      ['P3', true],
    ]);
    expect(names('APP')).toEqual([]);
    expect(names('WEB')).toHaveLength(5);
  });
});
