import type { IssueThere, LinkRecord, MoveReason } from '../../../src/contract/link-record';
import { Closing, Deleting } from '../../../src/contract/settings';
import { mark } from '../../../src/core/data/hash';
import { todosOfBack } from '../../../src/core/sync/back';
import { hasBegun, noteAhead, noteMoved, settleBegun } from '../../../src/core/sync/begun';
import { costOf } from '../../../src/core/sync/cost-of';
import { statusMark } from '../../../src/core/sync/plan';
import { dayMs, goneOf, issueOf, now, recordOf, settingsOf } from '../builders';

const settings = settingsOf();
const at = (category: 'new' | 'done', more: object = {}) => issueOf({ category, ...more });
const security = (category: 'new' | 'done', more: object = {}) =>
  at(category, { id: '2', key: 'SEC-1', ...more });
const moving = ({ issues }: LinkRecord) => Object.values(issues).map((one) => 'moving' in one && one.moving);

test('a move is under way while one of the issues is noted as moving', () => {
  const record = (one?: MoveReason) =>
    recordOf({ issues: { product: issueOf(), security: issueOf({ ...(one && { moving: one }) }) } });
  expect([hasBegun(record('closed')), hasBegun(record()), hasBegun(recordOf())]).toEqual([
    true,
    false,
    false,
  ]);
});

describe('the moves of a todo are noted ahead', () => {
  const ahead = (todo: 'follow' | 'reopen' | 'talk', issues: LinkRecord['issues']) => {
    const record = recordOf({ issues });
    noteAhead(record, todo, settings);
    return moving(record);
  };

  test.each<[string, Parameters<typeof ahead>, unknown[]]>([
    [
      'after the product issue',
      ['follow', { product: at('done'), security: security('new') }],
      [undefined, 'closed'],
    ],
    [
      'of an accepted risk that ends',
      ['reopen', { product: at('done'), security: security('new') }],
      ['expired', undefined],
    ],
    [
      'but none of what moves nothing',
      ['talk', { product: at('done'), security: security('new') }],
      [undefined, undefined],
    ],
    [
      'but none while another is under way',
      ['follow', { product: at('done', { moving: 'expired' }), security: security('new') }],
      ['expired', undefined],
    ],
  ])('%s', (_name, [todo, issues], moves) => {
    expect(ahead(todo, issues).map((one) => one || undefined)).toEqual(moves);
  });
});

describe('a move of which nobody knows whether it was made', () => {
  const settled = (issues: LinkRecord['issues'], movedBy = 'self', whole = settings) => {
    const record = recordOf({ issues, todo: { talk: 1 } });
    settleBegun(
      record,
      new Map([
        ['10001', { movedBy }],
        ['2', { movedBy }],
      ]),
      'self',
      whole,
      now,
    );
    return record;
  };

  test('was made where the issue is there and the app moved it last: that is owed to its readers', () => {
    const record = settled({ product: at('done'), security: security('done', { moving: 'closed' }) });
    expect(record.issues.security).toEqual(security('done', { closedByProduct: true, owes: 'closed' }));
    expect(record.issues.security).not.toHaveProperty('moving');
    expect(record.todo).toEqual({ talk: 1, comment: now });
  });

  test.each<[string, IssueThere, string?]>([
    ['the issue is where it was', at('new', { moving: 'closed' })],
    ['the issue is closed still', at('done', { moving: 'expired' })],
    ['a person moved it last', at('done', { moving: 'closed' }), 'person'],
    ['nobody knows who moved it', at('done', { id: '9', moving: 'closed' })],
    ['none was noted', at('done')],
  ])('was not made where %s', (_name, issue, movedBy = 'self') => {
    const { moving: _over, ...still } = issue;
    const { todo, issues } = settled({ product: issue }, movedBy);
    expect([todo, issues.product]).toEqual([{ talk: 1 }, still]);
  });

  test('is not explained when it is about to be undone: only the last word is said', () => {
    const closed = settled({ product: at('new'), security: security('done', { moving: 'closed' }) });
    expect(closed.issues.security).toEqual(security('done', { closedByProduct: true }));
    expect(closed.todo).toEqual({ talk: 1 });
    const opened = settled({ product: at('done'), security: security('new', { moving: 'reopened' }) });
    expect(opened.issues.security).toEqual(security('new'));
  });

  test('is explained, whatever the pair asks for, where it has another reason', () => {
    const record = settled({ product: at('done'), security: security('new', { moving: 'expired' }) });
    expect(record.issues.security).toEqual(security('new', { owes: 'expired' }));
  });
});

