import { lastWordsOf, wordsOf } from '../../../src/core/jira/comments';

const said = (accountId: string, words: string, created?: string) => ({
  author: { accountId },
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
  ...(created === undefined ? {} : { created }),
});

test.each([
  ['a text', { type: 'text', text: 'Done' }, 'Done'],
  [
    'texts in paragraphs',
    { content: [{ content: [{ text: 'a' }, { text: 'b' }] }, { content: [{ text: 'c' }] }] },
    'abc',
  ],
  ['nodes without words', { content: [{ type: 'rule' }, null, 'x'] }, ''],
  ['nothing', null, ''],
  ['no document', 'Done', ''],
  ['a text of another kind', { text: 5, content: 'x' }, ''],
])('the words of %s', (_name, document, words) => {
  expect(wordsOf(document)).toBe(words);
});

test.each<[string, unknown, string | undefined]>([
  ['nobody said anything', { comments: [] }, undefined],
  ['only others did', { comments: [said('person', 'Hello')] }, undefined],
  ['it did', { comments: [said('app', 'Closed')] }, 'Closed'],
  ['others did after it', { comments: [said('app', 'Closed'), said('person', 'Thanks')] }, 'Closed'],
  ['it did twice', { comments: [said('app', 'Closed'), said('app', 'Reopened')] }, 'Reopened'],
  [
    'Jira tells the newest first',
    {
      comments: [
        said('app', 'Reopened', '2026-01-15T11:00:00.000+0000'),
        said('app', 'Closed', '2026-01-15T10:00:00.000+0000'),
      ],
    },
    'Reopened',
  ],
  [
    'one has no readable time',
    { comments: [said('app', 'New', '2026-01-15T11:00:00Z'), said('app', 'Old', '?')] },
    'New',
  ],
  ['one has no author', { comments: [{ body: {} }, null] }, undefined],
  ['the field is empty', null, undefined],
  ['the field has another shape', { comments: 'x' }, undefined],
])('the last words of an account when %s', (_name, field, words) => {
  expect(lastWordsOf(field, 'app')).toBe(words);
});
