import fc from 'fast-check';
import type { FindingInput } from '../../src/contract/finding';
import { doc, heading, link, paragraph, table, tableRow, text } from '../../src/mappings/adf/adf';
import { description } from '../../src/mappings/description';
import { anyFinding } from '../core/arbitraries';
import { adfErrors, plainText } from '../support/adf-schema';
import { descriptionBefore } from './before-templates';
import { inputOf } from './input';

type Node = Parameters<typeof plainText>[0];
const documentOf = (finding: Partial<FindingInput>) => description.draft(inputOf(finding))?.value as Node;
const row = (name: string, value: string) => tableRow([text(name, [{ type: 'strong' }]), value]);
const lengthOf = (document: unknown) => JSON.stringify(document).length;

describe('the description', () => {
  test('tells what the finding is, how to fix it, its facts and the way to the portal', () => {
    const document = documentOf({
      description: 'What it **is**',
      remediation: 'Escape it',
      url: 'https://portal.example/f/1',
      severity: 'critical',
      kind: 'security_incident',
      cve: ['CVE-2026-1', 'CVE-2026-2'],
      cwe: ['CWE-89'],
      cvss: { score: 9.8, vector: 'CVSS:3.1/AV:N' },
      epss: 0.1234,
      kev: true,
      tool: 'Scanner',
      location: {
        file: 'src/a.ts',
        line: 3,
        url: 'https://shop.example/',
        component: 'api',
        image: 'shop:1',
        branch: 'main',
      },
      assets: ['host-1', 'host-2'],
    });
    expect(document).toEqual(
      doc([
        paragraph([...text('What it '), ...text('is', [{ type: 'strong' }])]),
        heading(3, 'How to fix it'),
        paragraph('Escape it'),
        heading(3, 'Details'),
        table([
          row('Severity', 'critical'),
          row('Kind', 'security incident'),
          row('CVE', 'CVE-2026-1, CVE-2026-2'),
          row('CWE', 'CWE-89'),
          row('CVSS', '9.8 CVSS:3.1/AV:N'),
          row('EPSS', '12.3 %'),
          row('Known to be exploited', 'yes'),
          row('File', 'src/a.ts:3'),
          row('Address', 'https://shop.example/'),
          row('Component', 'api'),
          row('Image', 'shop:1'),
          row('Branch', 'main'),
          row('Assets', 'host-1, host-2'),
          row('Tool', 'Scanner'),
          row('Product', 'shop'),
        ]),
        paragraph(link('Open the finding in the portal', 'https://portal.example/f/1')),
      ]),
    );
    expect(adfErrors(document)).toEqual([]);
  });

  test('of the least finding holds its facts only', () => {
    expect(documentOf({ cve: [], cvss: {}, location: {}, assets: ['  '] })).toEqual(
      doc([
        heading(3, 'Details'),
        table([row('Severity', 'high'), row('Kind', 'vulnerability'), row('Product', 'shop')]),
      ]),
    );
  });

  test.each<[string, Partial<FindingInput>, string, string]>([
    ['a score without a vector', { cvss: { score: 0 } }, 'CVSS', '0'],
    ['a vector without a score', { cvss: { vector: 'CVSS:4.0' } }, 'CVSS', 'CVSS:4.0'],
    ['a file without a line', { location: { file: 'a.ts' } }, 'File', 'a.ts'],
    ['no known exploit', { kev: false }, 'Known to be exploited', 'no'],
    ['a chance of nothing', { epss: 0 }, 'EPSS', '0.0 %'],
    ['a chance of everything', { epss: 1 }, 'EPSS', '100.0 %'],
    [
      'more assets than anybody reads',
      { assets: Array<string>(500).fill('host') },
      'Assets',
      `${'host, '.repeat(166)}hos…`,
    ],
  ])('shows %s', (_, finding, name, value) => {
    expect(JSON.stringify(documentOf(finding))).toContain(JSON.stringify(row(name, value)));
  });

  test('shows no line where there is no file', () => {
    for (const location of [{ line: 7 }, { file: '', line: 7 }])
      expect(plainText(documentOf({ location }))).not.toContain('7');
  });

  test('that is too long is cut in its prose; facts and links stay', () => {
    const document = documentOf({
      description: 'word '.repeat(15_000),
      remediation: 'How',
      url: 'https://portal.example/f/1',
    });
    expect(adfErrors(document)).toEqual([]);
    expect(lengthOf(document)).toBeLessThanOrEqual(32_767);
    expect(lengthOf(document)).toBeGreaterThan(32_000);
    expect(plainText(document)).toMatch(
      /^word [^]* word…\n… Read the rest in the portal\nDetails\n[^]*\nshop\nOpen the finding in the portal$/,
    );
  });

  test('that is too long without a portal’s address ends its prose with an ellipsis', () => {
    expect(plainText(documentOf({ description: 'word '.repeat(15_000) }))).toMatch(
      / word…\n…\nDetails\nSeverity/,
    );
  });

  const longest = (length: number) => '"'.repeat(length);
  const everything: Partial<FindingInput> = {
    product: longest(255),
    kind: 'compliance_violation',
    cve: Array<string>(9).fill(longest(255)),
    cwe: Array<string>(9).fill(longest(255)),
    cvss: { vector: longest(255), score: 10 },
    epss: 1,
    kev: true,
    tool: longest(255),
    location: {
      file: longest(1024),
      line: 100_000,
      url: `https://shop.example/${'x'.repeat(2_000)}`,
      component: longest(512),
      image: longest(512),
      branch: longest(255),
    },
    assets: Array<string>(9).fill(longest(255)),
    description: 'word '.repeat(9_000),
  };

  test.each([
    ['ends with the way to the portal', 'x'.repeat(2_000), 1],
    ['names it where its address needs no more room than others', '日'.repeat(450), 1],
    ['leaves out an address that percent-encoding makes too long', '日'.repeat(2_000), 0],
  ])('with every fact at its longest %s', (_, path, links) => {
    const document = documentOf({ ...everything, url: `https://portal.example/${path}` });
    expect(adfErrors(document)).toEqual([]);
    expect(lengthOf(document)).toBeLessThanOrEqual(32_767);
    expect(plainText(document)).toMatch(
      /^word [^]* word…\n… Read the rest[^]*\nOpen the finding in the portal$/,
    );
    const [details, last] = document.content?.slice(-2) ?? [];
    expect(details?.content).toHaveLength(15);
    expect(JSON.stringify(last).split('"href"')).toHaveLength(links + 1);
  });

  test('of any finding is to the sign what it was before there were templates', () => {
    fc.assert(
      fc.property(anyFinding, (finding) => {
        const { value, comparable } = description.draft({ ...inputOf(), finding }) ?? {};
        expect(value).toEqual(descriptionBefore(finding));
        expect(comparable).toBe(description.read(value));
        expect(adfErrors(value as Node)).toEqual([]);
        expect(lengthOf(value)).toBeLessThanOrEqual(32_767);
      }),
      { numRuns: 60 },
    );
  });
});

