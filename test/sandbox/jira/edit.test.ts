import { PEOPLE } from './seed';
import { doc, testSite } from './test-site';
import type { JsonObject } from './json';

function fieldsOf(answer: { data: JsonObject }): JsonObject {
  return answer.data['fields'] as JsonObject;
}

describe('editing an issue', () => {
  test('answers 204, or the issue when it is asked for', () => {
    const { app, create } = testSite();
    const key = create('WEB');
    const { status, value } = app('PUT', `issue/${key}`, { fields: { summary: 'New' } });
    expect({ status, value }).toEqual({ status: 204, value: undefined });
    const full = app('PUT', `issue/${key}?returnIssue=true`, { fields: { summary: 'Newer' } });
    expect(full).toMatchObject({ status: 200, data: { key, fields: { summary: 'Newer' } } });
  });

  test('checks no screen, but the field must belong to the project and type', () => {
    const { app, create } = testSite();
    const key = create('WEB');
    expect(app('PUT', `issue/${key}`, { fields: { environment: doc('prod') } }).status).toBe(204);
    expect(
      app('PUT', `issue/${key}`, { fields: { customfield_10050: { value: 'Staging' } } }).data['errors'],
    ).toEqual({
      customfield_10050:
        "Field 'customfield_10050' cannot be set. It is not on the appropriate screen, or unknown.",
    });
  });

  test('stores nothing when one field is refused', () => {
    const { app, create } = testSite();
    const key = create('WEB');
    expect(app('PUT', `issue/${key}`, { fields: { summary: 'New', labels: ['a b'] } }).status).toBe(400);
    expect(fieldsOf(app('GET', `issue/${key}`))['summary']).toBe('A finding');
  });

  test('does not move the issue', () => {
    const { app, create } = testSite();
    const key = create('WEB');
    expect(app('PUT', `issue/${key}`, { fields: { status: { name: 'Done' } } }).status).toBe(400);
    expect(app('PUT', `issue/${key}`, { fields: { summary: 'x' }, transition: { id: '41' } }).status).toBe(
      204,
    );
    expect(app('GET', `issue/${key}?fields=status`).data).toMatchObject({
      fields: { status: { name: 'To Do' } },
    });
  });

  test('adds and removes single labels and components', () => {
    const { app, create } = testSite();
    const key = create('PAY', {
      labels: ['one', 'two'],
      components: [{ name: 'Ledger' }],
      customfield_10050: { value: 'Staging' },
    });
    const update = {
      labels: [{ add: 'three' }, { remove: 'one' }],
      components: [{ add: { name: 'Checkout' } }, { remove: { name: 'Ledger' } }],
    };
    expect(app('PUT', `issue/${key}`, { update }).status).toBe(204);
    const read = fieldsOf(app('GET', `issue/${key}?fields=labels,components`));
    expect(read['labels']).toEqual(['three', 'two']);
    expect(read['components']).toMatchObject([{ name: 'Checkout' }]);
  });

  test('a required field cannot be emptied', () => {
    const { app, create } = testSite();
    const key = create('PAY', { components: [{ name: 'Ledger' }], customfield_10050: { value: 'Staging' } });
    expect(app('PUT', `issue/${key}`, { fields: { components: [] } }).data['errors']).toEqual({
      components: 'Components is required.',
    });
  });

  test('sets and clears the parent in company- and team-managed projects', () => {
    const { app, create } = testSite();
    for (const project of ['WEB', 'APP']) {
      const epic = create(project, { issuetype: { name: 'Epic' } });
      const key = create(project);
      expect(app('PUT', `issue/${key}`, { fields: { parent: { key: epic } } }).status).toBe(204);
      expect(fieldsOf(app('GET', `issue/${key}`))['parent']).toMatchObject({ key: epic });
      expect(app('PUT', `issue/${key}`, { fields: { parent: null } }).status).toBe(204);
      expect(fieldsOf(app('GET', `issue/${key}`))['parent']).toBeNull();
    }
  });

  test('without the permission to edit no field can be set', () => {
    const { app, create, site } = testSite();
    const key = create('WEB');
    site.revoke('WEB', 'EDIT_ISSUES', 'atlassian-addons-project-access');
    const answer = app('PUT', `issue/${key}`, { fields: { summary: 'New' } });
    expect(answer).toMatchObject({
      status: 400,
      data: {
        errors: {
          summary: "Field 'summary' cannot be set. It is not on the appropriate screen, or unknown.",
        },
      },
    });
  });

  test('quiet edits need an admin', () => {
    const { app, person, create } = testSite();
    const key = create('WEB');
    expect(app('PUT', `issue/${key}?notifyUsers=false`, { fields: { summary: 'New' } })).toMatchObject({
      status: 400,
      data: {
        errorMessages: [
          'To discard the user notification either admin or project admin permissions are required.',
        ],
      },
    });
    expect(
      person('admin', 'PUT', `issue/${key}?notifyUsers=false`, { fields: { summary: 'New' } }).status,
    ).toBe(204);
  });

  test('a conflicting update is refused with 409 as often as a test asks for', () => {
    const { app, create, site } = testSite();
    const key = create('WEB');
    site.conflictOn(key);
    expect(app('PUT', `issue/${key}`, { fields: { summary: 'New' } }).status).toBe(409);
    expect(app('PUT', `issue/${key}`, { fields: { summary: 'New' } }).status).toBe(204);
  });

  test('the history tells who changed what, oldest first, and newest first inside the issue', () => {
    const { app, person, create } = testSite();
    const key = create('WEB');
    person('developer', 'PUT', `issue/${key}`, { fields: { assignee: { accountId: PEOPLE.developer } } });
    app('PUT', `issue/${key}`, { fields: { priority: { name: 'Low' } } });
    const own = app('GET', `issue/${key}/changelog`).data['values'] as JsonObject[];
    expect(own).toMatchObject([
      {
        author: { displayName: 'Product developer' },
        items: [{ field: 'assignee', from: null, to: PEOPLE.developer, toString: 'Product developer' }],
      },
      { items: [{ field: 'priority', from: '3', fromString: 'Medium', to: '4', toString: 'Low' }] },
    ]);
    const inside = app('GET', `issue/${key}?expand=changelog`).data['changelog'] as JsonObject;
    expect((inside['histories'] as JsonObject[]).map((entry) => entry['id'])).toEqual(
      own.map((e) => e['id']).reverse(),
    );
  });

  test('an edit that changes nothing writes no history', () => {
    const { app, create } = testSite();
    const key = create('WEB');
    app('PUT', `issue/${key}`, { fields: { summary: 'A finding' } });
    expect(app('GET', `issue/${key}/changelog`).data['total']).toBe(0);
  });

  test('the parent’s history item carries no field id', () => {
    const { app, create } = testSite();
    const epic = create('WEB', { issuetype: { name: 'Epic' } });
    const key = create('WEB');
    app('PUT', `issue/${key}`, { fields: { parent: { key: epic } } });
    const [entry] = app('GET', `issue/${key}/changelog`).data['values'] as JsonObject[];
    const [item] = (entry?.['items'] ?? []) as JsonObject[];
    expect(item).toMatchObject({ field: 'IssueParentAssociation', toString: epic });
    expect(item).not.toHaveProperty('fieldId');
  });
});

