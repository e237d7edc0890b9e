import { doc, testSite } from './test-site';
import type { JsonObject } from './json';

const OFF_SCREEN = (field: string): string =>
  `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;

function fields(project: string, more: JsonObject = {}): JsonObject {
  return {
    fields: { project: { key: project }, issuetype: { name: 'Task' }, summary: 'A finding', ...more },
  };
}

function errorsOf(project: string, more: JsonObject): unknown {
  const answer = testSite().app('POST', 'issue', fields(project, more));
  expect(answer.status).toBe(400);
  return answer.data['errors'];
}

describe('creating an issue', () => {
  test('answers with id, key and self, and with nothing about a transition nobody asked for', () => {
    const { app } = testSite();
    const { status, value } = app('POST', 'issue', fields('WEB'));
    const self = 'https://your-domain.atlassian.net/rest/api/3/issue/10000';
    expect({ status, value }).toEqual({ status: 201, value: { id: '10000', key: 'WEB-1', self } });
  });

  test('the same request twice makes two issues', () => {
    const { app, find } = testSite();
    app('POST', 'issue', fields('WEB'));
    app('POST', 'issue', fields('WEB'));
    expect(find('project = WEB ORDER BY key')).toEqual(['WEB-1', 'WEB-2']);
  });

  test.each([
    ['no summary', { summary: '' }, { summary: 'You must specify a summary of the issue.' }],
    [
      'a summary of 256 characters',
      { summary: 'x'.repeat(256) },
      { summary: "Summary can't exceed 255 characters." },
    ],
    [
      'a line break in the summary',
      { summary: 'a\nb' },
      { summary: 'The summary is invalid because it contains newline characters.' },
    ],
    [
      'a label with a space',
      { labels: ['a b'] },
      { labels: "The label 'a b' contains spaces which is invalid." },
    ],
    [
      'text where a document belongs',
      { description: 'plain' },
      { description: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' },
    ],
    [
      'a document beyond the limit',
      { description: doc('x'.repeat(32_768)) },
      { description: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.' },
    ],
    ['an unknown priority', { priority: { name: 'P1' } }, { priority: 'The priority selected is invalid.' }],
    ['a wrong date', { duedate: '2026-02-30' }, { duedate: 'Error parsing date string: 2026-02-30' }],
    ['a field off the screen', { environment: doc('x') }, { environment: OFF_SCREEN('environment') }],
    ['a status', { status: { name: 'Done' } }, { status: OFF_SCREEN('status') }],
    [
      'a field that does not exist',
      { customfield_19999: 'x' },
      { customfield_19999: OFF_SCREEN('customfield_19999') },
    ],
    [
      'an unknown type',
      { issuetype: { name: 'Riddle' } },
      { issuetype: 'The issue type selected is invalid.' },
    ],
    ['no project', { project: { key: 'NOPE' } }, { project: 'Specify a valid project ID or key' }],
  ])('refuses %s in Jira’s words', (_, more, errors) => {
    expect(errorsOf('WEB', more)).toEqual(errors);
  });

  test('names every refused field at once', () => {
    expect(errorsOf('WEB', { summary: '', labels: ['a b'] })).toEqual({
      summary: 'You must specify a summary of the issue.',
      labels: "The label 'a b' contains spaces which is invalid.",
    });
  });

  test('refuses a document that breaks the schema as a whole', () => {
    const broken = {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'blink' }] }],
    };
    const { status, data } = testSite().app('POST', 'issue', fields('WEB', { description: broken }));
    expect({ status, messages: data['errorMessages'] }).toEqual({ status: 400, messages: ['INVALID_INPUT'] });
  });

  test('asks for the required components and options of a project', () => {
    expect(errorsOf('PAY', {})).toEqual({
      components: 'Components is required.',
      customfield_10050: 'Environment type is required.',
    });
  });

  test.each([
    [{ components: ['Ledger'] }, { components: "expected Object containing an 'id' or 'name' property" }],
    [{ components: [{ name: 'Nowhere' }] }, { components: "Component name 'Nowhere' is not valid" }],
  ])('refuses components that the project does not have: %j', (more, errors) => {
    expect(errorsOf('PAY', { customfield_10050: { value: 'Staging' }, ...more })).toEqual(errors);
  });

  test('refuses an option that the field does not have', () => {
    const more = { components: [{ name: 'Ledger' }], customfield_10050: { value: 'Moon' } };
    expect(errorsOf('PAY', more)).toEqual({ customfield_10050: "Option value 'Moon' is not valid" });
  });

  test('a team-managed project without priorities has no priority field', () => {
    const { app, create } = testSite();
    expect(errorsOf('APP', { priority: { name: 'High' } })).toEqual({ priority: OFF_SCREEN('priority') });
    const read = app('GET', `issue/${create('APP')}`).data['fields'] as JsonObject;
    expect('priority' in read).toBe(false);
  });

  test('a project with a scheme of its own knows only its own priorities', () => {
    const { app, create } = testSite();
    expect(errorsOf('OPS', { priority: { name: 'High' } })).toEqual({
      priority: 'The priority selected is invalid.',
    });
    const key = create('OPS', { priority: { name: 'P1' } });
    expect(app('GET', `issue/${key}?fields=priority`).data).toMatchObject({
      fields: { priority: { name: 'P1' } },
    });
  });

  test('an assignee must be somebody the project can assign', () => {
    const { site } = testSite();
    const outsider = [...site.world.state.users.values()].find((user) => user.displayName === 'Outsider');
    const accountId = outsider?.accountId ?? '';
    expect(errorsOf('WEB', { assignee: { accountId } })).toEqual({
      assignee: `User '${accountId}' cannot be assigned issues.`,
    });
  });

  test('a sub-task needs a parent of the same project', () => {
    const { app, create } = testSite();
    const parent = create('WEB');
    const wrong = app(
      'POST',
      'issue',
      fields('SEC', { issuetype: { name: 'Sub-task' }, parent: { key: parent } }),
    );
    expect(wrong.data['errors']).toEqual({
      parent: 'Sub-tasks must be created in the same project as the parent.',
    });
    const child = create('WEB', { issuetype: { name: 'Sub-task' }, parent: { key: parent } });
    expect(app('GET', `issue/${parent}?fields=subtasks`).data).toMatchObject({
      fields: { subtasks: [{ key: child }] },
    });
  });

  test('stores properties and carries out a transition in the same call', () => {
    const { app } = testSite();
    const body = { ...fields('WEB'), properties: [{ key: 'k', value: { a: 1 } }], transition: { id: '21' } };
    expect(app('POST', 'issue', body).data['transition']).toEqual({
      status: 200,
      errorCollection: { errorMessages: [], errors: {} },
    });
    expect(app('GET', 'issue/WEB-1?fields=status&properties=k').data).toMatchObject({
      fields: { status: { name: 'In Progress' } },
      properties: { k: { a: 1 } },
    });
  });

  test('a transition that is not to be had leaves the issue created and says so', () => {
    const { app } = testSite();
    const answer = app('POST', 'issue', { ...fields('SEC'), transition: { id: '31' } });
    expect(answer.status).toBe(201);
    expect(answer.data['transition']).toEqual({
      status: 400,
      errorCollection: { errorMessages: ["Transition id '31' is not valid for this issue."], errors: {} },
    });
  });

  test('links the new issue where the create screen has links, and refuses it where it has not', () => {
    const { app, create } = testSite();
    const other = create('SEC');
    const update = { issuelinks: [{ add: { type: { name: 'Relates' }, outwardIssue: { key: other } } }] };
    expect(app('POST', 'issue', { ...fields('WEB'), update }).status).toBe(201);
    expect(app('GET', `issue/${other}?fields=issuelinks`).data).toMatchObject({
      fields: { issuelinks: [{ inwardIssue: { key: 'WEB-1' } }] },
    });
    expect(app('POST', 'issue', { ...fields('OPS'), update }).data['errors']).toEqual({
      issuelinks: OFF_SCREEN('issuelinks'),
    });
  });

  test('refuses a field in both fields and update', () => {
    const { app } = testSite();
    const body = { ...fields('WEB', { labels: ['a'] }), update: { labels: [{ add: 'b' }] } };
    expect(app('POST', 'issue', body).data['errors']).toEqual({
      labels: "Field 'labels' cannot appear in both 'fields' and 'update'",
    });
  });
});

describe('creating issues in bulk', () => {
  test('makes what it can and names the rest by position', () => {
    const { app } = testSite();
    const answer = app('POST', 'issue/bulk', {
      issueUpdates: [fields('WEB'), fields('WEB', { summary: '' }), fields('SEC')],
    });
    expect(answer.status).toBe(201);
    expect(answer.data).toMatchObject({
      issues: [{ key: 'WEB-1' }, { key: 'SEC-1' }],
      errors: [
        {
          status: 400,
          failedElementNumber: 1,
          elementErrors: {
            errorMessages: [],
            errors: { summary: 'You must specify a summary of the issue.' },
          },
        },
      ],
    });
  });

  test('answers 400 in the same shape when nothing could be made', () => {
    const { app } = testSite();
    const answer = app('POST', 'issue/bulk', { issueUpdates: [fields('NOPE')] });
    expect(answer.status).toBe(400);
    expect(answer.data).toMatchObject({ issues: [], errors: [{ failedElementNumber: 0 }] });
  });

  test('takes 50 issues and no more', () => {
    const { app } = testSite();
    const updates = (count: number): JsonObject => ({
      issueUpdates: Array.from({ length: count }, () => fields('WEB')),
    });
    expect(app('POST', 'issue/bulk', updates(50)).status).toBe(201);
    expect(app('POST', 'issue/bulk', updates(51)).status).toBe(400);
  });
});

describe('create metadata', () => {
  test('lists the types of a project without isLast', () => {
    const { data } = testSite().app('GET', 'issue/createmeta/SEC/issuetypes?maxResults=2');
    expect(Object.keys(data).sort()).toEqual(['issueTypes', 'maxResults', 'startAt', 'total']);
    expect(data).toMatchObject({ total: 4, maxResults: 2, issueTypes: [{ name: 'Epic' }, { name: 'Task' }] });
  });

  test('tells what is required and what is allowed', () => {
    const { data } = testSite().app('GET', 'issue/createmeta/PAY/issuetypes/10002');
    const byId = new Map((data['fields'] as JsonObject[]).map((field) => [field['fieldId'], field]));
    expect(byId.get('components')).toMatchObject({
      required: true,
      allowedValues: [{ name: 'Checkout' }, { name: 'Ledger' }],
    });
    expect(byId.get('customfield_10050')).toMatchObject({
      required: true,
      allowedValues: [{ value: 'Production' }, { value: 'Staging' }],
    });
    expect(byId.get('priority')).toMatchObject({ required: false, hasDefaultValue: true });
    expect(byId.has('resolution')).toBe(false);
  });

  test('shows issue links only where they are on the screen', () => {
    const { app } = testSite();
    const ids = (project: string): unknown[] =>
      (app('GET', `issue/createmeta/${project}/issuetypes/10002`).data['fields'] as JsonObject[]).map(
        (f) => f['fieldId'],
      );
    expect(ids('WEB')).toContain('issuelinks');
    expect(ids('OPS')).not.toContain('issuelinks');
  });

  test('the removed form for all projects is gone', () => {
    expect(testSite().app('GET', 'issue/createmeta').status).toBe(404);
  });
});