/** What Jira may give back for a document: ids on nodes, no empty nodes, keys in another order. */
function asStored(node: Node, salt: number): unknown {
  const content = node.content
    ?.filter(
      (child) => child.type === 'text' || child.type === 'hardBreak' || (child.content?.length ?? 1) > 0,
    )
    .map((child, index) => asStored(child, salt + index));
  const entries = Object.entries({ ...node, ...(content ? { content } : {}) }).reverse();
  const attrs = 'attrs' in node && typeof node.attrs === 'object' ? node.attrs : {};
  const marked = ['paragraph', 'heading', 'table', 'tableRow', 'tableCell'].includes(node.type);
  return {
    ...Object.fromEntries(entries),
    ...(marked ? { attrs: { ...attrs, localId: `id-${String(salt)}` } } : {}),
  };
}

describe('what was sent and what Jira gives back', () => {
  test('compare equal whatever ids Jira added and empty nodes it dropped', () => {
    fc.assert(
      fc.property(anyFinding, fc.nat(1_000), (finding, salt) => {
        const drafted = description.draft({ ...inputOf(), finding });
        expect(description.read(asStored(drafted?.value as Node, salt))).toBe(drafted?.comparable);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['a word', doc([paragraph('one two')])],
    ['where a link leads', doc([paragraph(link('one', 'https://b.example/'))])],
    ['a paragraph more', doc([paragraph(link('one', 'https://a.example/')), paragraph('x')])],
    ['nothing left', doc([])],
  ])('differ when a person changed %s', (_, edited) => {
    const sent = doc([paragraph(link('one', 'https://a.example/'))]);
    expect(description.read(edited)).not.toBe(description.read(sent));
  });

  test('are compared by words and addresses in order, white space aside', () => {
    expect(description.read(doc([paragraph(' a \n b'), paragraph(link('c', 'https://a.example/'))]))).toBe(
      'a b c https://a.example/',
    );
  });

  test.each([
    [null],
    [undefined],
    ['text'],
    [{}],
    [{ text: 5, marks: 'x', content: 'y' }],
    [
      {
        marks: [null, 5, {}, { attrs: null }, { attrs: 5 }, { attrs: {} }, { attrs: { href: 5 } }],
        content: [null],
      },
    ],
  ])('%j reads as nothing', (raw) => {
    expect(description.read(raw)).toBe('');
  });
});
