import fc from 'fast-check';
import { clampMarkdown, plainToMarkdown } from '../../src/formats/markdown';
import { markdownToAdf } from '../../src/mappings/adf/markdown-to-adf';
import { nodesOf, plainText } from '../support/adf-schema';

const shown = (text: string) => plainText(markdownToAdf(plainToMarkdown(text)));
const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

describe('plain text as Markdown', () => {
  test.each([
    '# no heading',
    '- no list',
    '12) no list',
    '> no quotation',
    '--- no rule',
    '===',
    '| a | b |\n|---|---|\n| c | d |',
    'snake_case and __init__ and *stars* and ~~waves~~',
    '<b>no HTML</b> &amp; &#65; a & b < c',
    '[no link](https://a.example) ![nor picture]',
    'C:\\new\\table [^1] [x]',
    'one\ntwo\n\nthree',
    '***\n* * *',
    '    no code',
    '~~~\nno code',
    'one\n---',
    'a line that ends in a backslash\\',
  ])('shows exactly %j', (text) => {
    expect(withoutSpaces(shown(text))).toBe(withoutSpaces(text));
  });

  test('keeps words in backticks as code and addresses as links', () => {
    const nodes = nodesOf(markdownToAdf(plainToMarkdown('`eval(a_b*c)` is at https://a.example/x_y_z*?a=1')));
    expect(nodes.filter(({ marks }) => marks).map(({ text, marks }) => [text, marks?.[0]?.type])).toEqual([
      ['eval(a_b*c)', 'code'],
      ['https://a.example/x_y_z*?a=1', 'link'],
    ]);
  });

  test.each(['See https://a.example/x.\nUse it', 'www.a.example/x\nUse it'])(
    'an address ends where its line does: %j',
    (text) => {
      const links = nodesOf(markdownToAdf(plainToMarkdown(text))).filter(({ marks }) => marks);
      expect(links.map((node) => node.text)).toEqual([expect.stringMatching(/a\.example\/x$/)]);
      expect(shown(text)).toContain('\nUse it');
    },
  );

  test('shows any text of signs and words', () => {
    const sign = fc.constantFrom(...'\\*_~[]()<>&|#+-=:!.1 aB\n"\'@/;$%{}^'.split(''));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const text = signs.join('');
        expect(withoutSpaces(shown(text))).toBe(withoutSpaces(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('Markdown cut to a length', () => {
  test('is left alone when it fits', () => {
    expect(clampMarkdown('a\nb', 3)).toBe('a\nb');
  });

  test('is cut between lines where there are some, and never longer than asked for', () => {
    expect(clampMarkdown('line\n'.repeat(20), 60)).toBe(`${'line\n'.repeat(10)}\n…`);
    fc.assert(
      fc.property(
        fc.string({ minLength: 50, maxLength: 300 }),
        fc.integer({ min: 20, max: 200 }),
        (text, max) => {
          expect(clampMarkdown(text, max).length).toBeLessThanOrEqual(max);
        },
      ),
    );
  });
});
