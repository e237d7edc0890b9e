import fc from 'fast-check';
import { Space } from '../../../src/contract/settings';
import { type Known, meaningOf, type Place, type Standing } from '../../../src/core/sync/meaning';
import { todo, doing, done, closed, wontDo, lists, plain, open, one, settings } from './standings';

test.each<[string, readonly Standing[], Known, object, string | undefined]>([
  ['done means resolved', one(todo, done), open, {}, 'resolved'],
  ['what stays open says nothing', one(todo, doing), open, {}, undefined],
  ['what stays done says nothing', one(done, closed), open, {}, undefined],
  ['the first look says nothing', one(undefined, done), open, {}, undefined],
  [
    'no longer done means the last open status',
    one(done, todo),
    { has: 'resolved', lastOpen: 'assigned' },
    {},
    'assigned',
  ],
  ['a list names the status', one(todo, doing, lists({ assigned: { jira: ['2'] } })), open, {}, 'assigned'],
  [
    'a list that goes to Jira only says nothing',
    one(todo, doing, lists({ assigned: { jira: ['2'], direction: 'to_jira' } })),
    open,
    {},
    undefined,
  ],
  [
    'a list that comes from Jira only speaks',
    one(todo, doing, lists({ assigned: { jira: ['2'], direction: 'to_portal' } })),
    open,
    {},
    'assigned',
  ],
  [
    'of several lists the one that the finding has',
    one(todo, doing, lists({ assigned: { jira: ['2'] }, verified: { jira: ['2'] } })),
    open,
    {},
    'verified',
  ],
  [
    'of several else the one that fits the category',
    one(
      todo,
      done,
      lists({ assigned: { jira: ['3'] }, rejected: { jira: ['3'] }, resolved: { jira: ['3'] } }),
    ),
    open,
    {},
    'resolved',
  ],
  [
    'of several open ones the first',
    one(done, todo, lists({ resolved: { jira: ['1'] }, assigned: { jira: ['1'] } })),
    { has: 'rejected', lastOpen: 'verified' },
    {},
    'assigned',
  ],
  [
    'one list speaks whatever the category',
    one(todo, done, lists({ rejected: { jira: ['3'] } })),
    open,
    {},
    'rejected',
  ],
  [
    'a list speaks between done statuses',
    one(done, closed, lists({ rejected: { jira: ['4'] } })),
    { has: 'resolved', lastOpen: 'verified' },
    {},
    'rejected',
  ],
  [
    'the status set for rejected speaks where another is set for resolved',
    one(todo, closed, Space.parse({ resolvedStatus: { id: '3' }, rejectedStatus: { id: '4' } })),
    open,
    {},
    'rejected',
  ],
  [
    'one status set for both means resolved',
    one(todo, done, Space.parse({ resolvedStatus: { id: '3' }, rejectedStatus: { id: '3' } })),
    open,
    {},
    'resolved',
  ],
  [
    'a resolution has a meaning of its own',
    one(todo, wontDo),
    open,
    { resolutions: [{ resolution: { id: '10' }, status: 'permanently_risk_accepted' }] },
    'permanently_risk_accepted',
  ],
  [
    'a resolution goes over a list',
    one(todo, wontDo, lists({ resolved: { jira: ['3'] } })),
    open,
    { resolutions: [{ resolution: { id: '10' }, status: 'rejected' }] },
    'rejected',
  ],
  [
    'a resolution that is set later speaks',
    one(done, wontDo),
    { has: 'resolved', lastOpen: 'verified' },
    { resolutions: [{ resolution: { id: '10' }, status: 'rejected' }] },
    'rejected',
  ],
  [
    'a status of the admin’s',
    one(todo, doing, lists({ in_triage: { jira: ['2'] } })),
    open,
    { own: { in_triage: { label: 'In triage', lifecycle: 'open' } } },
    'in_triage',
  ],
])('%s', (_what, issues, known, statuses, meant) => {
  expect(meaningOf(issues, known, settings(statuses))).toBe(meant);
});

test('a "won’t do" without a meaning of its own says nothing', () => {
  const closing = { wontDoResolutions: [{ id: '10' }] };
  expect(meaningOf(one(todo, wontDo), open, settings({}, closing))).toBeUndefined();
  const own = { resolutions: [{ resolution: { id: '10' }, status: 'rejected' }] };
  expect(meaningOf(one(todo, wontDo), open, settings(own, closing))).toBe('rejected');
});

test('a product issue that awaits its retest is not resolved by being done', () => {
  const closing = { waitForRetest: true };
  expect(meaningOf(one(todo, done, plain, 'product'), open, settings({}, closing))).toBeUndefined();
  expect(meaningOf(one(todo, done, plain, 'security'), open, settings({}, closing))).toBe('resolved');
});

const pair = (product: [Place, Place], security: [Place, Place]): Standing[] => [
  { role: 'product', space: plain, before: product[0], now: product[1] },
  { role: 'security', space: plain, before: security[0], now: security[1] },
];
const fixed: Known = { has: 'resolved', lastOpen: 'verified' };

