import type { LinkRecord } from '../../../src/contract/link-record';
import { Closing, type SettingsDocument, Spaces } from '../../../src/contract/settings';
import {
  endOf,
  moveAfterProduct,
  movesOfExpired,
  movesOfGone,
  movesOfPair,
} from '../../../src/core/sync/wanted-moves';
import { claimedOf, goneOf, issueOf, recordOf, settingsOf } from '../builders';

const open = issueOf({ id: '1', category: 'new' });
const done = issueOf({ id: '2', category: 'done' });
const gone = goneOf({ id: '3', category: 'done' });
const claimed = claimedOf();

const facts = (status: string) => ({ ...recordOf().facts, status });
const spaces = (product: object, security: object = {}) =>
  settingsOf({ spaces: Spaces.parse({ product, security }) });
const byStatus = spaces({ resolvedStatus: { id: 'fixed' }, rejectedStatus: { id: 'invalid' } });
const leadsToPortal = spaces({ statuses: { resolved: { jira: [{ id: 'x' }], direction: 'to_portal' } } });

const resolved = (...statuses: string[]) => ({ statuses, orAnyOf: ['done'], butNoRejection: true });

test('a finding that is gone counts as resolved, a rejected one as what it is', () => {
  expect(endOf(recordOf(), settingsOf())).toEqual({ status: 'resolved', lifecycle: 'resolved' });
  expect(endOf(recordOf({ facts: facts('rejected') }), settingsOf())).toEqual({
    status: 'rejected',
    lifecycle: 'rejected',
  });
});

test('of a finding that is gone what is open is closed, as its space wants it', () => {
  const record = recordOf({
    issues: { product: open, security: issueOf({ id: '4', category: 'indeterminate' }) },
  });
  expect(movesOfGone(record, byStatus)).toEqual([
    { issue: record.issues.product, target: resolved('fixed'), lifecycle: 'resolved' },
    { issue: record.issues.security, target: resolved(), lifecycle: 'resolved' },
  ]);
});

test('a rejected finding that is gone is closed as rejected', () => {
  const record = recordOf({ facts: facts('rejected'), issues: { product: open } });
  expect(movesOfGone(record, byStatus)).toEqual([
    { issue: open, target: { statuses: ['invalid', 'fixed'], orAnyOf: ['done'] }, lifecycle: 'rejected' },
  ]);
});

test.each<[string, SettingsDocument, LinkRecord['issues']]>([
  ['what is done', settingsOf(), { product: done }],
  ['what no longer exists', settingsOf(), { product: { ...gone, category: 'new' } }],
  ['what may not exist', settingsOf(), { product: claimed }],
  ['what the portal does not move', leadsToPortal, { product: open }],
])('%s is not closed', (_name, settings, issues) => {
  expect(movesOfGone(recordOf({ issues }), settings)).toEqual([]);
});

test('when a risk is accepted no longer, what is done is brought back to work, and nothing else', () => {
  const move = {
    issue: done,
    target: { statuses: [], orAnyOf: ['new', 'indeterminate'] },
    lifecycle: 'open',
    reason: 'expired',
  };
  expect(movesOfExpired(recordOf({ issues: { product: done, security: open } }))).toEqual([move]);
  expect(movesOfExpired(recordOf({ issues: { product: gone, security: claimed } }))).toEqual([]);
});

test.each([
  ['the status chosen for closing', { id: 'verified' }, ['verified']],
  ['else the security team’s status for resolved', null, ['closed']],
])('a security issue is closed to %s', (_name, status, statuses) => {
  const settings = {
    ...spaces({}, { resolvedStatus: { id: 'closed' } }),
    closing: Closing.parse({ status }),
  };
  expect(moveAfterProduct('close', open, settings)).toEqual({
    issue: open,
    target: resolved(...statuses),
    lifecycle: 'resolved',
    reason: 'closed',
  });
});

test('without any choice a security issue goes to any done status, and is reopened to any that is not', () => {
  expect(moveAfterProduct('close', open, settingsOf()).target).toEqual(resolved());
  expect(moveAfterProduct('reopen', done, settingsOf())).toEqual({
    issue: done,
    target: { statuses: [], orAnyOf: ['new', 'indeterminate'] },
    lifecycle: 'open',
    reason: 'reopened',
  });
});

test('the security issue goes after its product issue where the pair asks for it', () => {
  const pair = (product: 'new' | 'done', security: 'new' | 'done', more: object = {}) =>
    recordOf({
      issues: {
        product: issueOf({ category: product }),
        security: issueOf({ id: '2', key: 'SEC-1', category: security, ...more }),
      },
    });
  const moves = (record: ReturnType<typeof pair>) => movesOfPair(record, settingsOf());
  const closed = pair('done', 'new');
  expect(moves(closed)).toEqual([
    {
      issue: closed.issues.security,
      target: { statuses: [], orAnyOf: ['done'], butNoRejection: true },
      lifecycle: 'resolved',
      reason: 'closed',
    },
  ]);
  expect(moves(pair('new', 'done', { closedByProduct: true }))[0]?.reason).toBe('reopened');
  expect(moves(pair('new', 'new'))).toEqual([]);
  expect(moves(recordOf())).toEqual([]);
});
