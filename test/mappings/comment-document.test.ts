import fc from 'fast-check';
import { signOf } from '../../src/core/comments/mention-signs';
import { wordsOf } from '../../src/core/jira/comments';
import { portalComment } from '../../src/mappings/comment-document';
import { adfErrors } from '../support/adf-schema';

const people = [{ text: '@Ada', accountId: 'a-1' }, { text: '@Bo' }];
const [ada, bo] = [signOf(0), signOf(1)];
const said = (body: string) => portalComment({ author: 'Eve\n*x*', body, people }, 'Portal', 'en');

test('the author stands before the text, as text', () => {
  expect(wordsOf(said('Look.'))).toBe('Eve *x* (Portal) wrote:Look.');
});

test('a known person is a mention, an unknown one words; in code and links nobody is mentioned', () => {
  expect(said(`**Hi ${ada}** and ${bo} \`${ada}\` [${ada}](https://x.example/${ada})`).content[1]).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Hi ', marks: [{ type: 'strong' }] },
      { type: 'mention', attrs: { id: 'a-1', text: '@Ada' } },
      { type: 'text', text: ' and ' },
      { type: 'text', text: '@Bo' },
      { type: 'text', text: ' ' },
      { type: 'text', text: '@Ada', marks: [{ type: 'code' }] },
      { type: 'text', text: ' ' },
      {
        type: 'text',
        text: '@Ada',
        marks: [{ type: 'link', attrs: { href: 'https://x.example/@Ada' } }],
      },
    ],
  });
});

test('whatever a portal writes becomes a document that Jira takes', () => {
  const piece = fc.constantFrom(
    ada,
    bo,
    '# ',
    '\n\n',
    '- ',
    '> ',
    '| a |\n|--|\n',
    '```\n',
    '`',
    '**',
    'word ',
    '![x](y)',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const document = said(pieces.join(''));
      expect(adfErrors(document)).toEqual([]);
      expect(JSON.stringify(document)).not.toMatch(/[\uE000\uE001]/);
    }),
  );
  const long = said(`${ada} `.repeat(10_000));
  expect(JSON.stringify(long).length).toBeLessThanOrEqual(32_767);
  expect(adfErrors(long)).toEqual([]);
});
