import { commentsIn, RawComment, toSeen } from '../../../src/core/jira/seen-comment';

const at = '2026-01-15T09:00:00.000+0000';
const raw = { id: '1', created: at, updated: at, body: { type: 'doc' } };
const seen = (more: object = {}) => toSeen(RawComment.parse({ ...raw, ...more }));

test('a comment is read with who wrote and who changed it, and when', () => {
  const author = { accountId: 'a', displayName: 'A', accountType: 'atlassian' };
  expect(seen({ author, updateAuthor: { accountId: 'b' } })).toStrictEqual({
    id: '1',
    author: 'a',
    authorName: 'A',
    isByApp: false,
    editor: 'b',
    createdAt: Date.parse(at),
    updatedAt: Date.parse(at),
    isRestricted: false,
    body: { type: 'doc' },
  });
  expect(seen({ author: { accountId: 'a', accountType: 'app' } }).isByApp).toBe(true);
});

test('a comment whose author Jira does not name, or names oddly, is nobody’s', () => {
  expect(seen({ author: null, updateAuthor: { name: 'a' } })).toMatchObject({
    author: undefined,
    editor: undefined,
  });
  expect(seen()).toMatchObject({
    author: undefined,
    authorName: undefined,
    editor: undefined,
    isByApp: false,
  });
});

test.each([
  ['for a role', { visibility: { type: 'role' } }, true],
  ['internal in a service project', { jsdPublic: false }, true],
  ['for customers', { jsdPublic: true, visibility: null }, false],
  ['for everybody', {}, false],
])('a comment %s is restricted: %s', (_what, more, isRestricted) => {
  expect(seen(more).isRestricted).toBe(isRestricted);
});

test('properties of a comment are none where Jira shows none', () => {
  expect(RawComment.parse(raw).properties).toEqual([]);
});

test.each([
  ['all of them', { comments: [raw], total: 1 }, true],
  ['some of them', { comments: [raw], total: 2 }, false],
  ['nobody knows how many', { comments: [raw] }, false],
])('the comments of an issue: %s', (_what, field, isWhole) => {
  expect(commentsIn(field)).toStrictEqual({ comments: [seen()], isWhole });
});

test('comments that were not asked for are not known', () => {
  expect(commentsIn(undefined)).toBeUndefined();
});
