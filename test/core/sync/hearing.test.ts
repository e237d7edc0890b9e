import { mark } from '../../../src/core/data/hash';
import {
  agree,
  awaitsAnswer,
  hearingAfter,
  insistsOn,
  knownOf,
  noteAgreed,
  noteMeaning,
  receivedAt,
  statusOf,
  storedHearing,
} from '../../../src/core/sync/hearing';
import { statusMark } from '../../../src/core/sync/plan';
import type { Hearing } from '../../../src/contract/link-record';
import { Closing } from '../../../src/contract/settings';
import { goneOf, issueOf, now, recordOf, settingsOf, spaceOf } from '../builders';

const settings = settingsOf();
const meant = { status: 'resolved', event: 'e1', n: 7 };
const asked = { event: 'e2', n: 8 };
const heard = (hearing: Hearing) => recordOf({ hearing });

test.each([
  ['what the portal sent', recordOf(), 'verified'],
  ['what it was told since', heard({ meant }), 'resolved'],
  [
    'what people decided, whatever was meant',
    recordOf({ hearing: { meant }, decided: { kind: 'rejected', at: now, event: 'e3', role: 'product' } }),
    'rejected',
  ],
])('the status that holds is %s', (_name, record, status) => {
  expect(statusOf(record)).toBe(status);
});

describe('a snapshot', () => {
  const after = (hearing: Hearing, status: string, insists = false) =>
    hearingAfter(
      heard(hearing),
      { status, lifecycle: status === 'resolved' ? 'resolved' : 'open', insists },
      settings,
    );

  test('of a finding that is new says nothing of what was heard', () => {
    expect(hearingAfter(undefined, { status: 'verified', lifecycle: 'open', insists: false }, settings)).toBe(
      undefined,
    );
  });

  test('that repeats the status leaves what was meant, with the last open status', () => {
    const known = { meant, asked, lastOpen: 'unverified' };
    expect(after(known, 'verified')).toEqual(known);
  });

  test.each([
    ['another status', 'unverified', false],
    ['the same, knowing what was meant', 'verified', true],
  ])('that says %s ends what was meant and asked', (_name, status, insists) => {
    expect(after({ meant, asked }, status, insists)).toBeUndefined();
  });

  test('that closes the finding remembers the last open status', () => {
    expect(after({}, 'resolved')).toEqual({ lastOpen: 'verified' });
    expect(after({ lastOpen: 'unverified', meant }, 'resolved')).toEqual({ lastOpen: 'unverified' });
  });

  test('leaves alone what else is known', () => {
    expect(after({ talked: 3 }, 'verified')).toEqual({ talked: 3 });
  });
});

describe('a portal that says the same again', () => {
  const receipts = [
    { n: 5, at: now - 100 },
    { n: 7, at: now },
  ];
  const updatedAt = '2026-01-15T09:00:00Z';

  test.each([
    ['after it received the event', now + 1, updatedAt, heard({ meant }), true],
    ['at that very moment', now, updatedAt, heard({ meant }), false],
    ['before it did', now - 1, updatedAt, heard({ meant }), false],
    ['without its time', now + 1, undefined, heard({ meant }), false],
    ['after an event that it has not received', now + 1, updatedAt, heard({ asked }), false],
    [
      'after an event without a number',
      now + 1,
      updatedAt,
      heard({ meant: { status: 'x', event: 'e' } }),
      false,
    ],
    ['of which it was told nothing', now + 1, updatedAt, recordOf(), false],
    ['for the first time', now + 1, updatedAt, undefined, false],
  ])('%s', (_name, seenAt, time, record, insists) => {
    expect(insistsOn({ finding: { updatedAt: time }, seenAt }, record, receipts)).toBe(insists);
  });

  test('received an event with the first receipt that reaches it', () => {
    expect([5, 6, 7, 8, undefined].map((n) => receivedAt(n, receipts))).toEqual([
      now - 100,
      now,
      now,
      undefined,
      undefined,
    ]);
  });

  test('may answer only what it heard', () => {
    expect(
      [heard({ meant }), heard({ asked }), heard({ lastOpen: 'verified' }), recordOf()].map(awaitsAnswer),
    ).toEqual([true, true, false, false]);
  });
});

