import fc from 'fast-check';
import { markdownToAdf, markdownToBlocks } from '../../../src/mappings/adf/markdown-to-adf';
import { anyCharacter } from '../../core/arbitraries';
import { adfErrors, nodesOf, plainText } from '../../support/adf-schema';
import { markdownLike } from './arbitrary-texts';

describe('Markdown that would overload its parser', () => {
  const cases: [string, string][] = [
    ['quotations in each other', '>'.repeat(30_000)],
    ['numbers in each other', '1. '.repeat(10_000)],
    ['marks that never close', '*a_'.repeat(10_000)],
    ['brackets in each other', '['.repeat(15_000) + ']'.repeat(15_000)],
  ];
  test.each(cases)('is shown as it was written: %s', (_, markdown) => {
    const document = markdownToAdf(markdown);
    expect(new Set(nodesOf(document).map(({ type }) => type))).toEqual(new Set(['doc', 'paragraph', 'text']));
    expect(plainText(document).startsWith(markdown.slice(0, 1_000).trim())).toBe(true);
    expect(JSON.stringify(document).length).toBeLessThanOrEqual(32_767);
  });
});

test('what is read as plain Markdown says the same in GitHub’s dialect', () => {
  const sign = fc.constantFrom(
    ...[
      'a',
      'B',
      ' ',
      '  ',
      '    ',
      '\n',
      '\n\n',
      '*',
      '**',
      '_',
      '`',
      '```',
      '- ',
      '1. ',
      '> ',
      '# ',
      '#',
      '\\',
    ],
    ...[
      '---',
      '===',
      '+ ',
      '<b>',
      '<!-- ',
      '&amp;',
      '[x](u)',
      '[a]: /u',
      '[',
      ']',
      '](',
      '!',
      ':',
      '.',
      '=',
      '$',
    ],
    ...[
      'http',
      'https:',
      '//',
      'www',
      'mailto:',
      'x.de',
      '[a]',
      '[ ]',
      '[x] ',
      '[^1]',
      '~',
      '|',
      '@',
      '-',
      '^',
    ],
  );
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 20 }), (signs) => {
      const text = signs.join('');
      // The sign before it asks for the dialect.
      expect(markdownToBlocks(`~\n\n${text}`).slice(1)).toEqual(markdownToBlocks(text));
    }),
    { numRuns: 500 },
  );
});

test('prose that is not parsed becomes what the parser would make of it', () => {
  const unit = fc.constantFrom(
    'a',
    'B',
    '3',
    'é',
    '日',
    ' ',
    '  ',
    '.',
    ',',
    ';',
    '(',
    ')',
    '"',
    "'",
    '/',
    '?',
    '%',
    '1',
    'www',
    '10',
    '\u00a0',
    '\u2028',
    '…',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      expect(markdownToBlocks(text)).toEqual(markdownToBlocks(`${text}\n\n[x]: https://a.example/`));
    }),
    { numRuns: 1_000 },
  );
});

describe('whatever the text', () => {
  const anyText = fc.oneof(markdownLike, fc.string({ unit: anyCharacter, maxLength: 300 }));

  test('it becomes ADF that Atlassian’s schema accepts', () => {
    fc.assert(
      fc.property(anyText, (markdown) => {
        expect(adfErrors(markdownToAdf(markdown))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('no text is empty, no link leads elsewhere than to the web, nobody is mentioned', () => {
    fc.assert(
      fc.property(anyText, (markdown) => {
        for (const node of nodesOf(markdownToAdf(markdown))) {
          expect(node.type).not.toBe('mention');
          expect(node.text).not.toBe('');
          for (const { attrs } of node.marks ?? [])
            if (attrs) expect(['http:', 'https:']).toContain(new URL(attrs.href).protocol);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('it keeps every word of plain prose', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
        expect(plainText(markdownToAdf(words.join(' ')))).toBe(words.join(' '));
      }),
    );
  });

  test('it stays within any limit, and what is left is valid', () => {
    fc.assert(
      fc.property(
        fc.array(markdownLike, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 300, max: 5_000 }),
        (parts, limit) => {
          const more = { text: 'the rest', href: 'https://portal.example/findings/1' };
          const document = markdownToAdf(parts.join('\n\n'), { limit, more });
          expect(JSON.stringify(document).length).toBeLessThanOrEqual(limit);
          expect(adfErrors(document)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
