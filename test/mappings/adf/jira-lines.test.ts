import { markdownOf } from '../../../src/mappings/adf/to-markdown';
import { type Adf, issueUrl, node, p, text, written } from './jira-nodes';

const leaf = (type: string, attrs: object = {}): Adf => ({ type, attrs });
const link = (href: unknown) => ({ type: 'link', attrs: { href } });
const hardBreak = { type: 'hardBreak' };

test.each<[string, Adf, string]>([
  ['an emoji without a sign, by its name', leaf('emoji', { shortName: ':x:' }), ':x:'],
  ['an emoji without anything', leaf('emoji'), ''],
  ['a day that is none', leaf('date', { timestamp: 'never' }), ''],
  ['a day by its number', leaf('date', { timestamp: 1_764_115_200_000 }), '2025-11-26'],
  ['a status without words', leaf('status', { text: ' ' }), ''],
  ['a status over lines', leaf('status', { text: 'in\nwork' }), '`in work`'],
  ['a card on a line of its own', leaf('blockCard', { url: 'https://a.example/' }), '<https://a.example/>'],
  ['a card that is shown', leaf('embedCard', { url: 'https://a.example/' }), '<https://a.example/>'],
  ['a card that leads nowhere', leaf('inlineCard', { url: 'javascript:x' }), 'javascript:x'],
  ['a card without an address', leaf('inlineCard'), ''],
  ['a file by the name of its upload', leaf('media', { __fileName: 'a.pdf' }), `[📎 a.pdf](${issueUrl})`],
  ['a file in a line', leaf('mediaInline', { alt: ' a\nb ' }), `[📎 a b](${issueUrl})`],
  ['a file without a name', leaf('media'), `[📎 file](${issueUrl})`],
  [
    'a picture from elsewhere',
    leaf('media', { type: 'external', url: 'https://a.example/p.png', alt: 'p' }),
    '[📎 p](https://a.example/p.png)',
  ],
  [
    'a picture from elsewhere that leads nowhere',
    leaf('media', { type: 'external', url: 'javascript:x' }),
    `[📎 file](${issueUrl})`,
  ],
  [
    'a file whose address is not for others',
    leaf('media', { type: 'file', url: 'https://a.example/p.png' }),
    `[📎 file](${issueUrl})`,
  ],
  ['a place holder by its words', leaf('placeholder', { text: 'say it' }), 'say it'],
  ['an extension by its title', leaf('inlineExtension', { title: 'Chart' }), 'Chart'],
  ['a person without an account', leaf('mention', { text: '@Ada' }), '@Ada'],
  ['a person without anything', leaf('mention'), ''],
  ['a person without a name', leaf('mention', { id: 'a:1' }), '@[a:1](accountid:a:1)'],
  [
    'a person whose name has lines',
    leaf('mention', { id: 'a1', text: '@Ada\nLove ' }),
    '@[Ada Love](accountid:a1)',
  ],
  ['a person whose account is too long', leaf('mention', { id: 'x'.repeat(129), text: 'Ada' }), '@Ada'],
])('%s', (_what, inline, markdown) => {
  expect(written(p(inline))).toBe(markdown);
});

test('the first name of an account is the one that is told', () => {
  const named = (name: string) => leaf('mention', { id: 'a1', text: name });
  expect(markdownOf(node('doc', [p(named('@Ada'), named('@Bo'))]), { issueUrl }).mentions).toEqual([
    { accountId: 'a1', text: 'Ada' },
  ]);
});

test.each<[string, Adf[], string]>([
  [
    'links of one address',
    [text('a', link('https://a.example/')), text('b', link('https://a.example/'), 'strong')],
    '[a**b**](https://a.example/)',
  ],
  [
    'links of two',
    [text('a', link('https://a.example/')), text('b', link('https://b.example/'))],
    '[a](https://a.example/)[b](https://b.example/)',
  ],
  [
    'a card in a link',
    [{ ...leaf('inlineCard', { url: 'https://a.example/' }), marks: [link('https://b.example/')] }],
    '<https://a.example/>',
  ],
  ['a link to call', [text('us', link('tel:123'))], 'us (123)'],
  [
    'a link whose words say where it leads',
    [text('write to a@b.example', link('MAILTO:a@b.example'))],
    'write to a\\@b.example',
  ],
  ['a link to nowhere', [text('a', link(''))], 'a'],
  ['a link without an address', [text('a', link(5))], 'a'],
  ['a link that is endless', [text('a', link(`file:${'x'.repeat(400)}`))], `a (file:${'x'.repeat(295)})`],
  ['code in a link that leads nowhere', [text('a b', 'code', link('tel:a b'))], '`a b`'],
])('of %s the way stays', (_what, content, markdown) => {
  expect(written(p(...content))).toBe(markdown);
});

