import { jqlOf, queryOf } from './pages/issue-query';
import { openTestSite, type TestSite } from './support';

let test: TestSite;
beforeAll(async () => {
  test = await openTestSite();
  for (let number = 1; number <= 55; number += 1)
    test.create('WEB', `Finding ${String(number)}`, { finding: number % 5 === 0 });
  test.create('SEC', 'Security only');
});
afterAll(() => test.web.close());

function keysIn(page: string): string[] {
  return [...page.matchAll(/<td class="key"><a href="\/browse\/([A-Z]+-\d+)"/g)].map(([, key]) => key ?? '');
}

describe('the list of issues', () => {
  it('shows each person the issues of the spaces that this person sees', async () => {
    expect(keysIn(await test.text('/issues?text=Security', 'engineer'))).toEqual(['SEC-1']);
    expect(keysIn(await test.text('/issues?text=Security', 'developer'))).toEqual([]);
    expect((await test.get('/projects/SEC', 'developer')).status).toBe(404);
  });

  it('goes through its pages without losing or repeating an issue', async () => {
    const first = await test.text('/projects/WEB');
    const next = /href="([^"]*token=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await test.text(next);
    expect(keysIn(first)).toHaveLength(50);
    expect(new Set([...keysIn(first), ...keysIn(second)]).size).toBe(55);
    expect(second).not.toContain('Next page');
  });

  it('filters by severity through the alias of the indexed property', async () => {
    expect(keysIn(await test.text('/projects/WEB?severity=high'))).toHaveLength(11);
    expect(keysIn(await test.text('/projects/WEB?severity=low'))).toEqual([]);
  });

  it('runs JQL that somebody writes, and shows what Jira says when it refuses', async () => {
    expect(
      keysIn(await test.text(`/issues?jql=${encodeURIComponent('project = WEB AND summary ~ "55"')}`)),
    ).toEqual(['WEB-55']);
    const refused = await test.get(`/issues?jql=${encodeURIComponent('ORDER BY created')}`);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Unbounded JQL queries are not allowed here.');
  });

  it('leads straight to the issue when the text is a key', async () => {
    expect((await test.get('/issues?text=web-7')).headers.get('location')).toBe('/browse/WEB-7');
  });
});

describe('jqlOf', () => {
  it('keeps quotes and backslashes inside their values', () => {
    const query = queryOf(new URLSearchParams({ text: 'say "hi" \\' }), 'WEB');
    expect(jqlOf(query, [])).toBe('project = "WEB" AND summary ~ "say \\"hi\\" \\\\" ORDER BY created DESC');
  });
});
