import { markdownToAdf } from '../../../src/mappings/adf/markdown-to-adf';
import { markdownOf } from '../../../src/mappings/adf/to-markdown';
import { adfErrors } from '../../support/adf-schema';
import { type Adf, issueUrl, item, node, p, text, written } from './jira-nodes';

describe('what people write in Jira becomes Markdown', () => {
  const cases: [string, readonly Adf[], string][] = [
    ['a heading', [node('heading', [text('Steps')], { level: 2 })], '## Steps'],
    [
      'marks, each around words only',
      [p('a ', text('b ', 'strong'), text('c', 'strong', 'em'), text(' d', 'strike'))],
      'a **b _c_** ~~d~~',
    ],
    [
      'underlined, raised and lowered',
      [
        p(
          text('u', 'underline'),
          ' x',
          text('2', { type: 'subsup', attrs: { type: 'sup' } }),
          ' H',
          text('2', { type: 'subsup', attrs: { type: 'sub' } }),
        ),
      ],
      '<u>u</u> x<sup>2</sup> H<sub>2</sub>',
    ],
    ['code in a line', [p(text('a`b', 'code'))], '``a`b``'],
    [
      'code with its language and a fence inside',
      [node('codeBlock', [text('x\n```\ny')], { language: 'js' })],
      '````js\nx\n```\ny\n````',
    ],
    [
      'lists in each other, counted from where they begin',
      [node('orderedList', [item(p('a'), node('bulletList', [item(p('b'))])), item(p('c'))], { order: 3 })],
      '3. a\n   - b\n4. c',
    ],
    [
      'tasks and decisions',
      [
        node('taskList', [
          node('taskItem', [text('done')], { state: 'DONE' }),
          node('taskItem', [text('open')], { state: 'TODO' }),
          node('taskList', [node('taskItem', [text('below')], { state: 'TODO' })]),
        ]),
        node('decisionList', [node('decisionItem', [text('we go')], { state: 'DECIDED' })]),
      ],
      '- [x] done\n- [ ] open\n  - [ ] below\n\n* **Decision:** we go',
    ],
    ['a quotation', [node('blockquote', [p('so'), p('it is')])], '> so\n>\n> it is'],
    ['a panel', [node('panel', [p('careful')], { panelType: 'warning' })], '> [!WARNING]\n> careful'],
    ['a section to unfold', [node('expand', [p('inside')], { title: 'More' })], '**More**\n\ninside'],
    ['a rule', [p('a'), node('rule', []), p('b')], 'a\n\n---\n\nb'],
    ['a line break', [p('a', { type: 'hardBreak' }, 'b')], 'a\\\nb'],
    [
      'links of the web, and where others lead',
      [
        p(
          text('here', { type: 'link', attrs: { href: 'https://a.example/x' } }),
          ' ',
          text('us', { type: 'link', attrs: { href: 'mailto:us@a.example' } }),
        ),
      ],
      '[here](https://a.example/x) us (us\\@a.example)',
    ],
    ['a card', [p({ type: 'inlineCard', attrs: { url: 'https://a.example/x' } })], '<https://a.example/x>'],
    [
      'emoji, day and status',
      [
        p(
          { type: 'emoji', attrs: { shortName: ':smile:', text: '😄' } },
          { type: 'emoji', attrs: { shortName: ':our_own:' } },
          ' ',
          { type: 'date', attrs: { timestamp: '1764115200000' } },
          ' ',
          { type: 'status', attrs: { text: 'IN PROGRESS', color: 'blue' } },
        ),
      ],
      '😄:our_own: 2025-11-26 `IN PROGRESS`',
    ],
    [
      'a file, by its name and the way to it',
      [node('mediaSingle', [{ type: 'media', attrs: { id: '1', type: 'file', alt: 'shot.png' } }])],
      `[📎 shot.png](${issueUrl})`,
    ],
    [
      'a table whose cells hold several blocks',
      [
        node('table', [
          node('tableRow', [node('tableHeader', [p('a|b')]), node('tableHeader', [p('c')])]),
          node('tableRow', [
            node('tableCell', [p('1'), node('bulletList', [item(p('2'))])]),
            node('tableCell', [node('codeBlock', [text('x\ny|z\n\\|')])]),
          ]),
        ]),
      ],
      '| a\\|b | c |\n| - | - |\n| 1<br>• 2 | `x`<br>`y\\|z`<br>\\\\\\| |',
    ],
    [
      'a table without header row, with cells over several columns and rows',
      [
        node('table', [
          node('tableRow', [
            node('tableCell', [p('a')], { colspan: 2 }),
            node('tableCell', [p('b')], { rowspan: 2 }),
          ]),
          node('tableRow', [node('tableHeader', [p('c')]), node('tableCell', [p('d')])]),
        ]),
      ],
      '| | | |\n| - | - | - |\n| a | | b |\n| **c** | d | |',
    ],
    [
      'what nobody knows, by its words',
      [node('novelty', [p('new ', node('shiny', [text('thing')]))])],
      'new thing',
    ],
  ];
  test.each(cases)('%s', (_, content, markdown) => {
    expect(written(...content)).toBe(markdown);
  });
});