test.each<[string, (string | Adf)[], string]>([
  ['spaces within', ['a', text(' b ', 'strong'), 'c'], 'a **b** c'],
  ['nothing but spaces', ['a', text('  ', 'strong'), 'b'], 'a  b'],
  ['breaks at the ends', [hardBreak, ' ', text('a', 'em'), hardBreak, ' ', hardBreak], '*a*'],
  ['spaces at a break', ['a ', hardBreak, ' b'], 'a\\\nb'],
  [
    'a break within marks',
    [text('a', 'strong'), { ...hardBreak, marks: [{ type: 'strong' }] }, text('b', 'strong')],
    '**a\\\nb**',
  ],
  ['lines in a text', ['a\r\nb\rc\nd'], 'a b c d'],
  ['signs that mean something together', ['*', text('*x*', 'unknown'), '*'], '\\*\\*x\\*\\*'],
  ['code of nothing but spaces', ['a', text('  ', 'code'), 'b'], 'a  b'],
  ['lowered by default', [text('2', { type: 'subsup' })], '<sub>2</sub>'],
  ['marks that nobody knows', [text('a', 'annotation', 'strong')], '**a**'],
  ['struck and underlined', [text('a', 'underline', 'strike')], '~~<u>a</u>~~'],
])('marks of a text: %s', (_what, content, markdown) => {
  expect(written(p(...content))).toBe(markdown);
});

test('marks of what nobody knows lie on what is in it', () => {
  expect(written(p({ ...node('shiny', [text('a')]), marks: [{ type: 'strong' }] }))).toBe('**a**');
});

describe('what is read of a document is bounded', () => {
  const rest = `… [the rest is in Jira](${issueUrl})`;
  const isCut = (...content: Adf[]) => written(...content).endsWith(rest);
  const many = (count: number) => Array.from({ length: count }, () => node('rule', []));

  test('to five thousand nodes', () => {
    expect(isCut(...many(4_999))).toBe(false);
    expect(isCut(...many(5_000))).toBe(true);
  });

  test('to 33,000 characters, of texts and of attributes', () => {
    expect(written(p('x'.repeat(33_000)))).toBe('x'.repeat(33_000));
    expect(written(p('x'.repeat(33_001)))).toBe(`${'x'.repeat(33_000)}…\n\n${rest}`);
    expect(isCut(p('x'.repeat(32_999), leaf('emoji', { text: 'y' })))).toBe(false);
    expect(isCut(p('x'.repeat(32_999), leaf('emoji', { text: 'yz' })))).toBe(true);
    expect(isCut(p('x'.repeat(33_000), 'y'))).toBe(true);
  });

  test('to twenty marks', () => {
    const marked = (count: number) => written(p(text('a', ...Array<string>(count).fill('x'), 'strong')));
    expect([19, 20].map(marked)).toEqual(['**a**', 'a']);
  });

  test('to twenty blocks in each other; what lies deeper is words', () => {
    const within = (depth: number, inner: Adf) =>
      Array.from({ length: depth }).reduce<Adf>((block) => node('blockquote', [block]), inner);
    const list = node('bulletList', [node('listItem', [p('a')]), node('listItem', [p('b')])]);
    const shown = (depth: number) => written(within(depth, list)).replace(/^[> ]+/gm, '');
    expect([16, 20].map(shown)).toEqual(['- a\n- b', 'ab']);
  });

  test('and what lies deeper is bounded as well', () => {
    const deep = Array.from({ length: 21 }).reduce<Adf>(
      (block) => node('blockquote', [block]),
      node(
        'paragraph',
        Array.from({ length: 6_000 }, () => text('a')),
      ),
    );
    expect(isCut(deep)).toBe(true);
  });
});

test.each([
  [null],
  [[]],
  [{ type: 5 }],
  [{ type: 'doc', content: 'x' }],
  [{ type: 'doc', content: [{ text: 'a' }] }],
])('%j is no document, and says nothing', (adf) => {
  expect(markdownOf(adf, { issueUrl })).toEqual({ markdown: '', mentions: [] });
});
