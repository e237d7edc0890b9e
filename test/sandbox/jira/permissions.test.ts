import { PEOPLE } from './seed';
import { APP, testSite } from './test-site';
import type { JsonObject } from './json';

describe('what people may see', () => {
  test('a hidden project and its issues are a 404, like missing ones', () => {
    const { person, create } = testSite();
    const key = create('SEC');
    for (const path of [
      'project/SEC',
      `issue/${key}`,
      `issue/${key}/transitions`,
      'issue/createmeta/SEC/issuetypes',
    ])
      expect(person('developer', 'GET', path).status).toBe(404);
    expect(person('engineer', 'GET', `issue/${key}`).status).toBe(200);
  });

  test('an outsider sees no project', () => {
    const { person } = testSite();
    expect(person('outsider', 'GET', 'project/search').data).toMatchObject({ total: 0, values: [] });
    expect(person('developer', 'GET', 'project/search').data['total']).toBe(4);
  });

  test('a security level hides an issue from those who are not in it', () => {
    const { app, person, create } = testSite();
    const levels = app('GET', 'project/SEC/securitylevel').data['levels'] as JsonObject[];
    const leads = levels.find((level) => level['name'] === 'Leads only');
    const key = create('SEC', { security: { id: leads?.['id'] } });
    expect(person('admin', 'GET', `issue/${key}`).status).toBe(200);
    expect(person('engineer', 'GET', `issue/${key}`).status).toBe(404);
    expect(app('GET', `issue/${key}`).status).toBe(404);
  });

  test('nobody in particular gets a 401', async () => {
    const { site } = testSite();
    const request = { method: 'GET', path: '/rest/api/3/myself', headers: {} };
    expect((await site.handle(request, { kind: 'user', accountId: 'nobody' })).status).toBe(401);
  });
});

describe('what the app may do', () => {
  test('the role of apps can be taken out of a project', () => {
    const { app, create, site } = testSite();
    const key = create('WEB');
    site.removeFromRole('WEB', 'atlassian-addons-project-access', site.appAccountId);
    expect(app('GET', `issue/${key}`).status).toBe(404);
    const fields = { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'x' };
    expect(app('POST', 'issue', { fields }).data['errors']).toEqual({
      project: 'Specify a valid project ID or key',
    });
    site.addToRole('WEB', 'atlassian-addons-project-access', site.appAccountId);
    expect(app('GET', `issue/${key}`).status).toBe(200);
  });

  test('single permissions can be taken from it', () => {
    const { app, create, site } = testSite();
    const key = create('WEB');
    site.revoke('WEB', 'CREATE_ISSUES', 'atlassian-addons-project-access');
    site.revoke('WEB', 'DELETE_ISSUES', 'atlassian-addons-project-access');
    const fields = { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'x' };
    expect(app('POST', 'issue', { fields }).status).toBe(400);
    expect(app('DELETE', `issue/${key}`).status).toBe(403);
    expect(app('GET', 'issue/createmeta/WEB/issuetypes').status).toBe(404);
  });

  test('fields with a permission of their own disappear with it', () => {
    const { app, site } = testSite();
    site.revoke('WEB', 'SCHEDULE_ISSUES', 'atlassian-addons-project-access');
    const fields = {
      project: { key: 'WEB' },
      issuetype: { name: 'Task' },
      summary: 'x',
      duedate: '2026-09-01',
    };
    expect(app('POST', 'issue', { fields }).data['errors']).toEqual({
      duedate: "Field 'duedate' cannot be set. It is not on the appropriate screen, or unknown.",
    });
    const meta = app('GET', 'issue/createmeta/WEB/issuetypes/10002').data['fields'] as JsonObject[];
    expect(meta.map((field) => field['fieldId'])).not.toContain('duedate');
  });

  test('scopes win over permissions', () => {
    const { site, create } = testSite();
    const key = create('WEB');
    const as = { scopes: ['read:jira-work'] };
    const path = `/rest/api/3/issue/${key}`;
    expect(site.call({ as, path }).status).toBe(200);
    expect(site.call({ as, path, method: 'PUT', body: { fields: { summary: 'x' } } })).toMatchObject({
      status: 401,
      data: { code: 401, message: 'Unauthorized; scope does not match' },
    });
    expect(site.call({ as, path: '/rest/api/3/myself' }).status).toBe(401);
  });

  test('the narrow workflow scope is enough where the classic one would do', () => {
    const { site } = testSite();
    const body = { workflowNames: ['Security workflow'] };
    const call = (scopes: string[]): number =>
      site.call({ as: { scopes }, path: '/rest/api/3/workflows', method: 'POST', body }).status;
    expect(call(['read:workflow:jira'])).toBe(200);
    expect(call(['manage:jira-configuration'])).toBe(200);
    expect(call(['read:jira-work'])).toBe(401);
  });

  test('administration stays closed to it whatever its scopes', () => {
    const { site } = testSite();
    const as = { scopes: [...APP.scopes, 'manage:jira-configuration'] };
    expect(site.call({ as, path: '/rest/api/3/statuses/search' }).status).toBe(403);
    expect(site.call({ as, path: '/rest/api/3/issuesecurityschemes' }).status).toBe(403);
  });
});

