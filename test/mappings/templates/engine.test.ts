import fc from 'fast-check';
import { doc, heading, link, paragraph, table, tableRow, text } from '../../../src/mappings/adf/adf';
import { scopeOf } from '../../../src/mappings/templates/scope';
import { anyFinding, anyText } from '../../core/arbitraries';
import { adfErrors } from '../../support/adf-schema';
import { blocksOf, code, scope, strong, templates } from './example';

test.each([
  ['{{ finding.title }}', [paragraph('A *bold* [title](x)')]],
  ['**{{ finding.title }}**', [paragraph(strong('A *bold* [title](x)'))]],
  ['`{{ finding.title }}`', [paragraph(code('A *bold* [title](x)'))]],
  ['# {{ finding.absent }}{{ finding.title }}', [heading(1, 'A *bold* [title](x)')]],
  ['{{ finding.cve }}', [paragraph('CVE-2026-1, CVE-2026-2')]],
  ['{{ finding.cve | join: " and " }}', [paragraph('CVE-2026-1 and CVE-2026-2')]],
  ['{{ finding.url | link: "Open [it]" }}', [paragraph(link('Open [it]', 'https://portal.example.com/F-1'))]],
  ['[open]({{ finding.url }})', [paragraph(link('open', 'https://portal.example.com/F-1'))]],
  ['[open](https://x.example/{{ finding.id }})', [paragraph(link('open', 'https://x.example/F-1'))]],
  ['[open]({{ "javascript:alert(1)" }})', [paragraph('open')]],
  ['{{ "javascript:alert(1)" | link: "Open" }}', [paragraph('Open')]],
  ['{{ finding.location.file | code }}', [paragraph(code('src/a_b.js'))]],
  [
    '{{ finding.attributes.code | code }}',
    [{ type: 'codeBlock', content: [{ type: 'text', text: 'one\ntwo `x`' }] }],
  ],
  ['on {{ finding.firstSeen | date: "%d/%m/%Y" }}', [paragraph('on 31/01/2026')]],
  ['{{ finding.title | truncate: 3 }}', [paragraph('A …')]],
  ['{{ finding.epss | percent }} {{ finding.kev | yes_no }}', [paragraph('97.5 % yes')]],
  ['{{ finding.severity | severity_label | capitalize }}', [paragraph('High')]],
  [
    '{% if finding.severity == "high" %}**{{ product }}** for {{ role }}{% endif %}',
    [paragraph([...strong('shop'), ...text(' for product')])],
  ],
  ['{{ finding.title | raw }}{% echo finding.title | raw %}', [paragraph('A *bold* [title](x)'.repeat(2))]],
  ['{% capture x %}**{{ finding.severity }}**{% endcapture %}{{ x | upcase }}', [paragraph('**HIGH**')]],
  [
    '{% capture x %}{{ finding.severity }}{% endcapture %}{% if x == "high" %}so{% endif %}',
    [paragraph('so')],
  ],
  ['{{ finding.constructor }}{{ finding.attributes.constructor }}{{ finding.location }}', []],
  ['{{ finding.assignee.email }}', []],
  ['Before {{ finding.description }} after', undefined],
  [
    '{{ finding.cve | table: "CVE" }}',
    [table([tableRow(['CVE'], 'tableHeader'), tableRow(['CVE-2026-1']), tableRow(['CVE-2026-2'])])],
  ],
  [
    '{% facts %}\nTeam | name: {{ finding.attributes["team name"] }}\nNone: {{ finding.absent }}\n{% endfacts %}',
    [table([tableRow([strong('Team | name'), 'Red | team'])])],
  ],
])('%s writes what it says', (template, expected) => {
  const blocks = blocksOf(template);
  if (expected) expect(blocks).toEqual(expected);
  expect(adfErrors(doc(blocks as never))).toEqual([]);
});

test('a Markdown field brings its blocks along and runs on in the line around it', () => {
  expect(blocksOf('Before {{ finding.description }} after')).toEqual([
    paragraph([...text('Before '), ...text('Some '), ...strong('bold'), ...text(' text.')]),
    heading(1, 'And a heading'),
    paragraph('after'),
  ]);
});

test('nothing in a Markdown field reaches what stands behind it', () => {
  const blocks = blocksOf('{{ finding.description }}\n\n**Behind**', { description: '```\nnever closed' });
  expect(blocks).toEqual([
    { type: 'codeBlock', content: [{ type: 'text', text: 'never closed' }] },
    paragraph(strong('Behind')),
  ]);
});

