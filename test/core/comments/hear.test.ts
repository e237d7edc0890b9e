import { hear, mayLeave, type Policy } from '../../../src/core/comments/hear';
import type { PersonEntry } from '../../../src/contract/stored/threads';
import { mark } from '../../../src/core/data/hash';

const policy: Policy = {
  toJira: 'both',
  fromJira: 'both',
  between: false,
  tag: '#internal',
  hears: true,
  since: 10,
};
const body = (text: string) => ({ type: 'doc', content: [{ type: 'text', text }] });
const seen = (over: object = {}) => ({
  id: '1',
  issue: '10',
  role: 'product' as const,
  comment: {
    id: '1',
    author: 'a',
    authorName: 'A',
    isByApp: false,
    editor: 'a',
    createdAt: 20,
    updatedAt: 20,
    isRestricted: false,
    body: body('Hi'),
    ...over,
  },
});
const gone = { ...seen(), comment: undefined };
const known = (over: Partial<PersonEntry> = {}): PersonEntry => ({
  issue: '10',
  role: 'product',
  createdAt: 20,
  updatedAt: 20,
  mark: mark(body('Hi')),
  told: true,
  copies: [],
  ...over,
});
const withdrawn = known();
delete withdrawn.mark;
delete withdrawn.told;

test.each([
  ['a new one', undefined, seen(), {}, 'finding.commented'],
  ['the same again', known(), seen(), {}, undefined],
  ['an edited one', known(), seen({ body: body('Ho') }), {}, 'finding.comment_edited'],
  ['a deleted one', known(), gone, {}, 'finding.comment_deleted'],
  ['one that is deleted again', undefined, gone, {}, undefined],
  ['one that is restricted now', known(), seen({ isRestricted: true }), {}, 'finding.comment_deleted'],
  ['one that is tagged now', known(), seen({ body: body('Hi #Internal') }), {}, 'finding.comment_deleted'],
  ['one that may leave again', withdrawn, seen(), {}, 'finding.commented'],
  ['a restricted one', undefined, seen({ isRestricted: true }), {}, undefined],
  ['one by an app', undefined, seen({ isByApp: true }), {}, undefined],
  ['one from before the way was open', undefined, seen({ createdAt: 9 }), {}, undefined],
  ['one on an issue that is not heard', undefined, seen(), { fromJira: 'security' as const }, undefined],
  ['one that nobody hears', undefined, seen(), { hears: false }, undefined],
  [
    'one that is deleted once the way is shut',
    known(),
    gone,
    { fromJira: 'off' as const },
    'finding.comment_deleted',
  ],
  [
    'one that is edited once the way is shut',
    known(),
    seen({ body: body('Ho') }),
    { fromJira: 'off' as const },
    undefined,
  ],
])('%s', (_what, entry, looked, over, says) => {
  expect(hear(entry, looked, { ...policy, ...over })?.says).toBe(says);
});

test.each([
  ['Hi', true],
  ['Hi #INTERNAL', false],
  ['Hi#internal.', false],
  ['Hi internal', true],
])('"%s" leaves its issue: %s', (text, leaves) => {
  expect(mayLeave(seen({ body: body(text) }).comment, '#internal')).toBe(leaves);
  for (const attrs of [{ text }, { title: text }, { url: `https://x/${text}` }, { alt: text }])
    expect(mayLeave(seen({ body: { content: [{ type: 'status', attrs }] } }).comment, '#internal')).toBe(
      leaves,
    );
  expect(mayLeave(seen({ body: body(text) }).comment, '')).toBe(true);
});

describe('what is known of a comment from then on', () => {
  const edited = seen({ body: body('Ho'), updatedAt: 30 });
  const copies = [{ issue: '11', project: '1', id: '7', mark: 'm' }];
  const held = { cause: 'c', reason: { code: 'busy' } } as const;
  const heard = (entry: PersonEntry | undefined, looked: Parameters<typeof hear>[1], over: object = {}) =>
    hear(entry, looked, { ...policy, ...over })?.entry;

  test('is where and when it was written, and what it says', () => {
    expect(heard(undefined, seen())).toStrictEqual(known());
    expect(heard(known({ copies, held }), edited)).toStrictEqual(
      known({ updatedAt: 30, mark: mark(body('Ho')), copies }),
    );
  });

  test('is kept for the other issue though nobody is told', () => {
    const { told: _told, ...quiet } = known();
    expect(hear(undefined, seen(), { ...policy, hears: false, between: true })).toStrictEqual({
      entry: quiet,
    });
    expect(hear(quiet, seen(), { ...policy, between: true })).toBeUndefined();
    expect(hear(quiet, edited, { ...policy, hears: false, between: true })?.says).toBeUndefined();
    expect(hear(quiet, edited, policy)?.says).toBe('finding.commented');
  });

  test('stays as it was where nothing is new', () => {
    expect(hear(known({ held, copies }), seen({ updatedAt: 99 }), policy)).toBeUndefined();
  });

  test('is nothing of a comment that was there before its issue was the finding’s', () => {
    expect(hear(undefined, { ...seen(), adoptedAt: 21 }, policy)).toBeUndefined();
    expect(hear(undefined, { ...seen(), adoptedAt: 20 }, policy)?.says).toBe('finding.commented');
    expect(hear(undefined, seen({ createdAt: 10 }), policy)?.says).toBe('finding.commented');
    expect(hear(known(), { ...edited, adoptedAt: 99 }, policy)?.says).toBe('finding.comment_edited');
  });

  test('is only its copies once it may leave no more, and nothing once these are gone', () => {
    const restricted = seen({ isRestricted: true });
    const { mark: _mark, told: _told, ...rest } = known({ copies });
    expect(hear(known({ copies, held }), restricted, policy)).toStrictEqual({
      entry: rest,
      says: 'finding.comment_deleted',
    });
    expect(hear(rest, restricted, policy)).toBeUndefined();
    expect(hear(rest, gone, policy)).toBeUndefined();
    expect(hear({ ...rest, mark: 'm' }, gone, policy)).toStrictEqual({ entry: rest });
    expect(hear({ ...rest, told: true }, gone, policy)).toStrictEqual({
      entry: rest,
      says: 'finding.comment_deleted',
    });
    const taken = { ...rest, copies: [{ issue: '11', project: '1', gone: true as const }] };
    expect(hear(taken, gone, policy)).toStrictEqual({ entry: undefined });
    expect(hear(taken, restricted, policy)).toBeUndefined();
  });
});

test('all words of a comment count, of lists and of what is in them', () => {
  const tagged = (node: unknown) => !mayLeave(seen({ body: node }).comment, '#internal');
  const text = { type: 'text', text: '#inter' };
  expect(tagged({ content: [{ content: [text, { type: 'text', text: 'nal' }] }] })).toBe(true);
  expect(tagged({ content: [{ attrs: { a: '#inter', b: 'nal' } }] })).toBe(false);
  expect([tagged(null), tagged('#internal'), tagged({ text: 7, attrs: null, content: '#internal' })]).toEqual(
    [false, false, false],
  );
  expect(tagged({ attrs: { a: { text: '#internal' }, b: 7 } })).toBe(false);
});
