import { PEOPLE } from './seed';
import { doc, testSite } from './test-site';
import type { TestSite } from './test-site';
import type { JsonObject } from './json';
import type { PropertyIndex } from './options';

const INDEX: readonly PropertyIndex[] = [
  {
    propertyKey: 'security-finding',
    values: [
      { path: 'id', type: 'string', searchAlias: 'findingId' },
      { path: 'level', type: 'number', searchAlias: 'findingLevel' },
      { path: 'cve', type: 'text', searchAlias: 'findingCve' },
      { path: 'assets', type: 'string', searchAlias: 'findingAssets' },
      { path: 'due', type: 'date', searchAlias: 'findingDue' },
      { path: 'owner', type: 'user', searchAlias: 'findingOwner' },
    ],
  },
];

function withFinding(site: TestSite, value: JsonObject, project = 'WEB'): string {
  return site.create(project, {}, { properties: [{ key: 'security-finding', value }] });
}

function search(site: TestSite, body: JsonObject): { status: number; data: JsonObject } {
  return site.app('POST', 'search/jql', body);
}

describe('enhanced search', () => {
  test('answers with ids alone unless fields are named', () => {
    const site = testSite();
    site.create('WEB');
    const { data } = search(site, { jql: 'project = WEB' });
    expect(data).toMatchObject({ isLast: true, issues: [{ id: '10000' }] });
    expect((data['issues'] as JsonObject[])[0]).not.toHaveProperty('fields');
    expect(data).not.toHaveProperty('total');
    expect(data).not.toHaveProperty('nextPageToken');
  });

  test('pages by a token that belongs to its query', () => {
    const site = testSite();
    for (let at = 0; at < 5; at += 1) site.create('WEB');
    const jql = 'project = WEB ORDER BY key ASC';
    const keys: unknown[] = [];
    let token: unknown;
    do {
      const more = typeof token === 'string' ? { nextPageToken: token } : {};
      const { data } = search(site, { jql, fields: ['key'], maxResults: 2, ...more });
      keys.push(...(data['issues'] as JsonObject[]).map((issue) => issue['key']));
      token = data['nextPageToken'];
      expect(data['isLast']).toBe(token === undefined);
    } while (token !== undefined);
    expect(keys).toEqual(['WEB-1', 'WEB-2', 'WEB-3', 'WEB-4', 'WEB-5']);
  });

  test('a token is refused for another query and after seven days', () => {
    const site = testSite();
    for (let at = 0; at < 3; at += 1) site.create('WEB');
    const nextPageToken = search(site, { jql: 'project = WEB', maxResults: 1 }).data['nextPageToken'] ?? '';
    expect(search(site, { jql: 'project = SEC', nextPageToken }).status).toBe(400);
    expect(search(site, { jql: 'project = WEB', nextPageToken: 'garbage' }).status).toBe(400);
    site.clock.advance(8 * 86_400_000);
    expect(search(site, { jql: 'project = WEB', nextPageToken }).status).toBe(400);
  });

  test('returns at most 100 issues a page when more than ids are asked for', () => {
    const site = testSite();
    for (let at = 0; at < 120; at += 1) site.create('WEB');
    const count = (fields: string[]): number =>
      (search(site, { jql: 'project = WEB', fields, maxResults: 1000 }).data['issues'] as unknown[]).length;
    expect(count(['summary'])).toBe(100);
    expect(count(['id'])).toBe(120);
  });

  test.each(['', 'ORDER BY created DESC'])('refuses a query without a restriction: "%s"', (jql) => {
    expect(search(testSite(), { jql })).toMatchObject({
      status: 400,
      data: {
        errorMessages: [
          'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
        ],
      },
    });
  });

  test.each([
    { maxResults: 5001 },
    { properties: ['a', 'b', 'c', 'd', 'e', 'f'] },
    { reconcileIssues: Array.from({ length: 51 }, (_, at) => at + 10000) },
    { reconcileIssues: ['WEB-1'] },
    { startAt: 0 },
  ])('refuses what is beyond the documented limits: %j', (more) => {
    expect(search(testSite(), { jql: 'project = WEB', ...more }).status).toBe(400);
  });

  test('the old search is gone', () => {
    const { status, data } = testSite().app('GET', 'search?jql=project=WEB');
    expect(status).toBe(410);
    expect(data['errorMessages']).toEqual([
      'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
    ]);
  });

  test('shows each caller only what it may browse', () => {
    const site = testSite();
    site.create('SEC');
    expect(site.find('project = SEC')).toEqual(['SEC-1']);
    const { data } = site.person('developer', 'POST', 'search/jql', { jql: 'project = SEC' });
    expect(data['issues']).toEqual([]);
  });

  test('carries the properties that were asked for', () => {
    const site = testSite();
    withFinding(site, { id: 'F-1' });
    expect(
      search(site, { jql: 'project = WEB', properties: ['security-finding', 'other'] }).data,
    ).toMatchObject({
      issues: [{ properties: { 'security-finding': { id: 'F-1' } } }],
    });
  });
});

