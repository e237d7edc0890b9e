import { PEOPLE } from './seed';
import { testSite } from './test-site';
import type { JsonObject } from './json';

describe('moving an issue', () => {
  test('changes the key, and the old one still finds it under the new key', () => {
    const { app, create, site } = testSite();
    const key = create('WEB');
    expect(site.moveIssue(key, 'OPS', PEOPLE.admin)).toBe('OPS-1');
    const answer = app('GET', `issue/${key}`);
    expect(answer).toMatchObject({ status: 200, data: { id: '10000', key: 'OPS-1' } });
    const fetched = app('POST', 'issue/bulkfetch', { issueIdsOrKeys: [key], fields: ['summary'] }).data;
    expect(fetched).toMatchObject({ issues: [{ key: 'OPS-1' }], issueErrors: [] });
  });

  test('never gives an old key to another issue', () => {
    const { create, site } = testSite();
    site.moveIssue(create('WEB'), 'OPS', PEOPLE.admin);
    expect(create('WEB')).toBe('WEB-2');
  });

  test('keeps what the new project knows and drops what it does not', () => {
    const { app, create, site } = testSite();
    const key = create('PAY', {
      components: [{ name: 'Ledger' }],
      customfield_10050: { value: 'Staging' },
      labels: ['kept'],
      priority: { name: 'High' },
    });
    site.moveIssue(key, 'OPS', PEOPLE.admin);
    const fields = app('GET', `issue/${key}`).data['fields'] as JsonObject;
    expect(fields).toMatchObject({
      labels: ['kept'],
      components: [],
      priority: { name: 'P3' },
      project: { key: 'OPS' },
    });
    expect(fields).not.toHaveProperty('customfield_10050');
  });

  test('is told as an update with the key and the project in its changelog', () => {
    const { create, site, events } = testSite();
    const key = create('WEB');
    site.moveIssue(key, 'SEC', PEOPLE.admin);
    expect(events.at(-1)).toMatchObject({
      name: 'avi:jira:updated:issue',
      payload: {
        jiraEventTypeName: 'issue_moved',
        issue: { key: 'SEC-1' },
        changelog: {
          items: [
            { field: 'project', toString: 'Security' },
            { field: 'Key', fromString: 'WEB-1', toString: 'SEC-1' },
            { field: 'status', toString: 'Open' },
          ],
        },
      },
    });
  });

  test('is found by search in the new project only', () => {
    const { create, site, find } = testSite();
    site.moveIssue(create('WEB'), 'OPS', PEOPLE.admin);
    expect(find('project = WEB')).toEqual([]);
    expect(find('key = WEB-1')).toEqual(['OPS-1']);
  });
});

describe('deleting an issue', () => {
  test('leaves no trace: the key finds nothing, links of others are gone', () => {
    const { app, create } = testSite();
    const [gone, left] = [create('WEB'), create('SEC')];
    app('POST', 'issueLink', {
      type: { name: 'Relates' },
      inwardIssue: { key: gone },
      outwardIssue: { key: left },
    });
    expect(app('DELETE', `issue/${gone}`)).toMatchObject({ status: 204, value: undefined });
    expect(app('GET', `issue/${gone}`).status).toBe(404);
    expect(app('DELETE', `issue/${gone}`).status).toBe(404);
    expect(app('GET', `issue/${left}?fields=issuelinks`).data['fields']).toEqual({ issuelinks: [] });
  });

  test('with sub-tasks must be asked for', () => {
    const { app, create, find } = testSite();
    const parent = create('WEB');
    create('WEB', { issuetype: { name: 'Sub-task' }, parent: { key: parent } });
    expect(app('DELETE', `issue/${parent}`).status).toBe(400);
    expect(app('DELETE', `issue/${parent}?deleteSubtasks=true`).status).toBe(204);
    expect(find('project = WEB')).toEqual([]);
  });

  test('leaves the children of an epic without a parent', () => {
    const { app, create } = testSite();
    const epic = create('WEB', { issuetype: { name: 'Epic' } });
    const child = create('WEB', { parent: { key: epic } });
    app('DELETE', `issue/${epic}`);
    expect(app('GET', `issue/${child}?fields=parent`).data['fields']).toEqual({ parent: null });
  });
});

describe('archived and trashed projects', () => {
  test('archived issues can be read but neither found nor changed', () => {
    const { app, create, site, find } = testSite();
    const key = create('WEB');
    site.archiveProject('WEB');
    expect(app('GET', `issue/${key}`).status).toBe(200);
    expect(app('PUT', `issue/${key}`, { fields: { summary: 'x' } }).status).toBe(400);
    expect(find('project = WEB')).toEqual([]);
    expect(app('GET', 'project/search').data['total']).toBe(4);
    expect(app('GET', 'project/search?status=archived').data).toMatchObject({
      values: [{ key: 'WEB', archived: true }],
    });
    const fields = { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'x' };
    expect(app('POST', 'issue', { fields }).status).toBe(400);
  });

  test('a trashed project is as good as gone until it is restored', () => {
    const { app, create, site } = testSite();
    const key = create('WEB');
    site.trashProject('WEB');
    expect(app('GET', 'project/WEB').status).toBe(404);
    expect(app('GET', `issue/${key}`).status).toBe(404);
    site.restoreProject('WEB');
    expect(app('GET', `issue/${key}`).status).toBe(200);
  });

  test('renames change names and nothing else', () => {
    const { app, create, site } = testSite();
    const key = create('WEB');
    const before = app('GET', `issue/${key}?fields=status,priority`).data['fields'] as JsonObject;
    site.renameStatus('To Do', 'Backlog');
    site.renamePriority('Medium', 'Normal');
    const after = app('GET', `issue/${key}?fields=status,priority`).data['fields'] as JsonObject;
    expect(after).toMatchObject({
      status: { name: 'Backlog', id: (before['status'] as JsonObject)['id'] },
      priority: { name: 'Normal', id: (before['priority'] as JsonObject)['id'] },
    });
  });
});