describe('a mention', () => {
  const mia = { type: 'mention', attrs: { id: '557058:f58131cb-b67d', text: '@Mia Krystof' } };

  test('is readable and names its account, which is told once', () => {
    expect(markdownOf(node('doc', [p('ask ', mia, ' or ', mia)]), { issueUrl })).toEqual({
      markdown:
        'ask @[Mia Krystof](accountid:557058:f58131cb-b67d) or @[Mia Krystof](accountid:557058:f58131cb-b67d)',
      mentions: [{ accountId: '557058:f58131cb-b67d', text: 'Mia Krystof' }],
    });
  });

  test('is none when only its text looks like one', () => {
    const typed = '@[Mia](accountid:1) @[Mia](mailto:mia@a.example)';
    const { markdown, mentions } = markdownOf(node('doc', [p(typed)]), { issueUrl });
    expect(mentions).toEqual([]);
    expect(markdown).not.toContain('@[');
  });

  test('is none when its account is no account', () => {
    const odd = { type: 'mention', attrs: { id: 'x) [y](https://a.example', text: '@Odd' } };
    expect(markdownOf(node('doc', [p(odd)]), { issueUrl })).toEqual({ markdown: '@Odd', mentions: [] });
  });
});

describe('a text too large or too deep', () => {
  test('ends with the way to the rest', () => {
    const document = node(
      'doc',
      Array.from({ length: 9_000 }, () => p(text('*_`', 'strong'), text('[', 'em'))),
    );
    const { markdown } = markdownOf(document, { issueUrl });
    expect(markdown.endsWith(`[the rest is in Jira](${issueUrl})`)).toBe(true);
    expect(markdown.length).toBeLessThan(200_000);
  });

  test('keeps its words however deep they lie', () => {
    let deep: Adf = p('at the bottom');
    for (let i = 0; i < 3_000; i++) deep = node('blockquote', [deep]);
    expect(written(deep)).toContain('at the bottom');
  });

  test('a cell of a million columns costs what a cell costs', () => {
    const wide = node('tableCell', [p('w')], { colspan: 1_000_000, rowspan: 1_000_000 });
    expect(written(node('table', [node('tableRow', [wide])])).length).toBeLessThan(20_000);
  });
});

test('what it writes is read back as valid ADF with the same structure', () => {
  const content = [
    node('heading', [text('One')], { level: 1 }),
    p('plain ', text('bold', 'strong'), ' ', text('code', 'code')),
    node('bulletList', [item(p('a')), item(p('b'), node('orderedList', [item(p('c'))]))]),
    node('codeBlock', [text('x')], { language: 'js' }),
    node('blockquote', [p('q')]),
    node('rule', []),
  ];
  const back = markdownToAdf(written(...content));
  expect(adfErrors(back)).toEqual([]);
  expect(back.content.map(({ type }) => type)).toEqual(content.map(({ type }) => type));
});
