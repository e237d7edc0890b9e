import { mark } from '../../../src/core/data/hash';
import { noteMeaning, standingsOf } from '../../../src/core/sync/hearing';
import { statusMark } from '../../../src/core/sync/plan';
import { Closing } from '../../../src/contract/settings';
import { issueOf, now, recordOf, settingsOf, spaceOf } from '../builders';

const settings = settingsOf();

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
