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
  standingsOf,
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

describe('a move of an issue', () => {
  const sent = { [statusMark]: mark('verified') };
  const open = issueOf({ status: '1', category: 'new', sent });
  const moved = (had: object, has: object, more: object = {}) => {
    const before = recordOf({ issues: { product: issueOf({ ...open, ...had }) }, ...more });
    const after = recordOf({ issues: { product: issueOf({ ...open, ...has }) }, ...more });
    return standingsOf(before, after, settings).map((one) => one.before?.status);
  };

  test.each<[string, object, object, (string | undefined)[]]>([
    ['is news', {}, { status: '2' }, ['1']],
    ['is none of another issue', { id: '9' }, {}, [undefined]],
    ['is none of an issue whose place was unknown', { status: undefined }, {}, [undefined]],
    ['is none while the issue was on its way', { sent: {} }, {}, [undefined]],
    ['is none while the issue is on its way', {}, { sent: {} }, [undefined]],
  ])('%s', (_name, had, has, news) => {
    expect(moved(had, has)).toEqual(news);
  });

  test('is none where the issue is new, and nothing stands where none is', () => {
    const after = recordOf({ issues: { product: open } });
    expect(standingsOf(recordOf(), after, settings).map(({ role, before }) => [role, before])).toEqual([
      ['product', undefined],
    ]);
    expect(standingsOf(after, recordOf(), settings)).toEqual([]);
  });

  test('of a decided finding counts from where the decision wants it', () => {
    const decided = { kind: 'rejected', at: now, event: 'e', role: 'product' } as const;
    const rejected = { sent: { [statusMark]: mark('rejected') } };
    expect(moved(rejected, rejected, { decided })).toEqual(['1']);
    expect(moved({}, {}, { decided })).toEqual([undefined]);
  });
});

describe('what people make of an issue of a decided finding', () => {
  const place = {
    new: { status: '1', category: 'new' },
    indeterminate: { status: '2', category: 'indeterminate' },
    done: { status: '3', category: 'done' },
  } as const;
  const lists = spaceOf({
    statuses: {
      assigned: { jira: [{ id: '2' }], direction: 'both' },
      verified: { jira: [{ id: '1' }], direction: 'both' },
    },
  });
  const told = (kind: 'accepted' | 'rejected', from: keyof typeof place, to: keyof typeof place) => {
    const decided = { kind, at: now, event: 'e', role: 'product' } as const;
    const sent = {
      [statusMark]: mark(kind === 'accepted' ? 'temporarily_risk_accepted' : 'rejected'),
      summary: 's',
    };
    const { facts } = recordOf();
    const more = {
      decided,
      facts: { ...facts, acceptedUntil: '2026-02-01' },
      todo: { talk: 1, reopen: 2, delete: 3 },
      hearing: { lastOpen: 'unverified' },
    };
    const with_ = (category: keyof typeof place) =>
      recordOf({ ...more, issues: { product: issueOf({ sent, ...place[category] }) } });
    const after = with_(to);
    const whole = settingsOf({ spaces: { ...settings.spaces, product: lists } });
    const status = noteMeaning(with_(from), after, whole);
    return { status, after, facts };
  };

  test('takes an acceptance back when they finish or reopen it, not when they begin to work on it', () => {
    expect(told('accepted', 'new', 'indeterminate').status).toBeUndefined();
    expect(told('accepted', 'new', 'indeterminate').after.decided).toBeDefined();
    expect(told('accepted', 'done', 'indeterminate').status).toBe('assigned');
    expect(told('accepted', 'new', 'done').status).toBe('resolved');
    expect(told('rejected', 'new', 'indeterminate').status).toBe('assigned');
  });

  test('ends the decision, and the issues stay where they put them', () => {
    const { after, facts } = told('accepted', 'done', 'new');
    expect(after).toEqual(
      recordOf({
        facts: { ...facts, acceptedUntil: undefined },
        todo: { talk: 1 },
        hearing: { lastOpen: 'unverified' },
        issues: {
          product: issueOf({ ...place.new, sent: { [statusMark]: mark('verified'), summary: 's' } }),
        },
      }),
    );
    expect(after).not.toHaveProperty('decided');
  });
});

describe('a retest', () => {
  const place = { new: { status: '1', category: 'new' }, done: { status: '3', category: 'done' } } as const;
  const sent = { [statusMark]: mark('verified') };
  const of = (category: keyof typeof place, more: object = {}, issue: object = {}) =>
    recordOf({ issues: { product: issueOf({ sent, ...place[category], ...issue }) }, ...more });
  const waits = { enabled: true, waitForRetest: true, wontDoResolutions: [{ id: '10' }] };
  const askedOf = (before: ReturnType<typeof of>, after: ReturnType<typeof of>, closing: object = {}) => {
    noteMeaning(before, after, settingsOf({ closing: Closing.parse({ ...waits, ...closing }) }), () => 'ask');
    return after.hearing?.asked;
  };
  const person = { asked: { event: 'old', by: { role: 'product', at: now } } } as const;
  const { facts } = recordOf();
  const security = issueOf({ id: '2', key: 'SEC-1', status: '1', category: 'new', answered: true });

  test('is asked for when the product issue is closed', () => {
    expect(askedOf(of('new'), of('done'))).toEqual({ event: 'ask' });
  });

  test.each<[string, ReturnType<typeof askedOf>]>([
    ['it was closed before', askedOf(of('done'), of('done', {}, { status: '4' }))],
    ['it is new', askedOf(recordOf(), of('done'))],
    ['it is gone', askedOf(of('new'), recordOf())],
    [
      'only the security issue is closed',
      askedOf(
        recordOf({ issues: { security: issueOf({ sent, ...place.new }) } }),
        recordOf({ issues: { security: issueOf({ sent, ...place.done }) } }),
      ),
    ],
    ['security issues do not follow', askedOf(of('new'), of('done'), { enabled: false })],
    ['they do not wait for a retest', askedOf(of('new'), of('done'), { waitForRetest: false })],
    ['it is closed as won’t do', askedOf(of('new'), of('done', {}, { resolution: '10' }))],
    [
      'the finding is not open',
      askedOf(
        of('new', { facts: { ...facts, status: 'resolved' } }, { sent: { [statusMark]: mark('resolved') } }),
        of('done', { facts: { ...facts, status: 'resolved' } }, { sent: { [statusMark]: mark('resolved') } }),
      ),
    ],
    [
      'somebody had opened the security issue again',
      askedOf(of('new'), recordOf({ issues: { product: issueOf({ sent, ...place.done }), security } })),
    ],
  ])('is not asked for when %s', (_name, asked) => {
    expect(asked).toBeUndefined();
  });

  test('is taken back when it is opened again, but not what a person asked for', () => {
    const old = { asked: { event: 'old' } };
    expect(askedOf(of('done', { hearing: old }), of('new', { hearing: old }))).toBeUndefined();
    expect(askedOf(of('done', { hearing: person }), of('new', { hearing: person }))).toEqual(person.asked);
    expect(askedOf(of('done', { hearing: old }), of('done', { hearing: old }, { status: '4' }))).toEqual(
      old.asked,
    );
  });
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