describe('reading issues', () => {
  test('timestamps carry milliseconds and an offset without a colon', () => {
    const { app, create } = testSite();
    expect(fieldsOf(app('GET', `issue/${create('WEB')}`))['created']).toBe('2026-08-06T11:30:39.194-0500');
  });

  test('finds an issue by id and by key in any case', () => {
    const { app, create } = testSite();
    create('WEB');
    expect(app('GET', 'issue/10000').data['key']).toBe('WEB-1');
    expect(app('GET', 'issue/web-1').data['key']).toBe('WEB-1');
  });

  test('an unknown issue is a 404 in Jira’s words', () => {
    expect(testSite().app('GET', 'issue/WEB-404')).toMatchObject({
      status: 404,
      data: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
    });
  });

  test('bulk fetch answers by ascending id and names what it could not return', () => {
    const { app, create } = testSite();
    const keys = [create('WEB'), create('SEC'), create('WEB')];
    const answer = app('POST', 'issue/bulkfetch', {
      issueIdsOrKeys: [...keys.toReversed(), 'WEB-404'],
      fields: ['status'],
    });
    expect((answer.data['issues'] as JsonObject[]).map((issue) => issue['key'])).toEqual(keys);
    expect(answer.data['issueErrors']).toEqual([
      { id: 'WEB-404', errorMessage: 'Issue does not exist or you do not have permission to see it.' },
    ]);
  });

  test('bulk fetch takes 100 issues, or 1,000 when few fields are named', () => {
    const { app, create } = testSite();
    create('WEB');
    const names = Array.from({ length: 101 }, (_, at) => `WEB-${at + 1}`);
    expect(app('POST', 'issue/bulkfetch', { issueIdsOrKeys: names }).status).toBe(400);
    expect(app('POST', 'issue/bulkfetch', { issueIdsOrKeys: names, fields: ['status'] }).status).toBe(200);
    expect(app('POST', 'issue/bulkfetch', { issueIdsOrKeys: names, fields: ['comment'] }).status).toBe(400);
  });

  test('bulk fetch refuses keys that are not documented', () => {
    const { app } = testSite();
    expect(app('POST', 'issue/bulkfetch', { issueIdsOrKeys: ['WEB-1'], startAt: 0 }).status).toBe(400);
  });
});
