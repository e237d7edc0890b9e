import { createJiraSite } from './site';
import { PEOPLE, seedSite } from './seed';
import { APP, testClock, testSite } from './test-site';
import type { TestSite } from './test-site';

function edit(site: TestSite, key: string): ReturnType<TestSite['app']> {
  return site.app('PUT', `issue/${key}`, { fields: { summary: `At ${site.clock.now()}` } });
}

describe('rate limits', () => {
  test('are off unless a test turns them on', () => {
    const site = testSite();
    const key = site.create('WEB');
    const statuses = new Set(Array.from({ length: 300 }, () => edit(site, key).status));
    expect([...statuses]).toEqual([204]);
  });

  test('20 writes to one issue in 2 seconds, 100 in 30', () => {
    const site = testSite({ rateLimits: { perIssue: true } });
    const [key, other] = [site.create('WEB'), site.create('WEB')];
    for (let at = 0; at < 20; at += 1) expect(edit(site, key).status).toBe(204);
    const refused = edit(site, key);
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({
      'retry-after': '2',
      'ratelimit-reason': 'jira-per-issue-on-write',
    });
    expect(edit(site, other).status).toBe(204);
    expect(site.app('GET', `issue/${key}`).status).toBe(200);
    for (let round = 0; round < 4; round += 1) {
      site.clock.advance(2001);
      for (let at = 0; at < 20; at += 1) expect(edit(site, key).status).toBe(204);
    }
    site.clock.advance(2001);
    const long = edit(site, key);
    expect([long.status, long.headers['retry-after']]).toEqual([429, '20']);
  });

  test('50 PUT a second for one endpoint, whoever calls', () => {
    const site = testSite({ rateLimits: { burst: true } });
    const keys = Array.from({ length: 51 }, () => site.create('WEB'));
    const statuses = keys.map((key) => edit(site, key).status);
    expect(statuses.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 204));
    expect(statuses[50]).toBe(429);
    const other = site.person('developer', 'PUT', `issue/${keys[0] ?? ''}`, { fields: { summary: 'x' } });
    expect(other.status).toBe(429);
    expect(other.headers).toMatchObject({ 'retry-after': '1', 'ratelimit-reason': 'jira-burst-based' });
    site.clock.advance(1000);
    expect(edit(site, keys[0] ?? '').status).toBe(204);
  });

  test('the gateway refuses without Retry-After', () => {
    const site = testSite({ rateLimits: { burst: true, gatewayWithoutRetryAfter: true } });
    const answers = Array.from({ length: 101 }, () => site.app('GET', 'project/WEB'));
    expect(answers.at(-1)?.status).toBe(429);
    expect(answers.at(-1)?.headers).not.toHaveProperty('retry-after');
  });

  test('points an hour: reads cost an object each, and the wall stands until the hour is full', () => {
    const site = testSite({ rateLimits: { pointsPerHour: 100 } });
    const first = site.app('GET', 'project/WEB');
    expect(first.headers).toMatchObject({
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '98',
      'ratelimit-policy': '"global-app-quota";q=100;w=3600',
      ratelimit: '"global-app-quota";t=1761',
    });
    for (let at = 0; at < 49; at += 1) site.app('GET', 'project/WEB');
    const refused = site.app('GET', 'project/WEB');
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({
      'retry-after': '1761',
      'ratelimit-reason': 'jira-quota-global-based',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-nearlimit': 'true',
      'x-ratelimit-reset': '2026-08-06T17:00:00.000Z',
    });
    expect(site.person('developer', 'GET', 'project/WEB').status).toBe(200);
    site.clock.advance(1_761_000);
    expect(site.app('GET', 'project/WEB').status).toBe(200);
  });

  test('issues created together cost a point each, and a screen that is read one as any other object', () => {
    const site = testSite({ rateLimits: { pointsPerHour: 1000 } });
    const fields = { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'x' };
    const created = site.app('POST', 'issue/bulk', {
      issueUpdates: Array.from({ length: 7 }, () => ({ fields })),
    });
    expect(created.status).toBe(201);
    expect(created.headers).toMatchObject({ 'x-ratelimit-remaining': '993' });
    const screen = site.app('GET', 'issue/createmeta/WEB/issuetypes');
    expect(screen.headers).toMatchObject({ 'x-ratelimit-remaining': '991' });
  });

  test('a search costs a point and one for each result', () => {
    const site = testSite();
    for (let at = 0; at < 10; at += 1) site.create('WEB');
    site.site.setOption('rateLimits', { pointsPerHour: 1000, quota: 'tenant' });
    const answer = site.app('POST', 'search/jql', { jql: 'project = WEB', fields: ['summary'] });
    expect(answer.headers).toMatchObject({ 'x-ratelimit-remaining': '989' });
    expect(answer.headers['ratelimit-policy']).toContain('tenant-app-quota');
  });
});

describe('the time calls take', () => {
  test('passes on the clock, with more for each created issue', async () => {
    const clock = testClock(0);
    const site = createJiraSite({ clock, seed: seedSite, options: { latencyMs: 50, createLatencyMs: 20 } });
    const issue = { fields: { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'x' } };
    const body = JSON.stringify({ issueUpdates: [issue, issue, issue] });
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', path: '/rest/api/3/issue/bulk', headers, body };
    await site.handle(request, { kind: 'app', scopes: new Set(APP.scopes) });
    expect(clock.now()).toBe(110);
    await site.handle(
      { ...request, method: 'GET', path: '/rest/api/3/myself' },
      { kind: 'user', accountId: PEOPLE.admin },
    );
    expect(clock.now()).toBe(160);
  });
});
