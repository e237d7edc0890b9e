import fc from 'fast-check';
import { markdownToAdf } from '../../../src/mappings/adf/markdown-to-adf';
import { legalText } from '../../../src/mappings/adf/legal';
import { createTemplates } from '../../../src/mappings/templates/engine';
import { scopeOf } from '../../../src/mappings/templates/scope';
import type { Rendered } from '../../../src/mappings/templates/templates';
import { anyText } from '../../core/arbitraries';
import { findingOf } from '../../core/builders';

const templates = createTemplates();
const example = {
  title: 'A *bold* [title](x)',
  description: 'Some **bold** text.',
  url: 'https://portal.example.com/F-1',
  cve: ['CVE-2026-1', 'CVE-2026-2'],
  firstSeen: '2026-01-31T23:30:00Z',
  location: { file: 'src/a_b.js', line: 4 },
  attributes: { team: 'Red', 'team name': 'Red team' },
  assignee: { email: 'somebody@example.com' },
};

function render(template: string, as: 'markdown' | 'plain' = 'markdown', more: object = {}): Rendered {
  return templates.render(
    template,
    scopeOf({ finding: findingOf({ ...example, ...more }), role: 'product' }),
    as,
  );
}

test.each([
  ['{{ finding.title }}', 'A \\*bold\\* \\[title\\](x)'],
  ['{{ finding.description }}', 'Some **bold** text.'],
  ['{{ finding.cve }}', 'CVE\\-2026\\-1, CVE\\-2026\\-2'],
  ['{{ finding.cve | join: " and " }}', 'CVE\\-2026\\-1 and CVE\\-2026\\-2'],
  ['{{ finding.url | link: "Open [it]" }}', '[Open \\[it\\]](<https://portal.example.com/F-1>)'],
  ['{{ "javascript:alert(1)" | link: "Open" }}', 'Open'],
  ['{{ finding.location.file | code }}', '` src/a_b.js `'],
  ['on {{ finding.firstSeen | date: "%d/%m/%Y" }}', 'on 31/01/2026'],
  ['{{ finding.title | truncate: 3 }}', 'A …'],
  ['{{ finding.attributes.team }} {{ finding.attributes["team name"] }}', 'Red Red team'],
  ['{% if finding.severity == "high" %}**{{ product }}** for {{ role }}{% endif %}', '**shop** for product'],
  [
    '{{ finding.absent }}{{ finding.constructor }}{{ finding.attributes.constructor }}{{ finding.location }}',
    '',
  ],
  ['{{ finding.assignee.email }}', ''],
  ['{{ finding.cve | table: "CVE" }}', '\n\n| CVE |\n| --- |\n| CVE\\-2026\\-1 |\n| CVE\\-2026\\-2 |\n\n'],
])('%s inserts %j', (template, expected) => {
  expect(render(template)).toEqual({ ok: true, text: expected });
});

test('in a plain field nothing is escaped', () => {
  expect(render('{{ finding.title }} {{ finding.location.file | code }}', 'plain')).toEqual({
    ok: true,
    text: 'A *bold* [title](x) src/a_b.js',
  });
});

test.each([
  ['{{ finding.title', 1, 1, /not closed/],
  ['one\ntwo {% if finding.cve %}', 2, 5, /not closed/],
  ['{{ finding.title | shout }}', 1, 1, /undefined filter: shout/],
  ['a\n{% include "other" %}', 2, 1, /nothing to include/],
  ['{% render "other" %}', 1, 1, /nothing to render/],
  ['{% layout "other" %}', 1, 1, /nothing to layout/],
])('a mistake is told with its place: %j', (template, line, column, said) => {
  expect(templates.check(template)).toEqual({ line, column, said: expect.stringMatching(said) as string });
  expect(render(template)).toMatchObject({ ok: false, line, column });
});

test.each([
  ['{% for i in (1..1000000) %}x{% endfor %}'],
  ['{% for i in (1..5000) %}{% for j in (1..5000) %}x{% endfor %}{% endfor %}'],
  ['{% for i in (1..4000) %}{{ finding.description }}{% endfor %}'],
])('a template that would never end, or end in too much, is stopped: %s', (template) => {
  expect(render(template, 'markdown', { description: 'x'.repeat(90_000) })).toMatchObject({ ok: false });
});

test('what a template inserts reads as it was written, whatever it is', () => {
  fc.assert(
    fc.property(anyText(300), (text) => {
      const title = `T${text}`.slice(0, 1_990);
      const rendered = render('**Title:** {{ finding.title }} {{ finding.title }}', 'markdown', { title });
      expect(rendered.ok).toBe(true);
      const read = textsOf(markdownToAdf(rendered.ok ? rendered.text : '')).join(' ');
      const words = legalText(title).split(/\s+/).join(' ').trim();
      expect(squeezed(read)).toBe(squeezed(`Title: ${words} ${words}`));
    }),
    { numRuns: 300 },
  );
});

function textsOf(node: object): string[] {
  const own = 'text' in node && typeof node.text === 'string' ? [node.text] : [];
  const inner: unknown[] = 'content' in node && Array.isArray(node.content) ? node.content : [];
  return [...own, ...inner.flatMap((child) => textsOf(child as object))];
}

/** Where lines end is a matter of layout. */
function squeezed(text: string): string {
  return legalText(text)
    .replace(/[\s\u0085\u2028\u2029]+/g, '')
    .slice(0, 3_000);
}