test('in a line nothing is escaped', () => {
  expect(templates.line('{{ finding.title }} {{ finding.location.file | code }}', scope())).toEqual({
    ok: true,
    text: 'A *bold* [title](x) src/a_b.js',
  });
});

test.each([
  ['en', 'high vulnerability 97.5 % yes'],
  ['de', 'hoch Schwachstelle 97,5 % ja'],
  ['ru', 'высокая уязвимость 97,5 % да'],
] as const)('labels are said in the language of the space: %s', (language, expected) => {
  const template =
    '{{ finding.severity | severity_label }} {{ finding.kind | kind_label }} {{ finding.epss | percent }} {{ finding.kev | yes_no }}';
  expect(templates.line(template, scope({}, language))).toEqual({ ok: true, text: expected });
});

test.each([
  ['{{ finding.title', 1, 1, /not closed/],
  ['one\ntwo {% if finding.cve %}', 2, 5, /not closed/],
  ['{{ finding.title | shout }}', 1, 1, /undefined filter: shout/],
  ['{% facts %}\nA: 1', 1, 1, /not closed/],
  ['a\n{% include "other" %}', 2, 1, /nothing to include/],
  ['{% render "other" %}', 1, 1, /nothing to render/],
  ['{% layout "other" %}', 1, 1, /nothing to layout/],
])('a mistake is told with its place: %j', (template, line, column, said) => {
  expect(templates.check(template)).toEqual({ line, column, said: expect.stringMatching(said) as string });
  expect(blocksOf(template)).toMatchObject({ ok: false, line, column });
});

test.each([
  ['{% for i in (1..1000000) %}x{% endfor %}'],
  ['{% for i in (1..5000) %}{% for j in (1..5000) %}x{% endfor %}{% endfor %}'],
  ['{% for i in (1..4000) %}{{ finding.description }}{% endfor %}'],
])('a template that would never end, or end in too much, is stopped: %s', (template) => {
  expect(blocksOf(template, { description: 'x'.repeat(90_000) })).toMatchObject({ ok: false });
});

test('what a template inserts reads as it was written, whatever it is', () => {
  fc.assert(
    fc.property(anyText(300), (words) => {
      const title = `T${words}`.slice(0, 1_990);
      const blocks = blocksOf('**Title:** {{ finding.title }}', { title });
      expect(squeezed(textsOf({ content: blocks }).join(''))).toBe(squeezed(`Title: ${title}`));
    }),
    { numRuns: 200 },
  );
});

const pieces = fc.constantFrom(
  ...[
    '{{ finding.title }}',
    '{{ finding.description }}',
    '{{ finding.cve }}',
    '{{ finding.absent }}',
    '\n',
    '\n\n',
  ],
  ...[
    '# ',
    '> ',
    '- ',
    '1. ',
    '| ',
    ' |',
    '| --- |',
    '```',
    '`',
    '**',
    '_',
    '~~',
    '[',
    '](',
    ')',
    '![',
    '<b>',
    '---',
  ],
  ...[
    '{{ finding.url }}',
    '{{ finding.url | link: finding.title }}',
    '{{ finding.assets | table: "A" }}',
    'words',
  ],
  ...[
    '{{ finding.title | code }}',
    '{% facts %}',
    '{% endfacts %}',
    'A: {{ finding.tool }}',
    '{% if finding.kev %}',
  ],
  ...[
    '{% endif %}',
    '{{ finding.tags | code: "js" }}',
    '{{ finding.description | truncate: 9 }}',
    '\\',
    '    ',
  ],
);

test('no template and no finding makes an invalid document or an exception', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), anyFinding, (parts, finding) => {
      const written = templates.document(
        parts.join(''),
        scopeOf({ finding, role: 'product', language: 'en' }),
      );
      if (written.ok) expect(adfErrors(doc(written.blocks))).toEqual([]);
      else expect(written.said).not.toBe('');
    }),
    { numRuns: 300 },
  );
});

function textsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'text' in node && typeof node.text === 'string' ? [node.text] : [];
  const inner: unknown[] = 'content' in node && Array.isArray(node.content) ? node.content : [];
  return [...own, ...inner.flatMap(textsOf)];
}

/** Where lines end is a matter of layout; what Jira cannot store is left out. */
function squeezed(words: string): string {
  return words
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .replace(/\s+/g, '');
}
