import type { LinkedIssue } from '../../../src/contract/link-record';
import type { FetchedIssue } from '../../../src/core/jira/issue';
import { claimed, created, deleted, found, gone, returned } from '../../../src/core/sync/issue-states';
import { claimIdOf } from '../../../src/core/sync/issues';
import { claimedOf, fetchedOf, goneOf, issueOf, now } from '../builders';

const claim = { id: 'c-product', at: now, searches: 0 };
const made = { id: '1', key: 'WEB-1', project: '10', issueType: '20', sent: { summary: 'x' }, labels: ['a'] };
const fetched = {
  id: '1',
  key: 'WEB-7',
  projectId: '11',
  issueTypeId: '21',
  status: { id: '3', name: 'Done', category: 'done' },
} as unknown as FetchedIssue;
const place = { status: '3', statusName: 'Done', category: 'done', doneAt: now };

test.each<[string, LinkedIssue, object]>([
  ['before its create call', claimed(claim, '10'), { state: 'claimed', claim, project: '10' }],
  ['once Jira made it', created(claimed(claim, '10'), made), { state: 'there', claim, ...made }],
  [
    'when the issue of a claim is found',
    found(fetched, { project: '10', claim }, now),
    { state: 'there', claim, id: '1', key: 'WEB-7', project: '11', issueType: '21', sent: {}, ...place },
  ],
  [
    'when it is adopted',
    found(fetched, { project: '10', adopted: true, labels: [], sent: { summary: 'x' } }, now),
    { state: 'there', adopted: true, labels: [], sent: { summary: 'x' }, ...place, id: '1' },
  ],
  ['when it is gone', gone(issueOf({ missingSince: 5 })), { ...goneOf() }],
  ['when it is thought gone', gone(issueOf(), 5), goneOf({ missingSince: 5 })],
  ['when the app deleted it', deleted(issueOf()), goneOf({ deletedByApp: true })],
  ['when it is there after all', returned(goneOf({ owes: 'closed' })), issueOf({ owes: 'closed' })],
])('an issue %s', (_, issue, expected) => {
  expect(issue).toMatchObject(expected);
  expect(Object.keys(issue).length).toBeGreaterThanOrEqual(Object.keys(expected).length);
});

test('what certainly is gone is no longer missing since some moment', () => {
  expect(gone(issueOf({ missingSince: 5 }))).toEqual(goneOf());
});

test('the claim of an issue is told in every state, an adopted one has none', () => {
  expect([claimedOf({ claim }), issueOf({ claim }), goneOf({ claim })].map(claimIdOf)).toEqual(
    Array(3).fill('c-product'),
  );
  expect([issueOf(), undefined].map(claimIdOf)).toEqual(['', '']);
});

test('an adopted issue is the finding’s from then on; of one that Jira does not say the type of, that is empty', () => {
  const issue = found(fetchedOf({ issueTypeId: undefined }), { project: '1', adopted: true }, now);
  expect([issue.adoptedAt, issue.issueType]).toEqual([now, '']);
  expect(found(fetchedOf(), { project: '1' }, now)).not.toHaveProperty('adoptedAt');
});

test('an issue that is known to be gone is missing no more', () => {
  expect(gone(issueOf({ missingSince: 5 }))).not.toHaveProperty('missingSince');
  expect(gone(issueOf(), 7).missingSince).toBe(7);
});
