import { endpointOf, nextWriteAt, withWrite, writtenIssue } from '../../../src/core/jira/endpoint';
import { now } from '../builders';

test.each([
  ['PUT', '/rest/api/3/issue/10012', 'PUT /issue/{}'],
  ['POST', '/rest/api/3/issue/10012/transitions', 'POST /issue/{}/transitions'],
  ['GET', '/rest/api/3/issue/WEB-7/transitions?expand=transitions.fields', 'GET /issue/{}/transitions'],
  ['POST', '/rest/api/3/issue/bulkfetch', 'POST /issue/bulkfetch'],
  [
    'GET',
    '/rest/api/3/issue/createmeta/10000/issuetypes/10001?startAt=0',
    'GET /issue/createmeta/{}/issuetypes/{}',
  ],
])('%s %s counts as %s', (method, path, endpoint) => {
  expect(endpointOf(method, path)).toBe(endpoint);
});

test.each([
  ['PUT', '/rest/api/3/issue/10012', '10012'],
  ['POST', '/rest/api/3/issue/10012/comment', '10012'],
  ['GET', '/rest/api/3/issue/10012', undefined],
  ['POST', '/rest/api/3/issue/bulk', undefined],
  ['POST', '/rest/api/3/issueLink', undefined],
])('%s %s writes to issue %s', (method, path, issue) => {
  expect(writtenIssue(method, path)).toBe(issue);
});

test('one issue gets 20 writes in 2 seconds and 100 in 30, however many are wanted', () => {
  let begun: number[] = [];
  const times: number[] = [];
  for (let at = now; times.length < 250;) {
    at = Math.max(at, nextWriteAt(begun));
    begun = withWrite(begun, at);
    times.push(at);
  }
  for (const [most, within] of [
    [20, 2_000],
    [100, 30_000],
  ] as const)
    times.forEach((at, index) => {
      const before = times[index - most];
      if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(within);
    });
});
