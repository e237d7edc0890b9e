import type { LinkRecord } from '../../../src/contract/link-record';
import type { PortalEntry } from '../../../src/contract/stored/threads';
import { commentState } from '../../../src/core/comments/comment-state';
import { recordOf } from '../builders';
import { entry, there, taken } from './builders';

const held = { cause: 'c', reason: { code: 'busy' } } as const;

describe('a comment stands', () => {
  const state = (one: PortalEntry | undefined, record?: LinkRecord, how: object = {}) =>
    commentState(one, record, { isWaiting: false, isOff: false, ...how });
  const reason = { code: 'busy' } as const;
  const without = { code: 'commentNoIssue' } as const;
  const waits = entry({ waits: true });
  const isWaiting = true;

  test.each<[string, ReturnType<typeof state>, ReturnType<typeof state>]>([
    ['in the inbox', state(undefined, recordOf(), { isWaiting }), { state: 'pending' }],
    [
      'in the inbox, of a finding that nobody knows',
      state(undefined, undefined, { isWaiting }),
      { state: 'pending', reason: { code: 'commentBeforeFinding' } },
    ],
    [
      'nowhere, as of no finding',
      state(undefined),
      { state: 'skipped', reason: { code: 'commentOfUnknown' } },
    ],
    [
      'nowhere, as comments are off',
      state(undefined, undefined, { isOff: true }),
      { state: 'skipped', reason: { code: 'commentsOff' } },
    ],
    ['held', state(entry({ held, waits: true })), { state: 'held', reason }],
    ['waiting its turn', state(waits, recordOf()), { state: 'pending' }],
    ['waiting its turn, of a finding that is not known', state(waits), { state: 'pending' }],
    [
      'waiting for an issue of a finding that gets none',
      state(waits, recordOf({ state: 'skipped', reason })),
      { state: 'skipped', reason },
    ],
    [
      'waiting for an issue of a finding that has left Jira',
      state(waits, recordOf({ state: 'deleted' })),
      { state: 'skipped', reason: without },
    ],
    [
      'waiting for an issue of a finding that is held',
      state(waits, recordOf({ state: 'held', cause: 'c', reason })),
      { state: 'held', reason },
    ],
    ['deleted', state(entry({ deleted: true, copies: [taken] })), { state: 'deleted' }],
    ['in Jira', state(entry({ copies: [there] })), { state: 'synced' }],
    ['without an issue to go to', state(entry()), { state: 'skipped', reason: without }],
  ])('%s', (_name, told, expected) => {
    expect(told).toStrictEqual(expected);
  });
});
