import type { Lifecycle } from '../../../src/contract/finding';
import type { LinkRecord } from '../../../src/contract/link-record';
import { Deleting } from '../../../src/contract/settings';
import { dueTodos, todosOf, type Todos, without } from '../../../src/core/sync/todos';
import { dayMs, findingOf, now, recordOf, settingsOf } from '../builders';

const deleting = settingsOf({ deleting: Deleting.parse({ enabled: true, graceDays: 7 }) });
const keeping = settingsOf();
const until = findingOf({ acceptedUntil: '2026-01-31' });
const plain = findingOf();
const endOfJanuary = Date.UTC(2026, 1, 1);

describe('a snapshot leaves to be done', () => {
  test.each<[string, typeof plain, Lifecycle, LinkRecord | undefined, typeof keeping, Todos]>([
    ['nothing for an open finding', until, 'open', undefined, deleting, {}],
    ['nothing for a resolved one', until, 'resolved', recordOf(), deleting, {}],
    [
      'a reopening at the end of the day until which the risk is accepted',
      until,
      'accepted',
      undefined,
      deleting,
      { reopen: endOfJanuary },
    ],
    ['nothing when the risk is accepted for good', plain, 'accepted', undefined, deleting, {}],
    ['nothing for a rejected one when deleting is off', until, 'rejected', undefined, keeping, {}],
    ['a deletion after the grace', plain, 'rejected', undefined, deleting, { delete: now + 7 * dayMs }],
    [
      'a deletion after the grace, though a record is there',
      plain,
      'rejected',
      recordOf(),
      deleting,
      { delete: now + 7 * dayMs },
    ],
    [
      'the deletion that stands, no later',
      plain,
      'rejected',
      recordOf({ todo: { delete: now + 5 } }),
      deleting,
      { delete: now + 5 },
    ],
    [
      'a grace of its own when it comes back from the portal’s deletion',
      plain,
      'rejected',
      recordOf({ forgotten: true, todo: { delete: now + 5 } }),
      deleting,
      { delete: now + 7 * dayMs },
    ],
    [
      'no deletion any more once it is open again',
      plain,
      'open',
      recordOf({ todo: { delete: now + 5 } }),
      deleting,
      {},
    ],
    [
      'no reopening any more once it is resolved',
      plain,
      'resolved',
      recordOf({ todo: { reopen: now + 5 } }),
      deleting,
      {},
    ],
    [
      'the reopening by the new date',
      until,
      'accepted',
      recordOf({ todo: { reopen: now + 5 } }),
      deleting,
      { reopen: endOfJanuary },
    ],
    [
      'the following that stands',
      plain,
      'open',
      recordOf({ todo: { follow: now - 5 } }),
      deleting,
      { follow: now - 5 },
    ],
    [
      'the following that is parked, now',
      plain,
      'open',
      recordOf({ parked: 'follow' }),
      deleting,
      { follow: now },
    ],
    [
      'the comment that is owed, for when it was to be said',
      plain,
      'open',
      recordOf({ todo: { comment: now + 5 } }),
      deleting,
      { comment: now + 5 },
    ],
    [
      'the comment that is parked, now',
      plain,
      'open',
      recordOf({ parked: 'comment' }),
      deleting,
      { comment: now },
    ],
    [
      'no following because something else is parked',
      plain,
      'open',
      recordOf({ parked: 'close' }),
      deleting,
      {},
    ],
    [
      'following and deletion together',
      plain,
      'rejected',
      recordOf({ todo: { follow: now } }),
      deleting,
      { follow: now, delete: now + 7 * dayMs },
    ],
  ])('%s', (_, finding, lifecycle, before, settings, expected) => {
    expect(todosOf(finding, lifecycle, before, settings, now)).toStrictEqual(expected);
  });
});

test('due are those whose time has come, oldest first', () => {
  expect(dueTodos({ delete: now, follow: now - 2, close: now - 1, reopen: now + 1 }, now)).toEqual([
    'follow',
    'close',
    'delete',
  ]);
  expect(dueTodos({ follow: now - 1, delete: now - 2 }, now)).toEqual(['delete', 'follow']);
  expect(dueTodos(undefined, now)).toEqual([]);
});

test('one can be taken out of the todos', () => {
  expect(without({ follow: 1, delete: 2 }, 'follow')).toEqual({ delete: 2 });
  expect(without({ delete: 2 }, 'follow')).toEqual({ delete: 2 });
  expect(without(undefined, 'follow')).toEqual({});
});
