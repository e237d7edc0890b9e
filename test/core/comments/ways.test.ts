import type { CommentSide } from '../../../src/contract/comment';
import type { LinkRecord } from '../../../src/contract/link-record';
import { targetsOf, waysAfter, waysOf } from '../../../src/core/comments/ways';
import { issueOf, recordOf } from '../builders';

const shut = { toJira: 'off', fromJira: 'off', between: false, tag: '#internal', since: 5 } as const;

test.each([
  ['nothing was ever set', {}, undefined, undefined, { toJira: 'both', fromJira: 'both', since: 9 }],
  ['a part is set', { comments: shut }, undefined, { toJira: 'both' as const }, { toJira: 'both', since: 5 }],
  [
    'a way opens',
    { comments: shut },
    undefined,
    { fromJira: 'product' as const },
    { fromJira: 'product', since: 9 },
  ],
  [
    'the issues begin to hear each other',
    { comments: shut },
    undefined,
    { between: true },
    { between: true, since: 9 },
  ],
  ['the portal begins to hear', { comments: shut }, 'pull' as const, undefined, { since: 9 }],
  ['nothing opens', { comments: shut }, undefined, { tag: '#here' }, { tag: '#here', since: 5 }],
])('where %s, what was written before a way opened does not take it', (_when, before, hears, set, after) => {
  expect(waysAfter(before, hears, set, 9)).toMatchObject(after);
});

test('what an older version kept lets nothing of people leave Jira', () => {
  expect(waysOf({})).toMatchObject({ toJira: 'both', fromJira: 'off', between: false });
});

test('a way that was open, or is opened to nobody new, lets nothing old through', () => {
  const open = { toJira: 'both', fromJira: 'both', between: true, tag: '', since: 5 } as const;
  const since = (set: object, before: object = open, hears?: 'pull') =>
    waysAfter({ comments: before, ...(hears && { hears }) } as never, hears, set, 9).since;
  expect([
    since({ fromJira: 'product' }),
    since({ between: true }),
    since({}, open, 'pull'),
    since({ toJira: 'off' }),
  ]).toEqual([5, 5, 5, 5]);
  expect(since({ fromJira: 'both' }, { ...open, fromJira: 'product' })).toBe(9);
  expect(since({ fromJira: 'security' }, { ...open, fromJira: 'product' })).toBe(9);
  expect(waysAfter({ comments: open }, undefined, undefined, 9)).toEqual(open);
});

test('what was set goes before what an older version kept', () => {
  expect(waysOf({ comments: { ...shut, toJira: 'product' } })).toEqual({ ...shut, toJira: 'product' });
});

describe('a comment of the portal goes', () => {
  const security = issueOf({ id: '2', key: 'SEC-1' });
  const whole = { product: issueOf(), security };
  const to = (side: CommentSide, more: Partial<LinkRecord> = {}) => {
    const targets = targetsOf(recordOf(more), side);
    return targets === 'wait' ? targets : targets.map(({ id }) => id);
  };

  test.each<[string, ReturnType<typeof to>, ReturnType<typeof to>]>([
    ['to both issues', to('both', { issues: whole }), ['10001', '2']],
    ['to the product team’s', to('product', { issues: whole }), ['10001']],
    ['to the security team’s', to('security', { issues: whole }), ['2']],
    ['nowhere', to('off', { issues: whole }), []],
    ['nowhere, though the finding is on its way', to('off', { state: 'pending' }), []],
    [
      'to the one that is there, of a finding that gets no other',
      to('both', { issues: { security } }),
      ['2'],
    ],
    [
      'nowhere yet, while the other is on its way',
      to('both', { issues: { security }, state: 'pending' }),
      'wait',
    ],
    [
      'to both, while the finding is worked on',
      to('both', { issues: whole, state: 'pending' }),
      ['10001', '2'],
    ],
    ['nowhere, of a finding that has none of them', to('product', { issues: { security } }), []],
    ['nowhere yet, of a finding that may get one', to('product', { state: 'skipped' }), 'wait'],
  ])('%s', (_name, targets, expected) => {
    expect(targets).toEqual(expected);
  });
});