test.each<[MoveReason, boolean, object]>([
  ['closed', true, { closedByProduct: true, owes: 'closed' }],
  ['closed', false, { closedByProduct: true }],
  ['reopened', true, { owes: 'reopened' }],
  ['reopened', false, {}],
  ['expired', false, { owes: 'expired' }],
  ['stillReported', false, { owes: 'stillReported' }],
  ['emptied', false, {}],
])(
  'that the app moved an issue (%s) is told where comments are on (%s), or where the finding asks for it',
  (reason, comment, more) => {
    const issue = issueOf();
    noteMoved(issue, reason, settingsOf({ closing: Closing.parse({ comment }) }));
    expect(issue).toEqual(issueOf(more));
  },
);

describe('an issue that is back', () => {
  const { facts } = recordOf();
  const whole = settingsOf({ deleting: Deleting.parse({ enabled: true }) });
  const todos = (status: string, more: Partial<LinkRecord['facts']> = {}, sent = {}, of = settings) =>
    todosOfBack(recordOf({ facts: { ...facts, status, ...more } }), goneOf({ sent }), of, now);

  test.each<[string, ReturnType<typeof todos>, object]>([
    ['of a rejected finding is deleted where that is on', todos('rejected', {}, {}, whole), { delete: now }],
    ['of a rejected finding is closed else', todos('rejected'), { close: now }],
    ['of a resolved finding is closed', todos('resolved'), { close: now }],
    [
      'that was told of it already is left alone',
      todos('resolved', {}, { [statusMark]: mark('resolved') }),
      {},
    ],
    ['of an open finding is left alone', todos('verified'), {}],
    [
      'of an open finding that was accepted once is left alone',
      todos('verified', { acceptedUntil: '2026-01-01' }),
      {},
    ],
    ['of an accepted risk is left alone', todos('temporarily_risk_accepted'), {}],
    [
      'of a risk that is accepted still is left alone',
      todos('temporarily_risk_accepted', { acceptedUntil: '2026-01-15' }),
      {},
    ],
    [
      'of a risk that is accepted no longer is opened',
      todos('temporarily_risk_accepted', { acceptedUntil: '2026-01-14' }),
      { reopen: now },
    ],
  ])('%s', (_name, done, expected) => {
    expect(done).toEqual(expected);
  });

  test('is opened at the very end of the last day', () => {
    const record = recordOf({
      facts: { ...facts, status: 'temporarily_risk_accepted', acceptedUntil: '2026-01-14' },
    });
    const midnight = Date.UTC(2026, 0, 15);
    const when = [midnight - 1, midnight, midnight + dayMs].map((time) =>
      todosOfBack(record, goneOf(), settings, time),
    );
    expect(when).toEqual([{}, { reopen: midnight }, { reopen: midnight + dayMs }]);
  });
});

test('a finding costs at most what its plans may need: an edit is read before, a move is read after, a pair is linked once', () => {
  const update = (fields: string[], identity: boolean, move: boolean) =>
    ({ kind: 'update', fields, identity, move }) as const;
  const create = { kind: 'create' } as const;
  expect([
    costOf([], true),
    costOf([{ kind: 'nothing' }], true),
    costOf([create], false),
    costOf([create, create], true),
    costOf([create, { kind: 'nothing' }], true),
    costOf([update([], false, false)], true),
    costOf([update(['summary'], false, false)], true),
    costOf([update([], true, false)], true),
    costOf([update([], false, true)], true),
    costOf([update(['summary'], true, true), create], true),
  ]).toEqual([0, 0, 1, 3, 2, 1, 2, 2, 3, 6]);
});
