import type { ActivityItem } from '../../../src/contract/activity';
import type { LinkRecord } from '../../../src/contract/link-record';
import type { Reason } from '../../../src/contract/messages/message';
import { entriesOf, hasGaps, storyIssues, storyState, waitingOf } from '../../../src/core/activity/story';
import { whenIssueComes } from '../../../src/core/sync/todos';
import { claimedOf, goneOf, issueOf, now, recordOf, settingsOf } from '../builders';

const minute = 60_000;
const claim = (at: number) => ({ id: 'c', at, searches: 0 });

function telling(at: number, outcome: ActivityItem['outcome'], issues: string[] = [], reason?: Reason) {
  const item = { finding: 'F-1', product: 'shop', outcome, issues, ...(reason ? { reason } : {}) };
  return { at, item };
}

function told(record: LinkRecord | undefined, ...tellings: ReturnType<typeof telling>[]) {
  return entriesOf(record, tellings);
}

test('what was done is told newest first, with its reason', () => {
  expect(told(undefined, telling(1, 'held', [], { code: 'busy' }), telling(2, 'created', ['WEB-1']))).toEqual(
    [
      { at: 2, what: 'outcome', outcome: 'created', issues: ['WEB-1'] },
      { at: 1, what: 'outcome', outcome: 'held', issues: [], reason: { code: 'busy' } },
    ],
  );
});

test('what the record remembers fills in where activity is silent', () => {
  const product = issueOf({ claim: claim(now - 90 * minute), doneAt: now - 30 * minute });
  const security = issueOf({ id: '2', key: 'SEC-1', doneAt: now - 20 * minute, closedByProduct: true });
  expect(told(recordOf({ issues: { product, security } }))).toEqual([
    { at: now, what: 'reported', status: 'verified' },
    { at: now - 20 * minute, what: 'closed', issue: 'SEC-1', because: 'WEB-1' },
    { at: now - 30 * minute, what: 'done', issue: 'WEB-1' },
    { at: now - 90 * minute, what: 'created', issue: 'WEB-1' },
  ]);
});

test('what activity told is not told again from the record', () => {
  const product = issueOf({ claim: claim(now - 90 * minute), doneAt: now - 30 * minute });
  const entries = told(
    recordOf({ issues: { product } }),
    telling(now - 89 * minute, 'created', ['WEB-1']),
    telling(now - 31 * minute, 'moved', ['WEB-1']),
  );
  expect(entries.map(({ what }) => what)).toEqual(['reported', 'outcome', 'outcome']);
});

test.each([
  ['a move long before', telling(now - 60 * minute, 'moved', ['WEB-1'])],
  ['a move of another issue', telling(now - 30 * minute, 'moved', ['WEB-2'])],
  ['a change', telling(now - 30 * minute, 'changed', ['WEB-1'])],
])('%s does not silence that an issue is done', (_, one) => {
  const product = issueOf({ doneAt: now - 30 * minute });
  expect(told(recordOf({ issues: { product } }), one)).toContainEqual({
    at: now - 30 * minute,
    what: 'done',
    issue: 'WEB-1',
  });
});

test.each([
  ['adopted', { claim: claim(now), adopted: true }],
  ['linked again after a reinstall', { claim: claim(0) }],
  ['without a claim', {}],
])('an issue %s is not told as created', (_, more) => {
  const entries = told(recordOf({ issues: { product: issueOf(more) } }));
  expect(entries.map(({ what }) => what)).toEqual(['reported']);
});

test('issues are told product first, those that never came to be are not', () => {
  const security = goneOf({ id: '2', key: 'SEC-1', category: 'done' });
  const product = issueOf({ adopted: true });
  expect(storyIssues(recordOf({ issues: { security, product } }))).toEqual([
    { role: 'product', id: '10001', key: 'WEB-1', adopted: true, gone: false },
    { role: 'security', id: '2', key: 'SEC-1', adopted: false, gone: true, category: 'done' },
  ]);
  expect(storyIssues(recordOf({ issues: { product: claimedOf() } }))).toEqual([]);
  expect(storyIssues(undefined)).toEqual([]);
});

