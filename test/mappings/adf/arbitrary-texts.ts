/** Markdown and ADF of every shape. */
import fc from 'fast-check';
import {
  blockquote,
  bulletList,
  codeBlock,
  doc,
  heading,
  orderedList,
  paragraph,
  rule,
  table,
  tableRow,
} from '../../../src/mappings/adf/adf';
import type {
  AdfBlock,
  AdfDocument,
  AdfInline,
  AdfItemBlock,
  AdfMark,
} from '../../../src/mappings/adf/types';
import { anyCharacter } from '../../core/arbitraries';

const pieces = [
  ...['*', '**', '_', '~~', '`', '```', '\n', '\n\n', '- ', '1. ', '> ', '# ', '|', '[a](', ')', '![', ']('],
  ...['| a | b |\n|---|---|\n', 'https://a.example', 'javascript:', '<b>', '<br>', '<!--', '-->', '[^1]'],
  ...['[^1]: ', '[x] ', '    ', '\\', '&amp;', '---\n', 'word', ' ', '\u0000', '\uD800', '😀', '@x'],
  ...[
    'a@b.example',
    '[!NOTE]',
    '<u>',
    '</u>',
    '<sup>',
    '</sup>',
    '@[a](accountid:1)',
    '[1]: https://a.example\n',
    '<details><summary>a</summary>\n\n',
    '\n\n</details>\n\n',
  ],
];

/** Signs of Markdown in any order, with any characters among them. */
export const markdownLike = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: anyCharacter, maxLength: 5 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

const word = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9.,:;!?'"()*_~`#<>[\]{}|&@+=/\\-]{1,8}$/),
  fc.constantFrom(
    'word',
    'https://a.example',
    'a@b.example',
    '1.',
    '-',
    '+',
    '#',
    '[!NOTE]',
    '&amp;',
    '😀',
    'ü',
  ),
);
/** Without addresses, which become links by themselves. */
const phrase = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '))
  .filter((words) => !/:\/\/|www\./i.test(words));

/** Code without what no cell of a table can say. */
const isSayable = (text: string, on: readonly AdfMark[]): boolean =>
  !(text.includes('\\|') && on.some(({ type }) => type === 'code'));

/** In the order in which they are nested when they are read from Markdown. */
const marks: fc.Arbitrary<readonly AdfMark[]> = fc.oneof(
  fc.subarray<AdfMark>([{ type: 'strong' }, { type: 'em' }, { type: 'strike' }], { minLength: 1 }),
  fc.constant<AdfMark[]>([{ type: 'code' }]),
  fc.constant<AdfMark[]>([{ type: 'link', attrs: { href: 'https://a.example/x' } }, { type: 'strong' }]),
);

/** Marked and plain words in turn, as Jira's editor stores them: nothing empty, no neighbours of the same marks. */
const inline: fc.Arbitrary<AdfInline[]> = fc
  .array(
    fc.tuple(phrase, marks, phrase, fc.boolean()).filter(([marked, on]) => isSayable(marked, on)),
    { minLength: 1, maxLength: 2 },
  )
  .map((parts) =>
    parts.flatMap(([marked, on, plain, isApart], index): AdfInline[] => [
      { type: 'text', text: marked, marks: on },
      {
        type: 'text',
        text: `${isApart ? ' ' : ''}${plain}${index < parts.length - 1 && isApart ? ' ' : ''}`,
      },
    ]),
  );
const line = fc.oneof(
  inline,
  phrase.map((text): AdfInline[] => [{ type: 'text', text }]),
);
const lines = fc.oneof(
  line,
  fc.tuple(line, line).map(([above, below]): AdfInline[] => [...above, { type: 'hardBreak' }, ...below]),
);

const code = fc
  .tuple(
    fc.array(fc.oneof(phrase, fc.constantFrom('', '  indented', '```')), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([rows, isNamed]) => codeBlock(rows.join('\n'), isNamed ? 'js' : undefined));

const { itemBlock } = fc.letrec<{ itemBlock: AdfItemBlock; item: AdfItemBlock[] }>((tie) => ({
  itemBlock: fc.oneof(
    { maxDepth: 2 },
    lines.map((content) => paragraph(content)),
    code,
    fc.array(tie('item'), { minLength: 1, maxLength: 2 }).map((items) => bulletList(items.map(itemOf))),
    fc
      .tuple(fc.array(tie('item'), { minLength: 1, maxLength: 2 }), fc.nat({ max: 20 }))
      .map(([items, start]) => orderedList(items.map(itemOf), start)),
  ),
  item: fc
    .tuple(lines, fc.array(tie('itemBlock'), { maxLength: 1 }))
    .map(([first, rest]) => [paragraph(first), ...rest]),
}));

function itemOf(content: AdfItemBlock[]): { type: 'listItem'; content: AdfItemBlock[] } {
  return { type: 'listItem', content };
}

const block: fc.Arbitrary<AdfBlock> = fc.oneof(
  itemBlock,
  itemBlock,
  fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, 6), line).map(([level, content]) => heading(level, content)),
  fc.array(itemBlock, { minLength: 1, maxLength: 2 }).map((content) => blockquote(content)),
  fc.constant(rule()),
  fc
    .array(fc.tuple(line, fc.oneof(line, fc.constant([]))), { minLength: 2, maxLength: 4 })
    .map((rows) => table(rows.map((cells, row) => tableRow(cells, row === 0 ? 'tableHeader' : 'tableCell')))),
);

/** A document of everything that both Jira and Markdown know. */
export const adfDocument: fc.Arbitrary<AdfDocument> = fc
  .array(block, { minLength: 1, maxLength: 3 })
  .map((blocks) => doc(blocks));
