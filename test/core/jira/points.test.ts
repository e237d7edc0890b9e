import { pointsAtMost, pointsOf, type PricedCall } from '../../../src/core/jira/points';

const many = (count: number) => Array.from({ length: count }, (_, id) => ({ id: String(id) }));
const api = '/rest/api/3';
const issues = { issues: many(7) };
const issueUpdates = { issueUpdates: many(7) };

test.each<[string, PricedCall, number]>([
  ['an issue', { method: 'GET', path: `${api}/issue/WEB-1` }, 2],
  ['a project', { method: 'GET', path: `${api}/project/10000` }, 2],
  ['the fields of a screen', { method: 'GET', path: `${api}/issue/createmeta/1/issuetypes/2?startAt=0` }, 2],
  [
    'projects found',
    { method: 'GET', path: `${api}/project/search?query=web`, answer: { values: many(3), total: 9 } },
    4,
  ],
  ['the app’s own account', { method: 'GET', path: `${api}/myself` }, 3],
  ['a person', { method: 'GET', path: `${api}/user?accountId=a` }, 3],
  ['people found', { method: 'GET', path: `${api}/user/search?query=ada`, answer: many(2) }, 5],
  ['nobody found', { method: 'GET', path: `${api}/user/search?query=ada`, answer: [] }, 1],
  [
    'permissions',
    {
      method: 'GET',
      path: `${api}/mypermissions?permissions=A,B`,
      answer: { permissions: { CREATE_ISSUES: {}, EDIT_ISSUES: {} } },
    },
    5,
  ],
  ['permissions that Jira refused', { method: 'GET', path: `${api}/mypermissions?permissions=A` }, 1],
  ['a search', { method: 'POST', path: `${api}/search/jql`, answer: { issues: many(100) } }, 101],
  ['an empty search', { method: 'POST', path: `${api}/search/jql`, answer: { issues: [] } }, 1],
  ['a search without an answer', { method: 'POST', path: `${api}/search/jql` }, 1],
  ['a bulk fetch', { method: 'POST', path: `${api}/issue/bulkfetch`, answer: { issues: many(7) } }, 8],
  ['an issue created', { method: 'POST', path: `${api}/issue`, sent: { fields: {} } }, 1],
  [
    'issues created together',
    { method: 'POST', path: `${api}/issue/bulk`, sent: { issueUpdates: many(50) } },
    50,
  ],
  ['a bulk create of nothing', { method: 'POST', path: `${api}/issue/bulk`, sent: {} }, 1],
  ['an edit', { method: 'PUT', path: `${api}/issue/WEB-1` }, 1],
  ['a move', { method: 'POST', path: `${api}/issue/WEB-1/transitions` }, 1],
  ['the moves that are offered', { method: 'GET', path: `${api}/issue/WEB-1/transitions?expand=x` }, 2],
  ['a deletion', { method: 'DELETE', path: `${api}/issue/WEB-1` }, 1],
  ['a list of issues that is no search', { method: 'GET', path: `${api}/search/jql`, answer: issues }, 2],
  ['an edit of issues, not a search', { method: 'PUT', path: `${api}/issue/bulkfetch`, answer: issues }, 1],
  ['a bulk edit', { method: 'PUT', path: `${api}/issue/bulk`, sent: { issueUpdates: many(5) } }, 1],
  [
    'what only begins like a bulk fetch',
    { method: 'POST', path: `${api}/issue/bulkfetch/x`, answer: issues },
    1,
  ],
  [
    'what only begins like a bulk create',
    { method: 'POST', path: `${api}/issue/bulk/x`, sent: issueUpdates },
    1,
  ],
  ['a property of a person', { method: 'GET', path: `${api}/user/properties` }, 2],
  [
    'what only begins like a search for people',
    { method: 'GET', path: `${api}/user/search/query`, answer: many(3) },
    2,
  ],
  ['what only begins like permissions', { method: 'GET', path: `${api}/mypermissions/x` }, 2],
  ['what only begins like a search for projects', { method: 'GET', path: `${api}/project/search/x` }, 2],
  ['a search without any shape', { method: 'POST', path: `${api}/search/jql`, answer: null }, 1],
  ['a workflow, asked by POST', { method: 'POST', path: `${api}/workflows`, answer: { workflows: [{}] } }, 1],
])('%s costs what Jira’s documents say', (_name, call, points) => {
  expect(pointsOf(call)).toBe(points);
});

test('a bulk fetch counts for all that it asks for until its answer is there, any other call for what it costs', () => {
  const fetch = { method: 'POST', path: `${api}/issue/bulkfetch`, sent: { issueIdsOrKeys: ['1', '2', '3'] } };
  expect(pointsAtMost(fetch)).toBe(4);
  expect(pointsAtMost({ method: 'POST', path: `${api}/issue/bulk`, sent: issueUpdates })).toBe(7);
  expect(pointsAtMost({ method: 'PUT', path: `${api}/issue/1` })).toBe(1);
});
