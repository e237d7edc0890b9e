import type { LinkRecord } from '../../../src/contract/link-record';
import { Closing, Statuses } from '../../../src/contract/settings';
import { mark } from '../../../src/core/data/hash';
import { statusMark } from '../../../src/core/sync/plan';
import { isTurnOpen, noteTaskStatus } from '../../../src/core/tasks/task-status';
import { claimedOf, goneOf, issueOf, now, recordOf, settingsOf } from '../builders';

const told = { [statusMark]: mark('verified') };
const started = { id: '1', sent: told, status: '3', category: 'indeterminate' } as const;
const begun = issueOf(started);
const done = issueOf({ ...started, status: '5', category: 'done' });
const security = issueOf({ ...started, id: '2' });

/** The turn of a task, after its record went from one set of issues to another. */
function noted(
  [from, to]: [LinkRecord['issues'], LinkRecord['issues']],
  settings = settingsOf(),
  more: Partial<LinkRecord> = {},
): LinkRecord {
  const after = recordOf({ hearing: { talked: 3 }, todo: { comment: 1 }, ...more, issues: to });
  noteTaskStatus(recordOf({ ...more, issues: from }), after, settings, now);
  return after;
}

test('a turn whose issue is done is resolved, and its other issue follows by a todo', () => {
  const after = noted([{ product: begun }, { product: done }]);
  expect(after.facts).toEqual({ ...recordOf().facts, status: 'resolved' });
  expect(after.hearing).toEqual({ talked: 3, lastOpen: 'verified' });
  expect(after.todo).toEqual({ comment: 1, apply: now });
});

test('an issue that is where the new status wants it has nothing more to do, the other one has', () => {
  const retested = settingsOf({ closing: Closing.parse({ waitForRetest: true }) });
  const { issues } = noted(
    [
      { product: begun, security },
      { product: done, security },
    ],
    retested,
  );
  expect(issues.product).toMatchObject({ sent: { [statusMark]: mark('resolved') } });
  expect(issues.security).toMatchObject({ sent: { [statusMark]: mark('verified') } });
});

test.each([
  ['nothing moves', [{ product: begun }, { product: begun }], {}],
  [
    'tasks share an issue as a group',
    [{ product: begun }, { product: done }],
    { group: { id: 'g', members: [] } },
  ],
  ['it is one of those', [{ product: begun }, { product: done }], { memberOf: { id: 'g' } }],
] as [string, [LinkRecord['issues'], LinkRecord['issues']], Partial<LinkRecord>][])(
  'a turn keeps its status where %s',
  (_what, issues, more) => {
    const after = noted(issues, settingsOf(), more);
    expect([after.facts.status, after.todo]).toEqual(['verified', { comment: 1 }]);
  },
);

test('a turn that has just come to be means nothing yet', () => {
  const after = recordOf({ issues: { product: done } });
  noteTaskStatus(undefined, after, settingsOf(), now);
  expect(after).toEqual(recordOf({ issues: { product: done } }));
});

test.each([
  ['waits for no retest, though findings do', { waitForRetest: true }, 'resolved'],
  ['waits for its security issue where that is closed after it', { waitForRetest: false }, 'verified'],
  ['waits for it where nothing is closed after it', { enabled: false, waitForRetest: true }, 'verified'],
])('a turn whose product issue is done %s', (_what, closing, status) => {
  const after = noted(
    [
      { product: begun, security },
      { product: done, security },
    ],
    settingsOf({ closing: Closing.parse(closing) }),
  );
  expect(after.facts.status).toBe(status);
});

test('a resolution that means a status which was taken away leaves the turn open, and its issue as it is', () => {
  const resolutions = [{ resolution: { id: '9', name: 'Kept' }, status: 'taken_away' }];
  const kept = issueOf({ ...started, category: 'done', resolution: '9' });
  const after = noted(
    [{ product: begun }, { product: kept }],
    settingsOf({ statuses: Statuses.parse({ resolutions }) }),
  );
  expect(after.facts.status).toBe('taken_away');
  expect(after.issues.product).toMatchObject({ sent: told });
});

const facts = { ...recordOf().facts, status: 'resolved' };

test.each([
  ['was never made', undefined, false],
  ['has an issue that is not done', recordOf({ issues: { product: begun } }), true],
  ['has one issue that is done and one that is not', recordOf({ issues: { product: done, security } }), true],
  ['has issues that are done', recordOf({ issues: { product: done } }), false],
  ['is resolved, whatever its issue is', recordOf({ issues: { product: begun }, facts }), false],
  ['waits for its issue', recordOf({ state: 'pending' }), true],
  [
    'is held up',
    recordOf({ state: 'held', cause: 'c', reason: { code: 'noRule', severity: 'low', status: 'verified' } }),
    true,
  ],
  ['was told to have no issue', recordOf({ state: 'skipped' }), false],
  ['lost its issue', recordOf({ state: 'pending', issues: { product: goneOf() } }), false],
  [
    'has an issue that may be under way',
    recordOf({ issues: { product: done, security: claimedOf() } }),
    true,
  ],
])('of a turn that %s something is to do: %#', (_what, record, isOpen) => {
  expect(isTurnOpen(record, settingsOf())).toBe(isOpen);
});
