import { doc, testSite } from './test-site';
import type { TestSite } from './test-site';
import type { JsonObject } from './json';

function links(site: TestSite, key: string): JsonObject[] {
  return (site.app('GET', `issue/${key}?fields=issuelinks`).data['fields'] as JsonObject)[
    'issuelinks'
  ] as JsonObject[];
}

function link(site: TestSite, inward: string, outward: string, type = 'Blocks'): number {
  const body = { type: { name: type }, inwardIssue: { key: inward }, outwardIssue: { key: outward } };
  return site.app('POST', 'issueLink', body).status;
}

describe('comments', () => {
  test('are added, changed, listed and removed', () => {
    const { app, create } = testSite();
    const base = `issue/${create('WEB')}/comment`;
    const added = app('POST', base, { body: doc('One') });
    expect(added).toMatchObject({ status: 201, data: { body: doc('One'), author: { accountType: 'app' } } });
    const path = `${base}/${added.data['id'] as string}`;
    expect(app('PUT', path, { body: doc('Two') })).toMatchObject({ status: 200, data: { body: doc('Two') } });
    expect(app('GET', base).data).toMatchObject({ startAt: 0, total: 1, comments: [{ body: doc('Two') }] });
    expect(app('DELETE', path).status).toBe(204);
    expect(app('GET', path).status).toBe(404);
  });

  test.each([
    [{}, 'Comment body can not be empty!'],
    [{ body: 'text' }, 'Operation value must be an Atlassian Document (see the Atlassian Document Format)'],
    [
      { body: doc('x'.repeat(32_768)) },
      'The entered text is too long. It exceeds the allowed limit of 32,767 characters.',
    ],
  ])('refuse a wrong body', (body, text) => {
    const { app, create } = testSite();
    const answer = app('POST', `issue/${create('WEB')}/comment`, body);
    expect(answer).toMatchObject({ status: 400, data: { errors: { comment: text } } });
  });

  test('may be for one role only', () => {
    const { app, person, create } = testSite();
    const key = create('WEB');
    const visibility = { type: 'role', value: 'Administrators' };
    person('admin', 'POST', `issue/${key}/comment`, { body: doc('Between us'), visibility });
    expect(app('GET', `issue/${key}/comment`).data['total']).toBe(0);
    expect(person('admin', 'GET', `issue/${key}/comment`).data['total']).toBe(1);
  });

  test('of others can only be changed by those who may change all', () => {
    const { app, person, create } = testSite();
    const key = create('WEB');
    const id = app('POST', `issue/${key}/comment`, { body: doc('Mine') }).data['id'] as string;
    expect(person('developer', 'PUT', `issue/${key}/comment/${id}`, { body: doc('Yours') }).status).toBe(400);
    expect(person('admin', 'PUT', `issue/${key}/comment/${id}`, { body: doc('Ours') }).status).toBe(200);
  });

  test('end at 5,000 for one issue', () => {
    const { app, create, site } = testSite();
    const key = create('WEB');
    app('POST', `issue/${key}/comment`, { body: doc('One') });
    const { comments } = site.issue(key);
    const [first] = comments;
    if (first) comments.push(...Array.from({ length: 4999 }, () => first));
    expect(app('POST', `issue/${key}/comment`, { body: doc('One too many') }).status).toBe(413);
  });
});

describe('links', () => {
  test('the source shows the outward issue, the destination the inward one', () => {
    const site = testSite();
    const [source, destination] = [site.create('WEB'), site.create('SEC')];
    expect(link(site, source, destination)).toBe(201);
    expect(links(site, source)).toMatchObject([
      { type: { outward: 'blocks' }, outwardIssue: { key: destination } },
    ]);
    expect(links(site, destination)).toMatchObject([
      { type: { inward: 'is blocked by' }, inwardIssue: { key: source } },
    ]);
    expect(links(site, source)[0]).not.toHaveProperty('inwardIssue');
  });

  test('the same link twice is a success and one link', () => {
    const site = testSite();
    const [a, b] = [site.create('WEB'), site.create('WEB')];
    expect([link(site, a, b), link(site, a, b)]).toEqual([201, 201]);
    expect(links(site, a)).toHaveLength(1);
  });

  test('a missing issue, type or permission is a 404', () => {
    const site = testSite();
    const [a, b] = [site.create('WEB'), site.create('WEB')];
    expect(link(site, a, 'WEB-404')).toBe(404);
    expect(link(site, a, b, 'Marries')).toBe(404);
    site.site.revoke('WEB', 'LINK_ISSUES', 'atlassian-addons-project-access');
    expect(link(site, a, b)).toBe(404);
  });

  test('hide issues that the caller may not see', () => {
    const site = testSite();
    const [a, b] = [site.create('WEB'), site.create('SEC')];
    link(site, a, b);
    const seen = site.person('developer', 'GET', `issue/${a}?fields=issuelinks`).data['fields'];
    expect(seen).toEqual({ issuelinks: [] });
  });

  test('can be read and removed by id', () => {
    const site = testSite();
    const [a, b] = [site.create('WEB'), site.create('WEB')];
    link(site, a, b);
    const id = links(site, a)[0]?.['id'] as string;
    expect(site.app('GET', `issueLink/${id}`).data).toMatchObject({
      inwardIssue: { key: a },
      outwardIssue: { key: b },
    });
    expect(site.app('DELETE', `issueLink/${id}`).status).toBe(204);
    expect(links(site, a)).toEqual([]);
    expect(site.app('GET', `issueLink/${id}`).status).toBe(404);
  });

  test('end at 2,000 for one issue', () => {
    const site = testSite();
    const hub = site.create('WEB');
    for (let at = 0; at < 2000; at += 1) link(site, hub, site.create('WEB'));
    expect(link(site, hub, site.create('WEB'))).toBe(413);
  });

  test('a comment may come with the link', () => {
    const site = testSite();
    const [a, b] = [site.create('WEB'), site.create('WEB')];
    const body = {
      type: { name: 'Relates' },
      inwardIssue: { key: a },
      outwardIssue: { key: b },
      comment: { body: doc('Same finding') },
    };
    expect(site.app('POST', 'issueLink', body).status).toBe(201);
    expect(site.app('GET', `issue/${a}/comment`).data['total']).toBe(1);
  });
});