describe('asking for permissions', () => {
  test.each(['mypermissions', 'mypermissions?permissions=FLY'])('%s is a 400', (path) => {
    expect(testSite().app('GET', path).status).toBe(400);
  });

  test('tells what the caller may do in a project', () => {
    const { app, person } = testSite();
    const path = 'mypermissions?projectKey=WEB&permissions=DELETE_ISSUES,ADMINISTER';
    const held = (answer: { data: JsonObject }): unknown => answer.data['permissions'];
    expect(held(app('GET', path))).toMatchObject({
      DELETE_ISSUES: { havePermission: true, type: 'PROJECT' },
      ADMINISTER: { havePermission: false, type: 'GLOBAL' },
    });
    expect(held(person('developer', 'GET', path))).toMatchObject({
      DELETE_ISSUES: { havePermission: false },
    });
    expect(person('developer', 'GET', 'mypermissions?projectKey=SEC&permissions=EDIT_ISSUES').status).toBe(
      404,
    );
  });

  test('checks projects and issues in bulk, for others only as an admin', () => {
    const { app, person, create, site } = testSite();
    create('SEC');
    const sec = Number(site.project('SEC').id);
    const projectPermissions = [{ permissions: ['EDIT_ISSUES'], projects: [sec], issues: [10000] }];
    expect(app('POST', 'permissions/check', { projectPermissions }).data).toEqual({
      globalPermissions: [],
      projectPermissions: [{ permission: 'EDIT_ISSUES', projects: [sec], issues: [10000] }],
    });
    const other = { accountId: PEOPLE.developer, projectPermissions };
    expect(app('POST', 'permissions/check', other).status).toBe(403);
    expect(person('admin', 'POST', 'permissions/check', other).data).toMatchObject({
      projectPermissions: [{ projects: [], issues: [] }],
    });
  });
});

describe('people', () => {
  test('are found by name and address; a hidden address is matched as a whole and not shown', () => {
    const { app } = testSite();
    expect(app('GET', 'user/search?query=prod').value).toMatchObject([
      { emailAddress: 'product.developer@example.com' },
    ]);
    expect(app('GET', 'user/search?query=outsider@').value).toEqual([]);
    const [hidden] = app('GET', 'user/search?query=outsider@example.com').value as JsonObject[];
    expect(hidden).toMatchObject({ displayName: 'Outsider' });
    expect(hidden).not.toHaveProperty('emailAddress');
  });

  test('only members can be assigned', () => {
    const { app } = testSite();
    const list = (query: string): unknown[] =>
      (app('GET', `user/assignable/search?${query}`).value as JsonObject[]).map(
        (user) => user['displayName'],
      );
    expect(list('project=SEC')).toEqual(['Site admin', 'Security engineer']);
    expect(list('project=WEB&query=prod')).toEqual(['Product developer']);
  });
});
