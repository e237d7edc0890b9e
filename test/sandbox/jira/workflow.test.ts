import { doc, testSite } from './test-site';
import type { TestSite } from './test-site';
import type { JsonObject } from './json';

const PAYMENT = { components: [{ name: 'Ledger' }], customfield_10050: { value: 'Staging' } };

function names(site: TestSite, key: string): unknown[] {
  return (site.app('GET', `issue/${key}/transitions`).data['transitions'] as JsonObject[]).map(
    (t) => t['name'],
  );
}

function move(
  site: TestSite,
  key: string,
  id: string,
  more: JsonObject = {},
): { status: number; data: JsonObject } {
  return site.app('POST', `issue/${key}/transitions`, { transition: { id }, ...more });
}

function read(site: TestSite, key: string): JsonObject {
  return site.app('GET', `issue/${key}`).data['fields'] as JsonObject;
}

describe('transitions', () => {
  test('global transitions lead from everywhere to everywhere', () => {
    const site = testSite();
    const key = site.create('WEB');
    const all = ['To Do', 'In Progress', 'In Review', 'Done'];
    expect(names(site, key)).toEqual(all);
    expect(move(site, key, '41').status).toBe(204);
    expect(names(site, key)).toEqual(all);
  });

  test('the resolution is set by a post function on the way to done and cleared on the way back', () => {
    const site = testSite();
    const key = site.create('WEB');
    move(site, key, '41');
    expect(read(site, key)).toMatchObject({
      resolution: { name: 'Done' },
      resolutiondate: expect.any(String) as string,
    });
    move(site, key, '11');
    expect(read(site, key)).toMatchObject({ resolution: null, resolutiondate: null });
  });

  test('a workflow of several steps offers one step at a time', () => {
    const site = testSite();
    const key = site.create('SEC');
    expect(names(site, key)).toEqual(['Start review', 'Reject', 'Note progress']);
    expect(move(site, key, '31')).toMatchObject({
      status: 400,
      data: { errorMessages: ["Transition id '31' is not valid for this issue."] },
    });
    for (const id of ['11', '21', '31']) expect(move(site, key, id).status).toBe(204);
    expect(read(site, key)).toMatchObject({
      status: { name: 'Closed', statusCategory: { id: 3, key: 'done' } },
    });
  });

  test('a looped transition stays where it is', () => {
    const site = testSite();
    const key = site.create('SEC');
    const offered = site.app('GET', `issue/${key}/transitions`).data['transitions'] as JsonObject[];
    expect(offered.find((t) => t['name'] === 'Note progress')).toMatchObject({
      isLooped: true,
      to: { name: 'Open' },
    });
    expect(move(site, key, '61').status).toBe(204);
    expect(read(site, key)).toMatchObject({ status: { name: 'Open' } });
  });

  test('a status out of reach is in the workflow but no transition leads there', () => {
    const site = testSite();
    const project = site.site.project('OPS');
    const pair = { projectId: project.id, issueTypeId: project.setups[0]?.issueTypeId ?? '' };
    const { data } = site.app('POST', 'workflows', { projectAndIssueTypes: [pair] });
    const statuses = data['statuses'] as JsonObject[];
    const accepted = statuses.find((status) => status['name'] === 'Risk accepted');
    expect(accepted).toMatchObject({ statusCategory: 'DONE' });
    const [workflow] = data['workflows'] as JsonObject[];
    const targets = (workflow?.['transitions'] as JsonObject[]).map((t) => t['toStatusReference']);
    expect(targets).not.toContain(accepted?.['statusReference']);
  });

  test('a required resolution on the screen must be given, by its exact name', () => {
    const site = testSite();
    const key = site.create('PAY', PAYMENT);
    expect(move(site, key, '21')).toMatchObject({
      status: 400,
      data: { errors: { resolution: 'Resolution is required.' } },
    });
    expect(move(site, key, '21', { fields: { resolution: { name: 'fixed' } } })).toMatchObject({
      status: 400,
      data: { errors: { resolution: "Resolution name 'fixed' is not valid" } },
    });
    expect(move(site, key, '21', { fields: { resolution: { name: 'Fixed' } } }).status).toBe(204);
    expect(read(site, key)).toMatchObject({ resolution: { name: 'Fixed' }, status: { name: 'Done' } });
  });

  test('the screen is checked before the value', () => {
    const site = testSite();
    const key = site.create('WEB');
    expect(move(site, key, '41', { fields: { resolution: { name: 'nonsense' } } })).toMatchObject({
      status: 400,
      data: {
        errors: {
          resolution: "Field 'resolution' cannot be set. It is not on the appropriate screen, or unknown.",
        },
      },
    });
    expect(read(site, key)).toMatchObject({ status: { name: 'To Do' } });
  });

  test('a site may drop fields without a screen instead of refusing them', () => {
    const site = testSite({ fieldsWithoutScreen: 'drop' });
    const key = site.create('WEB');
    expect(move(site, key, '41', { fields: { resolution: { name: 'nonsense' } } }).status).toBe(204);
  });

  test('a comment is dropped without a word where the transition has no screen', () => {
    const site = testSite();
    const update = { comment: [{ add: { body: doc('Closed by the portal') } }] };
    const plain = site.create('WEB');
    expect(move(site, plain, '41', { update }).status).toBe(204);
    expect(site.app('GET', `issue/${plain}/comment`).data['total']).toBe(0);
    const screened = site.create('PAY', PAYMENT);
    expect(move(site, screened, '21', { update, fields: { resolution: { name: 'Fixed' } } }).status).toBe(
      204,
    );
    expect(site.app('GET', `issue/${screened}/comment`).data['total']).toBe(1);
  });

  test('the fields of a screen are shown on request, and none without a screen', () => {
    const site = testSite();
    const screened = site.create('PAY', PAYMENT);
    const list = (key: string): JsonObject[] =>
      site.app('GET', `issue/${key}/transitions?expand=transitions.fields`).data[
        'transitions'
      ] as JsonObject[];
    expect(list(screened).find((t) => t['name'] === 'Finish')).toMatchObject({
      hasScreen: true,
      fields: { resolution: { required: true, allowedValues: expect.any(Array) as unknown[] } },
    });
    expect(list(site.create('WEB')).every((t) => JSON.stringify(t['fields']) === '{}')).toBe(true);
    const bare = site.app('GET', `issue/${screened}/transitions`).data['transitions'] as JsonObject[];
    expect(bare.every((t) => !('fields' in t))).toBe(true);
  });

  test('without permission the list is empty instead of forbidden', () => {
    const site = testSite();
    const key = site.create('WEB');
    site.site.revoke('WEB', 'TRANSITION_ISSUES', 'atlassian-addons-project-access');
    expect(site.app('GET', `issue/${key}/transitions`)).toMatchObject({
      status: 200,
      data: { transitions: [] },
    });
    expect(move(site, key, '41').status).toBe(400);
  });

  test('a transition may be open to one role only', () => {
    const site = testSite();
    const key = site.create('WEB');
    site.site.setWorkflow('WEB', {
      name: 'Guarded',
      statuses: [
        { name: 'To Do', category: 'TODO' },
        { name: 'Done', category: 'DONE' },
      ],
      transitions: [{ name: 'Sign off', to: 'Done', role: 'Administrators' }],
    });
    expect(names(site, key)).toEqual([]);
    const admin = site.person('admin', 'GET', `issue/${key}/transitions`).data['transitions'] as JsonObject[];
    expect(admin).toMatchObject([{ name: 'Sign off', isConditional: true }]);
  });

  test('a simultaneous transition is a conflict', () => {
    const site = testSite();
    const key = site.create('WEB');
    site.site.conflictOn(key);
    expect(move(site, key, '41').status).toBe(409);
  });
});

