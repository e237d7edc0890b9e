import type { LinkedIssue } from '../../../src/contract/link-record';
import { marksOf } from '../../../src/core/sync/fields';
import { mark } from '../../../src/core/data/hash';
import {
  awaitsNews,
  forgetStatus,
  identityMark,
  isJustAdopted,
  type IssueDraft,
  type IssuePlan,
  marksOfAdopted,
  planIssue,
  statusMark,
} from '../../../src/core/sync/plan';
import { claimedOf, goneOf, issueOf } from '../builders';

const draft: IssueDraft = {
  fields: { summary: { value: 'a', comparable: 'a' }, priority: { value: { id: '2' }, comparable: '2' } },
  status: 'verified',
  identity: { v: 1, id: 'F-1' },
};
const sent = {
  ...marksOf(draft.fields, ['summary', 'priority']),
  [statusMark]: mark(draft.status),
  [identityMark]: mark(draft.identity),
};
const update = { kind: 'update', fields: [], move: false, identity: false } as const;

test.each<[string, LinkedIssue | undefined, boolean, IssuePlan]>([
  ['a finding without an issue gets one', undefined, true, { kind: 'create' }],
  ['a finding without an issue gets none when it must not', undefined, false, { kind: 'nothing' }],
  ['an issue whose create is under way is still to be created', claimedOf(), true, { kind: 'create' }],
  ['an issue that never came to be is left', claimedOf(), false, { kind: 'nothing' }],
  ['an issue that people deleted is not made again', goneOf(), true, { kind: 'nothing' }],
  ['what was sent is not sent again', issueOf({ sent }), true, { kind: 'nothing' }],
  ['what was sent is not sent again, may it create or not', issueOf({ sent }), false, { kind: 'nothing' }],
  [
    'changed fields alone are an edit',
    issueOf({ sent: { ...sent, summary: 'old' } }),
    true,
    { ...update, fields: ['summary'] },
  ],
  [
    'a changed status alone is a move',
    issueOf({ sent: { ...sent, _status: 'old' } }),
    true,
    { ...update, move: true },
  ],
  [
    'a changed identity alone is written',
    issueOf({ sent: { ...sent, _identity: 'old' } }),
    true,
    { ...update, identity: true },
  ],
  [
    'an issue of which nothing is remembered gets everything',
    issueOf(),
    true,
    { kind: 'update', fields: ['summary', 'priority'], move: true, identity: true },
  ],
])('%s', (_, issue, mayCreate, expected) => {
  expect(planIssue(issue, draft, mayCreate)).toEqual(expected);
});

test('an issue that was done for too long is opened, though its finding’s status is what it was', () => {
  const opened = { ...update, move: true, reason: 'stillReported' };
  expect(planIssue(issueOf({ sent }), draft, true, true)).toEqual(opened);
  expect(planIssue(issueOf({ sent: { ...sent, _status: 'old' } }), draft, true, true)).toEqual({
    ...update,
    move: true,
  });
});

test('of an issue that people made all stays theirs but labels and identity', () => {
  const fields = { ...draft.fields, labels: { value: ['a'], comparable: ['a'] } };
  expect(marksOfAdopted({ ...draft, fields })).toEqual({
    ...marksOf(draft.fields, ['summary', 'priority']),
    [statusMark]: mark('verified'),
  });
});

test('an issue that people gave to a finding is looked at by the next pass', () => {
  const all = [{ adopted: true }, { adopted: true, sent }, { adopted: false }, {}];
  expect(all.map((more) => isJustAdopted(issueOf(more)))).toEqual([true, false, false, false]);
});

test('an issue whose status nobody knows any more awaits its news', () => {
  const issue = issueOf({ sent: { ...sent } });
  const record = { issues: { product: issue, security: issueOf({ sent }) } };
  expect(awaitsNews(record)).toBe(false);
  forgetStatus(issue);
  const { [statusMark]: _over, ...rest } = sent;
  expect(issue.sent).toEqual(rest);
  expect(awaitsNews(record)).toBe(true);
  expect(awaitsNews({ issues: { product: goneOf(), security: claimedOf() } })).toBe(false);
});