describe('the index', () => {
  test('lags behind, while reading an issue and reconciled ids do not', () => {
    const site = testSite({ indexLagMs: 5000 });
    const key = site.create('WEB');
    expect(site.find('project = WEB')).toEqual([]);
    expect(site.app('GET', `issue/${key}`).status).toBe(200);
    expect(search(site, { jql: 'project = WEB', reconcileIssues: [10000] }).data['issues']).toHaveLength(1);
    site.clock.advance(5000);
    expect(site.find('project = WEB')).toEqual([key]);
  });

  test('shows an old value until it has caught up', () => {
    const site = testSite({ indexLagMs: 5000 });
    const key = site.create('WEB', { labels: ['old'] });
    site.clock.advance(5000);
    site.app('PUT', `issue/${key}`, { fields: { labels: ['new'] } });
    expect(site.find('project = WEB AND labels = old')).toEqual([key]);
    site.clock.advance(5000);
    expect(site.find('project = WEB AND labels = old')).toEqual([]);
  });

  test('may overlook an issue that it already returned', () => {
    const site = testSite();
    const key = site.create('WEB');
    expect(site.find('project = WEB')).toEqual([key]);
    site.site.hideFromSearch(key, 1000);
    expect(site.find('project = WEB')).toEqual([]);
    site.clock.advance(1000);
    expect(site.find('project = WEB')).toEqual([key]);
  });
});

describe('JQL', () => {
  test.each([
    ['key = WEB-1', ['WEB-1']],
    ['project in (WEB, SEC) AND issuetype = Bug', ['SEC-1']],
    ['project = WEB AND labels is EMPTY', ['WEB-2']],
    ['project = WEB AND NOT labels = urgent', ['WEB-2']],
    ['project = WEB AND labels != urgent', []],
    ['project = WEB AND statusCategory = Done', ['WEB-2']],
    ['project = WEB AND resolution = Unresolved', ['WEB-1']],
    ['project = WEB AND (priority = High OR status = Done) ORDER BY key', ['WEB-1', 'WEB-2']],
    ['project = WEB AND summary ~ "login form"', ['WEB-1']],
    ['project = WEB AND text ~ injection', ['WEB-1']],
    ['project = WEB AND due <= 2026-09-01', ['WEB-1']],
    [
      'project = WEB AND created >= startOfDay() AND created <= now() ORDER BY priority DESC',
      ['WEB-1', 'WEB-2'],
    ],
    ['project = WEB AND created < -1h', []],
    ['project = WEB AND assignee = currentUser()', []],
    [`assignee = ${PEOPLE.engineer}`, ['WEB-2']],
    ['project = WEB ORDER BY created DESC, key DESC', ['WEB-2', 'WEB-1']],
    ['injection', ['WEB-1']],
  ])('%s', (jql, keys) => {
    const site = testSite();
    site.create('WEB', {
      summary: 'Login form broken',
      description: doc('SQL injection'),
      labels: ['urgent'],
      priority: { name: 'High' },
      duedate: '2026-09-01',
    });
    site.create('WEB', { assignee: { accountId: PEOPLE.engineer } }, { transition: { id: '41' } });
    site.create('SEC', { issuetype: { name: 'Bug' } });
    expect(site.find(jql)).toEqual(keys);
  });

  test.each([
    [
      'project = "WEB',
      "Error in the JQL Query: The quoted string 'WEB' has not been completed. (line 1, character 11)",
    ],
    [
      'project = WEB AND',
      "Error in the JQL Query: Expecting a field name but got 'end of query'. (line 1, character 18)",
    ],
    [
      'project = "W\\EB"',
      "Error in the JQL Query: '\\E' is an illegal JQL escape sequence. The valid escape sequences are \\', \\\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX. (line 1, character 11)",
    ],
    [
      'project = "W\nEB"',
      "Error in the JQL Query: The quoted string 'W\nEB\"' has not been completed. (line 1, character 11)",
    ],
    ['universe = 42', "Field 'universe' does not exist or you do not have permission to view it."],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['summary = test', "The operator '=' is not supported by the 'summary' field."],
    ['project = WEB ORDER BY description', "Not able to sort using field 'description'."],
    [
      'project = WEB ORDER BY key,id,created,updated,due,status,priority,summary',
      'The maximum number of fields in ORDER BY is 7.',
    ],
  ])('refuses %s', (jql, message) => {
    expect(search(testSite(), { jql })).toMatchObject({ status: 400, data: { errorMessages: [message] } });
  });

  test('an unknown value finds nothing where the site is set so', () => {
    const { status, data } = search(testSite({ unknownJqlValues: 'empty' }), { jql: 'project = NOPE' });
    expect({ status, issues: data['issues'] }).toEqual({ status: 200, issues: [] });
  });
});

