import fc from 'fast-check';
import { markdownToBlocks } from '../../../src/mappings/adf/markdown-to-adf';
import { cutToBudget, isTooNested, splitMarkdown, workOf } from '../../../src/mappings/adf/pieces';
import { nodesOf, plainText } from '../../support/adf-schema';

const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');
/** As long as it takes to be a piece of its own. */
const long = (text: string) => `${text}${' word'.repeat(150)}`;
const markdownLike = fc
  .array(fc.constantFrom('a', 'word ', '\n', '\n\n', '- ', '> ', '```\n', '<!--', '-->', '|', '*', '[x]'), {
    maxLength: 400,
  })
  .map((parts) => parts.join(''));

test.each([
  ['twelve quotations in each other', true, `text\n${'>'.repeat(12)} deep`],
  ['eleven quotations in each other', false, `text\n${'>'.repeat(11)} deep`],
  ['twelve lists opened on one line', true, `text\n${'- '.repeat(12)}deep`],
  ['twelve numbered lists opened on one line', true, `text\n${'10. '.repeat(12)}deep`],
  ['twelve quotations on lines of their own', false, lines(12, () => '> quoted')],
])('%s are too nested: %s', (_, expected, markdown) => {
  expect(isTooNested(markdown)).toBe(expected);
});

test('work grows with the signs of a text and with its length, and prose is cheap', () => {
  const prose = 'words of a sentence, and some more. '.repeat(900);
  expect(workOf('ab')).toBe(0);
  expect(workOf('*a')).toBe(2);
  expect(workOf('*a\n*a')).toBe(15);
  expect(workOf('<?'.repeat(16_500))).toBeGreaterThan(10 * workOf(prose));
});

test('a text is split where a new block is sure to begin', () => {
  const [one, two] = [long('One'), long('Two')];
  expect(splitMarkdown(`${one}\n\n${two}\n\n# Three`)).toEqual([
    one,
    `${two}\n\n# Three`.split('\n\n# ')[0],
    '# Three',
  ]);
  for (const whole of [
    `${long('- item')}\n\n  in the item\n\n- ${two}`,
    `${long('> quoted')}\n\n> ${two}`,
    `\`\`\`\n${one}\n\n${two}\n\`\`\``,
    `<details><summary>a</summary>\n\n${one}\n\n${two}\n\n</details>`,
    `~~~~\n${one}\n\n~~~\n\n${two}\n~~~~`,
    `<!-- ${one}\n\n${two}\n-->`,
    `${one}\n${two}`,
  ])
    expect(splitMarkdown(whole)).toEqual([whole]);
});

test('nothing is lost by splitting', () => {
  const words = (text: string) => text.split(/\s+/).filter(Boolean);
  fc.assert(
    fc.property(fc.array(markdownLike, { maxLength: 20 }), (parts) => {
      const markdown = parts.join('\n\n');
      expect(words(splitMarkdown(markdown).join('\n\n'))).toEqual(words(markdown));
    }),
  );
});

test('a text is cut at a line end within its budget', () => {
  fc.assert(
    fc.property(markdownLike, fc.nat(100_000), (markdown, budget) => {
      const [start, rest] = cutToBudget(markdown, budget);
      expect(start + rest).toBe(markdown);
      expect(workOf(start)).toBeLessThanOrEqual(budget);
      expect(start === '' || start.endsWith('\n') || rest === '').toBe(true);
    }),
  );
});

test('a long text in pieces looks as each section does by itself', () => {
  const section = (n: number) =>
    `## Part ${String(n)}\n\nSome *words* and [a link](https://a.example/${String(n)}), \`code\`.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\`\`\`js\nlet a;\n\nlet b;\n\`\`\``;
  const sections = Array.from({ length: 24 }, (_, n) => section(n));
  const whole = sections.join('\n\n');
  expect(workOf(whole)).toBeGreaterThan(1_000_000);
  expect(markdownToBlocks(whole)).toEqual(sections.flatMap((one) => markdownToBlocks(one)));
});

test('a reference leads to where its definition says, in whichever piece that stands', () => {
  const filler = Array.from({ length: 20 }, (_, n) => long(`*Part* ${String(n)} [] () ** __ `)).join('\n\n');
  const markdown = `See [the advisory][adv] and [THE  site].\n\n${filler}\n\n[adv]: https://a.example/adv\n[the site]: https://b.example/`;
  expect(workOf(markdown)).toBeGreaterThan(1_000_000);
  const addresses = markdownToBlocks(markdown)
    .flatMap((block) => nodesOf(block))
    .flatMap(({ marks = [] }) => marks.flatMap(({ attrs }) => attrs?.href ?? []));
  expect(addresses).toEqual(['https://a.example/adv', 'https://b.example/']);
});

describe('beyond the budget', () => {
  const hostile: [string, string][] = [
    ['signs that open HTML', 'a <? '.repeat(6_000)],
    ['lines that may be headings', 'a\n=\n'.repeat(8_000)],
    ['lines that go on a quotation', `> a\n${'a\n'.repeat(16_000)}`],
    ['brackets', '['.repeat(33_000)],
    ['an address without an end', `www.a.example/${'&a;'.repeat(10_000)}`],
  ];
  test.each(hostile)('the text is shown as it was written: %s', (_, markdown) => {
    const blocks = markdownToBlocks(markdown);
    const [last] = blocks.slice(-1);
    const shown = blocks.map((block) => plainText(block)).join(' ');
    const wanted = markdown.trim().split(/\s+/).length;
    expect(last?.type).toBe('paragraph');
    expect(shown.split(/\s+/).length).toBeGreaterThan(wanted / 2);
  });

  test('what stands before is shown as Markdown', () => {
    const [heading, list] = markdownToBlocks(`# Title\n\n${lines(4_000, (n) => `- item ${String(n)}`)}`);
    expect(heading?.type).toBe('heading');
    expect(list?.type).toBe('bulletList');
  });

  test('a table as wide as no screen is shown line by line, not filled up with cells', () => {
    const wide = (cell: string) => `|${cell.repeat(300)}`;
    const table = `${wide('a|')}\n${wide('-|')}\n${'| b |\n'.repeat(40)}`;
    const types = markdownToBlocks(table).map(({ type }) => type);
    expect(types).not.toContain('table');
    expect(types).toContain('paragraph');
  });
});

describe('Markdown that is too long to be read', () => {
  const most = 33_000;
  const wordsOf = (markdown: string) => markdownToBlocks(markdown).map((block) => plainText(block));

  test('is not cut as long as it can be read', () => {
    expect(wordsOf('a'.repeat(most))).toEqual(['a'.repeat(most)]);
  });

  test('is cut at the end of its last line', () => {
    expect(wordsOf(`${'a'.repeat(20_000)}\n\n${'b'.repeat(20_000)}`)).toEqual(['a'.repeat(20_000), '…']);
  });

  test('is cut within a line that is longer than half of it', () => {
    const long = wordsOf(`a\n\n${'b'.repeat(40_000)}`);
    expect(long).toEqual(['a', 'b'.repeat(most - 3), '…']);
  });
});
