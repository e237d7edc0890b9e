import { waysAfter, waysOf } from '../../../src/core/comments/ways';

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
