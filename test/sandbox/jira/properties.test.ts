import { testSite } from './test-site';

describe('issue properties', () => {
  test('a new value answers 201, a replaced one 200, and replacing does not merge', () => {
    const { app, create } = testSite();
    const path = `issue/${create('WEB')}/properties/note`;
    expect(app('PUT', path, { a: 1 }).status).toBe(201);
    expect(app('PUT', path, { b: 2 }).status).toBe(200);
    expect(app('GET', path).data).toEqual({ key: 'note', value: { b: 2 } });
  });

  test('takes any JSON that is not empty', () => {
    const { app, create } = testSite();
    const path = `issue/${create('WEB')}/properties/note`;
    for (const value of ['text', 7, true, [1, 2]]) {
      expect(app('PUT', path, value).status).toBeLessThan(202);
      expect(app('GET', path).data['value']).toEqual(value);
    }
    expect(app('PUT', path).status).toBe(400);
  });

  test('takes 32,768 bytes and keys of 255 bytes, no more', () => {
    const { app, create } = testSite();
    const base = `issue/${create('WEB')}/properties`;
    expect(app('PUT', `${base}/note`, 'x'.repeat(32_766)).status).toBe(201);
    expect(app('PUT', `${base}/note`, 'x'.repeat(32_767)).status).toBe(400);
    expect(app('PUT', `${base}/${'k'.repeat(255)}`, 1).status).toBe(201);
    expect(app('PUT', `${base}/${'k'.repeat(256)}`, 1).status).toBe(400);
  });

  test('lists its keys and forgets a deleted one', () => {
    const { app, create } = testSite();
    const base = `issue/${create('WEB')}/properties`;
    app('PUT', `${base}/note`, 1);
    expect(app('GET', base).data).toMatchObject({ keys: [{ key: 'note' }] });
    expect(app('DELETE', `${base}/note`).status).toBe(204);
    expect(app('GET', base).data).toEqual({ keys: [] });
    expect(app('DELETE', `${base}/note`).status).toBe(404);
    expect(app('GET', `${base}/note`).status).toBe(404);
  });

  test('needs the permission to edit', () => {
    const { app, create, site } = testSite();
    const key = create('WEB');
    site.revoke('WEB', 'EDIT_ISSUES', 'atlassian-addons-project-access');
    expect(app('PUT', `issue/${key}/properties/note`, 1).status).toBe(403);
  });

  test('come with an edit, all or nothing', () => {
    const { app, create } = testSite();
    const key = create('WEB');
    const properties = [{ key: 'note', value: { a: 1 } }];
    expect(app('PUT', `issue/${key}`, { properties }).status).toBe(204);
    expect(app('GET', `issue/${key}/properties/note`).data['value']).toEqual({ a: 1 });
    const wrong = { fields: { summary: '' }, properties: [{ key: 'note', value: { a: 2 } }] };
    expect(app('PUT', `issue/${key}`, wrong).status).toBe(400);
    expect(app('GET', `issue/${key}/properties/note`).data['value']).toEqual({ a: 1 });
  });
});

describe('what an event filter sees of a property', () => {
  test('is the value at once when there is no delay', () => {
    const { app, create, site } = testSite();
    const key = create('WEB', {}, { properties: [{ key: 'note', value: { a: 1 } }] });
    expect(site.propertyForFilter('10000', 'note')).toEqual({ a: 1 });
    app('DELETE', `issue/${key}/properties/note`);
    expect(site.propertyForFilter('10000', 'note')).toBeUndefined();
  });

  test('is the value of some seconds ago when there is one', () => {
    const { app, create, site, clock } = testSite({ filterPropertyLagMs: 3000 });
    const key = create('WEB', {}, { properties: [{ key: 'note', value: 'old' }] });
    expect(site.propertyForFilter('10000', 'note')).toBeUndefined();
    clock.advance(3000);
    expect(site.propertyForFilter('10000', 'note')).toBe('old');
    app('PUT', `issue/${key}/properties/note`, 'new');
    expect(site.propertyForFilter('10000', 'note')).toBe('old');
    clock.advance(3000);
    expect(site.propertyForFilter('10000', 'note')).toBe('new');
  });

  test('is still there for the event of a deleted issue', () => {
    const { app, create, site } = testSite();
    const key = create('WEB', {}, { properties: [{ key: 'note', value: 'mine' }] });
    app('DELETE', `issue/${key}`);
    expect(site.propertyForFilter('10000', 'note')).toBe('mine');
  });
});

describe('properties of many issues', () => {
  test('are set by a task', () => {
    const { app, create, site, clock } = testSite({ taskMs: 1000 });
    create('WEB');
    const body = { issues: [{ issueID: 10000, properties: { note: { a: 1 } } }] };
    const answer = app('POST', 'issue/properties/multi', body);
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toMatch(/\/rest\/api\/3\/task\/\d+$/);
    expect(app('POST', 'issue/properties/multi', body).status).toBe(409);
    clock.advance(1000);
    expect(app('GET', 'issue/10000/properties/note').data['value']).toEqual({ a: 1 });
    expect(site.issue('WEB-1').properties).toEqual({ note: { a: 1 } });
  });
});