describe('what a change of issues means', () => {
  const at = (category: 'new' | 'done', sent = mark('verified')) =>
    issueOf({ status: category === 'done' ? '3' : '1', category, sent: { [statusMark]: sent } });
  const noted = (from: 'new' | 'done', to: 'new' | 'done', more: object = {}, closing: object = {}) => {
    const after = recordOf({ issues: { product: at(to) }, ...more });
    const whole = settingsOf({ closing: Closing.parse(closing) });
    noteMeaning(recordOf({ issues: { product: at(from) }, ...more }), after, whole, () => 'new-id');
    return after.hearing;
  };

  test('is noted with the event that will tell it', () => {
    expect(noted('new', 'done', {}, { enabled: false })?.meant).toEqual({
      status: 'resolved',
      event: 'new-id',
    });
    expect(noted('new', 'new')?.meant).toBeUndefined();
  });

  test('is not noted where nobody hears', () => {
    const after = recordOf({ issues: { product: at('done') } });
    noteMeaning(recordOf({ issues: { product: at('new') } }), after, settings);
    expect(after.hearing).toBeUndefined();
  });

  test('asks for a retest where closing waits for one, and takes that back when it is open again', () => {
    const waits = { enabled: true, waitForRetest: true };
    const issues = { security: issueOf({ id: '2', key: 'SEC-1', status: '1', category: 'new' }) };
    const both = (category: 'new' | 'done') => ({ issues: { ...issues, product: at(category) } });
    const whole = settingsOf({ closing: Closing.parse(waits) });
    const done = recordOf(both('done'));
    noteMeaning(recordOf(both('new')), done, whole, () => 'ask');
    expect(done.hearing?.asked).toEqual({ event: 'ask' });
    const open = recordOf({ ...both('new'), hearing: { asked } });
    noteMeaning(recordOf({ ...both('done'), hearing: { asked } }), open, whole, () => 'ask');
    expect(open.hearing?.asked).toBeUndefined();
  });
});

test('issues that are where a status wants them have nothing to do for it, the others have', () => {
  const whole = settingsOf({
    spaces: { ...settings.spaces, product: spaceOf({ resolvedStatus: { id: '9' } }) },
  });
  const issues = {
    product: issueOf({ status: '9', category: 'done' }),
    security: issueOf({ id: '2', key: 'SEC-1', status: '1', category: 'new' }),
  };
  agree('shop', issues, { status: 'resolved', lifecycle: 'resolved', rule: undefined }, whole);
  expect([issues.product.sent, issues.security.sent]).toEqual([{ [statusMark]: mark('resolved') }, {}]);
});

test('what is remembered of hearing is absent where there is nothing to remember', () => {
  expect(storedHearing({ meant: undefined, owed: undefined })).toBeUndefined();
  expect(storedHearing({ talked: 1 })).toEqual({ talked: 1 });
});

test('a finding that was never open counts as unverified where nothing else is known', () => {
  const { facts } = recordOf();
  const record = recordOf({ facts: { ...facts, status: 'resolved' } });
  expect(knownOf(record, settings)).toEqual({ has: 'resolved', lastOpen: 'unverified' });
  expect(knownOf({ ...record, hearing: { lastOpen: 'assigned' } }, settings).lastOpen).toBe('assigned');
  expect(
    hearingAfter(record, { status: 'resolved', lifecycle: 'resolved', insists: false }, settings),
  ).toBeUndefined();
});

test('a snapshot that repeats the status of a decided finding leaves the last open status', () => {
  const record = recordOf({
    decided: { kind: 'rejected', at: now, event: 'e', role: 'product' },
    hearing: { lastOpen: 'assigned' },
  });
  const after = (insists: boolean) =>
    hearingAfter(record, { status: 'verified', lifecycle: 'open', insists }, settings);
  expect([after(false), after(true)]).toEqual([{ lastOpen: 'assigned' }, undefined]);
});

describe('a portal that sends what it was told', () => {
  const issues = () => ({ product: issueOf({ status: '3', category: 'done' }) });
  const agreed = (more: object, status = 'resolved') => {
    const found = issues();
    noteAgreed(recordOf(more), found, { status, lifecycle: 'resolved', rule: undefined }, settings);
    return found.product.sent[statusMark] !== undefined;
  };
  const decided = { kind: 'rejected', at: now, event: 'e', role: 'product' } as const;

  test('agrees: its issues have nothing to do', () => {
    expect(agreed({ hearing: { meant } })).toBe(true);
    expect(agreed({ decided }, 'rejected')).toBe(true);
  });

  test('says something else where it was told nothing, or another status', () => {
    expect([
      agreed({}),
      agreed({}, 'verified'),
      agreed({ hearing: { meant } }, 'rejected'),
      agreed({ decided }),
    ]).toEqual(Array(4).fill(false));
  });
});

test('issues that are not there have nothing to do for a status', () => {
  const issues = { product: goneOf({ status: '3', category: 'done' }) };
  agree('shop', issues, { status: 'resolved', lifecycle: 'resolved', rule: undefined }, settings);
  expect(issues.product.sent).toEqual({});
});

test('something of what is remembered of hearing is enough to store it', () => {
  expect(storedHearing({ talked: 1, meant: undefined })).toBeDefined();
});

test('a portal that insists must have heard of it', () => {
  const receipts = [{ n: 5, at: -1 }];
  const early = { finding: { updatedAt: '2026-01-15T09:00:00Z' }, seenAt: 0 };
  expect(insistsOn(early, heard({ meant: { status: 'x', event: 'e' } }), receipts)).toBe(false);
  expect(insistsOn(early, heard({ meant: { status: 'x', event: 'e', n: 5 } }), receipts)).toBe(true);
  expect(
    receivedAt(undefined, [
      { n: NaN, at: 1 },
      { n: 0, at: 2 },
    ]),
  ).toBeUndefined();
});