describe('searching issue properties', () => {
  function site(): TestSite {
    const made = testSite({ propertyIndex: INDEX });
    const owner = PEOPLE.engineer;
    withFinding(made, {
      id: 'F-1',
      level: 5,
      cve: 'CVE-2026-1 CVE-2026-2',
      assets: ['shop', 'api'],
      due: '2026-09-01',
      owner,
    });
    withFinding(made, { id: 'F-2', level: 2, secret: 'x' });
    return made;
  }

  test.each([
    [`issue.property['security-finding'].id = "F-1"`, ['WEB-1']],
    ['issue.property[security-finding].id = "F-2"', ['WEB-2']],
    ['findingId = "F-1"', ['WEB-1']],
    ['findingId = "f-1"', []],
    ['findingId != "F-1"', ['WEB-2']],
    ['findingLevel >= 3', ['WEB-1']],
    ['findingLevel > 1 ORDER BY findingLevel ASC', ['WEB-2', 'WEB-1']],
    ['findingCve ~ "CVE-2026-2"', ['WEB-1']],
    ['findingAssets[1] = "api"', ['WEB-1']],
    ['findingAssets[0] = "api"', []],
    ['findingDue > "2026-08-01" AND findingDue < "2026-10-01"', ['WEB-1']],
    [`findingOwner = "${PEOPLE.engineer}"`, ['WEB-1']],
  ])('%s', (jql, keys) => {
    expect(site().find(jql)).toEqual(keys);
  });

  test.each([
    ['findingId ~ "F"', "The operator '~' is not supported by the 'findingId' field."],
    ['findingId in ("F-1", "F-2")', "The operator 'in' is not supported by the 'findingId' field."],
    ['findingCve = "CVE-2026-1"', "The operator '=' is not supported by the 'findingCve' field."],
    ['project = WEB ORDER BY findingId', "Not able to sort using field 'findingId'."],
    [
      `issue.property['security-finding'].secret = "x"`,
      "Field 'issue.property[security-finding].secret' does not exist or you do not have permission to view it.",
    ],
  ])('knows only declared paths and the operators of their type: %s', (jql, message) => {
    expect(search(site(), { jql })).toMatchObject({ status: 400, data: { errorMessages: [message] } });
  });

  test('nothing is searchable without the module', () => {
    const made = testSite();
    withFinding(made, { id: 'F-1' });
    expect(search(made, { jql: 'findingId = "F-1"' }).status).toBe(400);
  });

  test('follows a changed and a removed property', () => {
    const made = site();
    made.app('PUT', 'issue/WEB-1/properties/security-finding', { id: 'F-9' });
    expect(made.find('findingId = "F-9"')).toEqual(['WEB-1']);
    expect(made.find('findingId = "F-1"')).toEqual([]);
    made.app('DELETE', 'issue/WEB-1/properties/security-finding');
    expect(made.find('findingId = "F-9"')).toEqual([]);
  });
});
