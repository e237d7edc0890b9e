import { Deleting } from '../../../src/contract/settings';
import {
  closesInstead,
  existingIssues,
  judgeDeletion,
  mayStillDelete,
  sparedFor,
} from '../../../src/core/sync/deleting';
import { claimedOf, dayMs, goneOf, issueOf, now, recordOf, settingsOf } from '../builders';

const untouched = { fields: {}, changedBy: ['app'] };
const touched = { fields: {}, changedBy: ['app', 'person'] };
const settings = (more: Partial<Deleting> = {}) => Deleting.parse({ enabled: true, graceDays: 7, ...more });

test.each([
  ['an issue of the app', {}, untouched, {}, undefined],
  ['an issue that people worked on', {}, touched, {}, 'worked_on'],
  ['the same where that does not count', {}, touched, { spareWorkedOn: false }, undefined],
  ['an adopted issue', { adopted: true }, untouched, { spareWorkedOn: false }, 'adopted'],
  ['an adopted issue that people worked on', { adopted: true }, touched, {}, 'adopted'],
] as const)('what spares %s', (_, issue, traces, more, expected) => {
  expect(sparedFor(issueOf(issue), traces, settings(more), 'app')).toBe(expected);
});

test.each([
  ['its grace is over', { delete: now - 1 }, 7, { kind: 'delete', running: true }],
  ['its grace ends now', { delete: now }, 7, { kind: 'delete', running: true }],
  ['its grace runs', { delete: now + 5 }, 7, { kind: 'waiting', until: now + 5, running: true }],
  ['a grace that runs is not cut short', { delete: now + 5 }, 0, expect.objectContaining({ until: now + 5 })],
  ['its grace has not begun', {}, 7, { kind: 'waiting', until: now + 7 * dayMs, running: false }],
  ['there is no grace', undefined, 0, { kind: 'delete', running: false }],
])('an issue nobody touched: %s', (_, todo, graceDays, expected) => {
  const record = recordOf(todo === undefined ? {} : { todo });
  const judged = judgeDeletion(
    { record, issue: issueOf(), traces: untouched },
    settings({ graceDays }),
    'app',
    now,
  );
  expect(judged).toEqual(expected);
});

test('what is spared is told as spared, also when its grace is over', () => {
  const record = recordOf({ todo: { delete: now - 1 } });
  expect(judgeDeletion({ record, issue: issueOf(), traces: touched }, settings(), 'app', now)).toEqual({
    kind: 'spared',
    why: 'worked_on',
  });
});

test('only issues that exist and are not gone count', () => {
  const record = recordOf({
    issues: { product: goneOf({ id: '1' }), security: issueOf({ id: '2', key: 'SEC-1' }) },
  });
  expect(existingIssues(record).map(({ role, issue }) => [role, issue.id])).toEqual([['security', '2']]);
  expect(existingIssues(recordOf({ issues: { product: claimedOf() } }))).toEqual([]);
});

test.each([
  ['rejected', false, { enabled: true }, true],
  ['rejected', false, { enabled: false }, false],
  ['rejected', false, { enabled: false, goneFromPortal: 'delete' }, false],
  ['verified', false, { enabled: true, goneFromPortal: 'delete' }, false],
  ['verified', true, { enabled: false, goneFromPortal: 'delete' }, true],
  ['verified', true, { enabled: true, goneFromPortal: 'leave' }, false],
  ['rejected', true, { enabled: true, goneFromPortal: 'leave' }, true],
  ['rejected', true, { enabled: false, goneFromPortal: 'close' }, false],
] as const)(
  'whether an issue of a finding that is %s (deleted in the portal: %s) may still be deleted with %j',
  (status, forgotten, more, expected) => {
    const { facts } = recordOf();
    const record = recordOf({ forgotten, facts: { ...facts, status } });
    expect(mayStillDelete(record, settingsOf({ deleting: settings(more) }))).toBe(expected);
  },
);

test.each([
  [false, 'leave', true],
  [true, 'leave', false],
  [true, 'close', true],
] as const)(
  'whether an issue is closed instead of deleted (deleted in the portal: %s) with %s',
  (forgotten, goneFromPortal, expected) => {
    const deleting = settings({ goneFromPortal });
    expect(closesInstead(recordOf({ forgotten }), settingsOf({ deleting }))).toBe(expected);
  },
);
