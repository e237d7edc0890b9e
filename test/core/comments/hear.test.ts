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