describe('the workflow graph', () => {
  function graph(site: TestSite, key: string): { status: number; data: JsonObject } {
    const project = site.site.project(key);
    const pair = { projectId: project.id, issueTypeId: project.setups[1]?.issueTypeId ?? '' };
    return site.app('POST', 'workflows', { projectAndIssueTypes: [pair] });
  }

  test('tells statuses, transitions and rules of company- and team-managed projects', () => {
    const site = testSite();
    const { data } = graph(site, 'SEC');
    expect((data['statuses'] as JsonObject[]).map((s) => s['name'])).toEqual([
      'Open',
      'In review',
      'Fixed',
      'Closed',
      'Rejected',
    ]);
    const [workflow] = data['workflows'] as JsonObject[];
    const transitions = workflow?.['transitions'] as JsonObject[];
    expect(transitions[0]).toMatchObject({ type: 'INITIAL', links: [] });
    expect(transitions[1]).toMatchObject({
      id: '11',
      type: 'DIRECTED',
      links: [{ fromStatusReference: '10004' }],
    });
    expect(graph(site, 'APP').data).toMatchObject({ workflows: [{ scope: { type: 'PROJECT' } }] });
  });

  test('shows which fields a transition demands', () => {
    const site = testSite();
    const [workflow] = graph(site, 'PAY').data['workflows'] as JsonObject[];
    const finish = (workflow?.['transitions'] as JsonObject[]).find((t) => t['name'] === 'Finish');
    expect(finish).toMatchObject({
      transitionScreen: { ruleKey: 'system:transition-screen' },
      validators: [{ ruleKey: 'system:validate-field-value', parameters: { fieldsRequired: 'resolution' } }],
    });
  });

  test('may be refused to the app while an admin still reads it', () => {
    const site = testSite({ refuseWorkflowsToApp: true });
    expect(graph(site, 'WEB').status).toBe(403);
    const project = site.site.project('WEB');
    const pair = { projectId: project.id, issueTypeId: project.setups[0]?.issueTypeId ?? '' };
    expect(site.person('admin', 'POST', 'workflows', { projectAndIssueTypes: [pair] }).status).toBe(200);
  });
});