test.each<[string, Standing[], Known, string | undefined, string | undefined, string | undefined]>([
  ['product done', pair([todo, done], [todo, todo]), open, undefined, 'resolved', undefined],
  ['security done', pair([todo, todo], [todo, done]), open, 'resolved', 'resolved', undefined],
  ['security done last', pair([done, done], [todo, done]), open, 'resolved', 'resolved', 'resolved'],
  ['product open again', pair([done, todo], [done, done]), fixed, undefined, 'verified', 'verified'],
  ['both open again', pair([todo, todo], [done, todo]), fixed, 'verified', 'verified', 'verified'],
])('who speaks of two: %s', (_what, issues, known, security, either, both) => {
  expect(meaningOf(issues, known, settings({ speaks: 'security' }))).toBe(security);
  expect(meaningOf(issues, known, settings({ speaks: 'either' }))).toBe(either);
  expect(meaningOf(issues, known, settings({ speaks: 'both' }))).toBe(both);
});

test('what did not move says nothing, whoever speaks', () => {
  const places = fc.constantFrom(todo, doing, done, closed, wontDo);
  fc.assert(
    fc.property(
      places,
      places,
      fc.constantFrom('security', 'either', 'both'),
      (product, security, speaks) => {
        const issues = pair([product, product], [security, security]);
        expect(meaningOf(issues, open, settings({ speaks }))).toBeUndefined();
      },
    ),
  );
});

describe('where both issues have to say the same', () => {
  const both = (
    product: [Place, Place],
    security: [Place, Place],
    known = open,
    spaces = [plain, plain],
    closing = {},
  ) =>
    meaningOf(
      [
        { role: 'product', space: spaces[0] ?? plain, before: product[0], now: product[1] },
        { role: 'security', space: spaces[1] ?? plain, before: security[0], now: security[1] },
      ],
      known,
      settings({ speaks: 'both' }, { enabled: false, ...closing }),
    );
  const over: Known = { has: 'resolved', lastOpen: 'assigned' };
  const named = lists({ assigned: { jira: ['2'] } });

  test.each<[string, ReturnType<typeof both>, string | undefined]>([
    ['both are done, one of them now', both([done, done], [todo, done]), 'resolved'],
    ['only one is done', both([todo, todo], [todo, done]), undefined],
    ['both were done before', both([done, closed], [done, done]), undefined],
    ['one is opened', both([done, done], [done, todo], over), 'assigned'],
    ['one is opened, of a finding that is open', both([done, done], [done, todo]), undefined],
    ['both are opened', both([done, todo], [done, todo], over), 'assigned'],
    [
      'both are named by a list, one moved',
      both([doing, doing], [todo, doing], open, [named, named]),
      'assigned',
    ],
    [
      'one is named by a list and moved, the other agrees',
      both([todo, todo], [todo, doing], { has: 'verified', lastOpen: 'assigned' }, [plain, named]),
      'assigned',
    ],
    [
      'both are named by a list, none moved',
      both([doing, doing], [doing, doing], open, [named, named]),
      undefined,
    ],
    [
      'one is closed as won’t do, which says nothing',
      both([todo, wontDo], [todo, done], open, [plain, plain], { wontDoResolutions: [{ id: '10' }] }),
      undefined,
    ],
    [
      'both say nothing',
      both([todo, wontDo], [todo, wontDo], open, [plain, plain], { wontDoResolutions: [{ id: '10' }] }),
      undefined,
    ],
  ])('%s', (_name, status, expected) => {
    expect(status).toBe(expected);
  });
});

test('the security team’s issue speaks, wherever it stands in the list; the product team’s where there is no other', () => {
  const product: Standing = { role: 'product', space: plain, before: todo, now: done };
  const security: Standing = { role: 'security', space: plain, before: todo, now: todo };
  const of = (issues: Standing[], speaks = 'security') =>
    meaningOf(issues, open, settings({ speaks }, { enabled: false }));
  expect([of([product, security]), of([security, product]), of([product])]).toEqual([
    undefined,
    undefined,
    'resolved',
  ]);
  expect(of([product], 'both')).toBe('resolved');
});

test('where either speaks, the security team’s issue goes first', () => {
  const [a, b] = ['assigned', 'unverified'].map((name) => lists({ [name]: { jira: ['2'] } }));
  const product: Standing = { role: 'product', space: a ?? plain, before: todo, now: doing };
  const security: Standing = { role: 'security', space: b ?? plain, before: todo, now: doing };
  const either = settings({ speaks: 'either' });
  expect(meaningOf([product, security], open, either)).toBe('unverified');
  expect(meaningOf([product, { ...security, now: todo }], open, either)).toBe('assigned');
});

test.each<[string, Place, Place, string | undefined]>([
  ['a resolution counts only on what is done', { ...doing, resolution: '5' }, todo, undefined],
  ['a resolution that is new is a move', { ...done, resolution: '5' }, done, 'rejected'],
])('%s', (_name, now, before, status) => {
  const whole = settings({
    resolutions: [
      { resolution: { id: '5' }, status: 'rejected' },
      { resolution: { name: 'Unknown here' }, status: 'assigned' },
    ],
  });
  expect(meaningOf(one(before, now), open, whole)).toBe(status);
  expect(meaningOf(one(todo, done), open, whole)).toBe('resolved');
});
