import { at, findingOf, toolOf } from './support';

describe('weaknesses', () => {
  const tagged = (...tags: string[]) => toolOf({ id: 'R', properties: { tags } });
  const taxonomies = [
    { name: 'OWASP', taxa: [{ id: 'A01' }] },
    { name: 'CWE', guid: 'c0ffee', taxa: [{ id: '22' }, { id: 'CWE-23' }] },
  ];
  const table: [string, Record<string, unknown>, Record<string, unknown>, string[] | undefined][] = [
    ['a tag as GitHub writes it', { ruleId: 'R' }, tagged('security', 'external/cwe/cwe-079'), ['CWE-79']],
    ['a tag with a title', { ruleId: 'R' }, tagged('CWE-95: Eval Injection'), ['CWE-95']],
    [
      'several tags, each once',
      { ruleId: 'R' },
      tagged('cwe-1', 'CWE-2', 'external/cwe/cwe-001'),
      ['CWE-1', 'CWE-2'],
    ],
    ['a property', { properties: { cwe: ['CWE-78'] } }, {}, ['CWE-78']],
    ['a taxon by id', { taxa: [{ id: '79', toolComponent: { name: 'CWE' } }] }, {}, ['CWE-79']],
    ['a taxon by index', { taxa: [{ index: 1, toolComponent: { index: 1 } }] }, { taxonomies }, ['CWE-23']],
    [
      'a relation of the rule',
      { ruleId: 'R' },
      {
        ...toolOf({ id: 'R', relationships: [{ target: { index: 0, toolComponent: { guid: 'c0ffee' } } }] }),
        taxonomies,
      },
      ['CWE-22'],
    ],
    ['a message that names it', { message: { text: 'Unbounded copy. CWE-119' } }, {}, ['CWE-119']],
    [
      'a taxon of another list',
      { taxa: [{ id: '79', toolComponent: { name: 'OWASP' } }] },
      { taxonomies },
      undefined,
    ],
  ];
  test.each(table)('%s', (_, result, run, cwe) => {
    expect(findingOf(result, run).cwe).toEqual(cwe);
  });

  test.each([
    ['its id', { id: 'CVE-2024-12345' }],
    ['a tag', { id: 'R', properties: { tags: ['cve-2024-12345'] } }],
    ['a former id', { id: 'GHSA-xxxx', deprecatedIds: ['CVE-2024-12345'] }],
  ])('a CVE is read from the rule by %s', (_, rule) => {
    const finding = findingOf({ ruleId: rule.id }, toolOf(rule));
    expect(finding.cve).toEqual(['CVE-2024-12345']);
    expect(finding.title).toMatch(/^CVE-2024-12345: Message/);
  });

  test('tags that are no CWE stay tags', () => {
    expect(
      findingOf({ ruleId: 'R', properties: { tags: ['mine', 'security'] } }, tagged('security', 'cwe-1'))
        .tags,
    ).toEqual(['security', 'mine']);
  });
});

describe('title', () => {
  const table: [string, Record<string, unknown>, Record<string, unknown>, string][] = [
    [
      'the rule’s short description and the file',
      { shortDescription: { text: 'SQL `injection`.' } },
      at('src/a.js'),
      'SQL injection: src/a.js',
    ],
    [
      'the message when the rule only repeats its id',
      { shortDescription: { text: 'rule(R) error' } },
      at('a.js'),
      'Message: a.js',
    ],
    [
      'the first sentence of a message',
      {},
      { message: { text: 'Use of assert detected. The code goes away.' } },
      'Use of assert detected',
    ],
    [
      'the name of the rule when there is no other word',
      { name: 'NoEval' },
      { message: { text: '' } },
      'NoEval',
    ],
    ['the id of the rule when there is nothing else', {}, { message: { text: '' } }, 'R'],
    ['an address', {}, at('https://shop.example/login'), 'Message: https://shop.example/login'],
    [
      'the end of a long path',
      {},
      at(`${'folder/'.repeat(30)}a.js`),
      'Message: …/folder/folder/folder/folder/folder/folder/folder/folder/folder/folder/a.js',
    ],
  ];
  test.each(table)('is %s', (_, rule, result, title) => {
    expect(findingOf({ ruleId: 'R', ...result }, toolOf({ id: 'R', ...rule })).title).toBe(title);
  });

  test('fits a Jira summary', () => {
    const { title } = findingOf({ message: { text: 'word '.repeat(100) }, ...at('x'.repeat(400)) });
    expect(title.length).toBeLessThanOrEqual(255);
    expect(title).toMatch(/^word .*…: …x+$/);
  });

  test('does not change when lines move', () => {
    expect(findingOf(at('a.js', 1)).title).toBe(findingOf(at('a.js', 99)).title);
  });
});

test('the address of the result in a viewer becomes the link back, first detection the first sighting', () => {
  const finding = findingOf({
    hostedViewerUri: 'https://viewer.example/1',
    provenance: { firstDetectionTimeUtc: '2026-01-02T03:04:05Z' },
  });
  expect(finding).toMatchObject({ url: 'https://viewer.example/1', firstSeen: '2026-01-02T03:04:05.000Z' });
});
