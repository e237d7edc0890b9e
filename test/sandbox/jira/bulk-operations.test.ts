import { testSite } from './test-site';
import type { TestSite } from './test-site';
import type { JsonObject } from './json';

const DEFAULTS = {
  inferClassificationDefaults: true,
  inferFieldDefaults: true,
  inferStatusDefaults: true,
  inferSubtaskTypeDefault: true,
};

function transition(site: TestSite, keys: string[], transitionId = '41'): ReturnType<TestSite['app']> {
  const bulkTransitionInputs = [{ selectedIssueIdsOrKeys: keys, transitionId }];
  return site.person('developer', 'POST', 'bulk/issues/transition', { bulkTransitionInputs });
}

function progress(site: TestSite, submitted: { data: JsonObject }): JsonObject {
  return site.person('developer', 'GET', `bulk/queue/${submitted.data['taskId'] as string}`).data;
}

describe('bulk operations', () => {
  test('are queued and polled', () => {
    const site = testSite({ taskMs: 2000 });
    const key = site.create('WEB');
    const submitted = transition(site, [key]);
    expect(submitted.status).toBe(201);
    expect(progress(site, submitted)).toMatchObject({ status: 'RUNNING', progressPercent: 0 });
    expect(site.app('GET', `issue/${key}?fields=status`).data).toMatchObject({
      fields: { status: { name: 'To Do' } },
    });
    site.clock.advance(2000);
    expect(site.app('GET', `issue/${key}?fields=status`).data).toMatchObject({
      fields: { status: { name: 'Done' } },
    });
    expect(progress(site, submitted)).toMatchObject({
      status: 'COMPLETE',
      progressPercent: 100,
      totalIssueCount: 1,
      processedAccessibleIssues: [10000],
    });
  });

  test('tell which issues failed and how many were not to be had', () => {
    const site = testSite();
    const keys = [site.create('WEB'), 'WEB-404', site.create('SEC')];
    const done = progress(site, transition(site, keys, '99'));
    expect(done).toMatchObject({
      invalidOrInaccessibleIssueCount: 2,
      processedAccessibleIssues: [],
      failedAccessibleIssues: { 10000: ["Transition id '99' is not valid for this issue."] },
    });
  });

  test('need the global permission, which the app does not hold by itself', () => {
    const site = testSite();
    const body = {
      bulkTransitionInputs: [{ selectedIssueIdsOrKeys: [site.create('WEB')], transitionId: '41' }],
    };
    expect(site.app('POST', 'bulk/issues/transition', body)).toMatchObject({
      status: 403,
      data: { errors: [{ message: 'You do not have the global bulk change permission.' }] },
    });
    site.site.setGlobalPermission(site.site.appAccountId, 'BULK_CHANGE', true);
    expect(site.app('POST', 'bulk/issues/transition', body).status).toBe(201);
  });

  test('run five at a time on the whole site', () => {
    const site = testSite({ taskMs: 1000 });
    const key = site.create('WEB');
    const statuses = Array.from({ length: 6 }, () => transition(site, [key]).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
    site.clock.advance(1000);
    expect(transition(site, [key]).status).toBe(201);
  });

  test('take 1,000 issues, sub-tasks counted', () => {
    const site = testSite();
    const keys = Array.from({ length: 1000 }, () => site.create('WEB'));
    expect(transition(site, keys).status).toBe(201);
    site.create('WEB', { issuetype: { name: 'Sub-task' }, parent: { key: keys[0] ?? '' } });
    const body = { selectedIssueIdsOrKeys: keys };
    expect(site.person('admin', 'POST', 'bulk/issues/delete', body).status).toBe(400);
  });

  test('delete only what the caller may delete', () => {
    const site = testSite();
    const key = site.create('WEB');
    const body = { selectedIssueIdsOrKeys: [key] };
    const mine = site.person('developer', 'POST', 'bulk/issues/delete', body);
    expect(progress(site, mine)['failedAccessibleIssues']).toHaveProperty('10000');
    expect(site.person('admin', 'POST', 'bulk/issues/delete', body).status).toBe(201);
    expect(site.app('GET', `issue/${key}`).status).toBe(404);
  });

  test('move issues with their sub-tasks to another project', () => {
    const site = testSite();
    const key = site.create('WEB');
    const child = site.create('WEB', { issuetype: { name: 'Sub-task' }, parent: { key } });
    const mapping = { 'OPS,10002': { ...DEFAULTS, issueIdsOrKeys: [key] } };
    const moved = site.person('developer', 'POST', 'bulk/issues/move', { targetToSourcesMapping: mapping });
    expect(progress(site, moved)).toMatchObject({ status: 'COMPLETE', processedAccessibleIssues: [10000] });
    expect(site.app('GET', `issue/${key}`).data['key']).toBe('OPS-1');
    expect(site.app('GET', `issue/${child}?fields=parent`).data).toMatchObject({
      key: 'OPS-2',
      fields: { parent: { key: 'OPS-1' } },
    });
  });

  test('move to a wanted status where the old one does not exist', () => {
    const site = testSite();
    const key = site.create('WEB');
    const old = site.site.issue(key).statusId;
    const closed =
      [...site.site.world.state.statuses.values()].find((status) => status.name === 'Closed')?.id ?? '';
    const target = {
      ...DEFAULTS,
      inferStatusDefaults: false,
      targetStatus: [{ statuses: { [closed]: [old] } }],
    };
    const mapping = { 'SEC,10002': { ...target, issueIdsOrKeys: [key] } };
    site.person('admin', 'POST', 'bulk/issues/move', { targetToSourcesMapping: mapping });
    expect(site.app('GET', `issue/${key}?fields=status`).data).toMatchObject({
      fields: { status: { name: 'Closed' } },
    });
  });

  test('are forgotten after 14 days', () => {
    const site = testSite();
    const submitted = transition(site, [site.create('WEB')]);
    site.clock.advance(15 * 86_400_000);
    const path = `bulk/queue/${submitted.data['taskId'] as string}`;
    expect(site.person('developer', 'GET', path).status).toBe(400);
  });
});

describe('pinning panels', () => {
  const moduleId = 'ari:cloud:ecosystem::extension/app/environment/static/finding-panel';
  const pin = { projectIdOrKey: 'WEB', action: 'PIN' };
  const body = { moduleId, projectList: [pin] };

  test('is a task of an admin', () => {
    const site = testSite();
    expect(site.site.pinnedPanels('WEB')).toEqual([]);
    const answer = site.person('admin', 'POST', 'forge/panel/action/bulk/async', body);
    expect(answer.status).toBe(202);
    expect(site.person('admin', 'GET', `task/${answer.data['taskId'] as string}`).data).toMatchObject({
      status: 'COMPLETE',
    });
    expect(site.site.pinnedPanels('WEB')).toEqual([moduleId]);
    const undo = { moduleId, projectList: [{ projectIdOrKey: 'WEB', action: 'UNPIN' }] };
    site.person('admin', 'POST', 'forge/panel/action/bulk/async', undo);
    expect(site.site.pinnedPanels('WEB')).toEqual([]);
  });

  test('is refused to everybody else and for wrong requests', () => {
    const site = testSite();
    expect(site.app('POST', 'forge/panel/action/bulk/async', body).status).toBe(403);
    expect(site.person('developer', 'POST', 'forge/panel/action/bulk/async', body).status).toBe(403);
    const wrong = { ...body, moduleId: 'finding-panel' };
    expect(site.person('admin', 'POST', 'forge/panel/action/bulk/async', wrong).status).toBe(400);
    const many = { moduleId, projectList: Array.from({ length: 1001 }, () => pin) };
    expect(site.person('admin', 'POST', 'forge/panel/action/bulk/async', many).status).toBe(400);
  });
});