test('what waits is told soonest first', () => {
  const record = recordOf({ todo: { reopen: now + 2, follow: now + 1 } });
  expect(waitingOf(record, settingsOf())).toEqual([
    { todo: 'follow', at: now + 1 },
    { todo: 'reopen', at: now + 2 },
  ]);
  expect(waitingOf(recordOf(), settingsOf())).toEqual([]);
});

test('a deletion that was switched off meanwhile is not told as to come', () => {
  const { facts } = recordOf();
  const record = recordOf({ facts: { ...facts, status: 'rejected' }, todo: { delete: now + 2 } });
  expect(waitingOf(record, settingsOf())).toEqual([]);
});

test('a batch has gaps when it did more than it lists; the unchanged are never listed', () => {
  const batch = { id: 'a', at: now, connection: 'abcdefgh', jiraCalls: 1, jiraPoints: 1 };
  const { item } = telling(now, 'created');
  expect(hasGaps({ ...batch, counts: { created: 1, unchanged: 40, stale: 2 }, items: [item] })).toBe(false);
  expect(hasGaps({ ...batch, counts: { created: 2 }, items: [item] })).toBe(true);
});

test('who did what is told with it', () => {
  const [entry] = entriesOf(undefined, [
    { at: 1, item: { finding: 'F-1', product: 'shop', outcome: 'moved', issues: [], by: 'app' } },
  ]);
  expect(entry).toStrictEqual({ at: 1, what: 'outcome', outcome: 'moved', issues: [], by: 'app' });
});

test.each([
  ['created', 'created', 0, false],
  ['created', 'moved', 0, true],
  ['done', 'moved', 10 * minute, false],
  ['done', 'closed', -10 * minute, false],
  ['done', 'moved', 10 * minute + 1, true],
  ['done', 'created', 0, true],
] as const)(
  'that an issue is %s is told by the record although %s was told %i ms apart: %#',
  (what, outcome, apart, isTold) => {
    const at = now - 60 * minute;
    const product = issueOf(what === 'created' ? { claim: claim(at) } : { doneAt: at });
    const entries = told(recordOf({ issues: { product } }), telling(at + apart, outcome, ['WEB-1']));
    expect(entries.some((entry) => entry.what === what)).toBe(isTold);
  },
);

test('what the portal reported is told whatever was done, and an issue that closed after one that is gone is only done', () => {
  const entries = told(recordOf(), telling(now, 'moved', ['WEB-1']));
  expect(entries.map(({ what }) => what)).toContain('reported');
  const closed = recordOf({ issues: { security: issueOf({ doneAt: now - 1, closedByProduct: true }) } });
  expect(told(closed).map(({ what }) => what)).toEqual(['reported', 'done']);
});

test('a pair of which one issue is gone is not in step', () => {
  const part = recordOf({ issues: { product: issueOf(), security: goneOf() } });
  const whole = recordOf({ issues: { product: issueOf() } });
  expect([
    storyState('synced', part),
    storyState('synced', whole),
    storyState('held', part),
    storyState('unknown', undefined),
    storyState('synced', undefined),
  ]).toEqual(['partly', 'synced', 'held', 'unknown', 'synced']);
});

test('what waits for an issue to come has no time, and what was due first is told first', () => {
  const record = recordOf({ todo: { follow: whenIssueComes, comment: 3, reopen: 5, close: 4 } });
  expect(waitingOf(record, settingsOf()).map(({ todo }) => todo)).toEqual(['comment', 'close', 'reopen']);
});

test('an issue whose category is unknown is told without', () => {
  expect(storyIssues(recordOf({ issues: { product: issueOf() } }))[0]).not.toHaveProperty('category');
});

test('a batch that says it is partial has gaps', () => {
  const batch = {
    id: 'a',
    at: now,
    connection: 'abcdefgh',
    jiraCalls: 1,
    jiraPoints: 1,
    counts: {},
    items: [],
  };
  expect([hasGaps({ ...batch, partial: true }), hasGaps(batch)]).toEqual([true, false]);
});
