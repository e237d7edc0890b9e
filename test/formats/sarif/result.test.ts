import { at, findingOf, logOf, read, toolOf } from './support';

describe('severity', () => {
  const table: [string, string, Record<string, unknown>, Record<string, unknown>][] = [
    ['high', 'level error', { level: 'error' }, {}],
    ['medium', 'level warning', { level: 'warning' }, {}],
    ['low', 'level note', { level: 'note' }, {}],
    ['info', 'level none', { level: 'none' }, {}],
    ['medium', 'no level at all', {}, {}],
    ['high', 'the level of the rule', {}, { defaultConfiguration: { level: 'error' } }],
    [
      'low',
      'its own level before that of the rule',
      { level: 'note' },
      { defaultConfiguration: { level: 'error' } },
    ],
    ['critical', 'security-severity 9.0', { level: 'note' }, { properties: { 'security-severity': '9.0' } }],
    ['high', 'security-severity 8.9', {}, { properties: { 'security-severity': '8.9' } }],
    ['high', 'security-severity 7', {}, { properties: { 'security-severity': 7 } }],
    ['medium', 'security-severity 6.99', {}, { properties: { 'security-severity': 6.99 } }],
    ['medium', 'security-severity 4.0', {}, { properties: { 'security-severity': '4.0' } }],
    ['low', 'security-severity 0.1', { level: 'error' }, { properties: { 'security-severity': '0.1' } }],
    ['info', 'security-severity 0', { level: 'error' }, { properties: { 'security-severity': '0.0' } }],
    [
      'high',
      'a security-severity that is no number',
      { level: 'error' },
      { properties: { 'security-severity': 'HIGH' } },
    ],
    ['high', 'an empty security-severity', { level: 'error' }, { properties: { 'security-severity': '' } }],
    [
      'high',
      'a security-severity beyond the scale',
      { level: 'error' },
      { properties: { 'security-severity': '11' } },
    ],
    [
      'critical',
      'its own security-severity',
      { properties: { 'security-severity': '9.8' } },
      { properties: { 'security-severity': '1' } },
    ],
    [
      'high',
      'the level of the rule where the kind forbids one',
      { kind: 'review', level: 'none' },
      { defaultConfiguration: { level: 'error' } },
    ],
  ];
  test.each(table)('is %s by %s', (severity, _, result, rule) => {
    expect(findingOf({ ruleId: 'R1', ...result }, toolOf({ id: 'R1', ...rule })).severity).toBe(severity);
  });
});

describe('status', () => {
  const table: [string, string, Record<string, unknown>][] = [
    ['unverified', 'nothing is said', {}],
    ['resolved', 'it is absent from the new state', { baselineState: 'absent' }],
    ['unverified', 'it is new', { baselineState: 'new' }],
    ['unverified', 'it is unchanged', { baselineState: 'unchanged' }],
    ['rejected', 'it is suppressed in the source', { suppressions: [{ kind: 'inSource' }] }],
    [
      'rejected',
      'that suppression is accepted',
      { suppressions: [{ kind: 'inSource', status: 'accepted' }] },
    ],
    ['permanently_risk_accepted', 'it is suppressed elsewhere', { suppressions: [{ kind: 'external' }] }],
    [
      'unverified',
      'the suppression is under review',
      { suppressions: [{ kind: 'external', status: 'underReview' }] },
    ],
    [
      'unverified',
      'the suppression was refused',
      { suppressions: [{ kind: 'inSource', status: 'rejected' }] },
    ],
    [
      'permanently_risk_accepted',
      'one of two suppressions counts',
      {
        suppressions: [
          { kind: 'inSource', status: 'rejected' },
          { kind: 'external', status: 'accepted' },
        ],
      },
    ],
    ['unverified', 'the list of suppressions is empty', { suppressions: [] }],
    [
      'resolved',
      'it is absent and suppressed',
      { baselineState: 'absent', suppressions: [{ kind: 'external' }] },
    ],
  ];
  test.each(table)('is %s when %s', (status, _, result) => {
    expect(findingOf(result).status).toBe(status);
  });

  test.each(['pass', 'notApplicable', 'informational'])('a result of kind %s is no finding', (kind) => {
    expect(read(logOf([{ kind, message: { text: 'Message' } }]))).toMatchObject({ findings: [], skipped: 1 });
  });

  test.each(['fail', 'open', 'review'])('a result of kind %s is a finding', (kind) => {
    expect(findingOf({ kind }).status).toBe('unverified');
  });
});

describe('rule', () => {
  const described = (id: string) => ({ id, fullDescription: { text: `About ${id}` } });
  const extension = {
    tool: {
      driver: { name: 'Scanner', rules: [described('D')] },
      extensions: [
        { name: 'Pack', guid: '0f0f', rules: [described('A'), { ...described('B'), guid: 'aaaa-1' }] },
      ],
    },
  };
  const table: [string, Record<string, unknown>, string][] = [
    ['ruleId', { ruleId: 'D' }, 'About D'],
    ['ruleIndex', { ruleIndex: 0 }, 'About D'],
    ['rule.index', { rule: { index: 0 } }, 'About D'],
    ['a ruleId of an extension', { ruleId: 'B' }, 'About B'],
    ['an index into an extension', { rule: { index: 1, toolComponent: { index: 0 } } }, 'About B'],
    [
      'an index into an extension by name',
      { rule: { index: 0, toolComponent: { name: 'Pack' } } },
      'About A',
    ],
    [
      'an index into an extension by guid',
      { rule: { index: 0, toolComponent: { guid: '0f0f' } } },
      'About A',
    ],
    ['its guid', { rule: { guid: 'AAAA-1', toolComponent: { index: 0 } } }, 'About B'],
    ['a hierarchical id', { ruleId: 'D/1/2' }, 'About D'],
    ['the id when the index contradicts it', { ruleId: 'B', ruleIndex: 0 }, 'About B'],
    ['the id when the index is none', { ruleId: 'D', ruleIndex: -1 }, 'About D'],
  ];
  test.each(table)('is found by %s', (_, result, about) => {
    expect(findingOf(result, extension).description).toContain(about);
  });

  test('that nobody defines keeps its id', () => {
    expect(findingOf({ ruleId: 'X1' })).toMatchObject({ attributes: { rule: 'X1' }, description: 'Message' });
  });
});

describe('message', () => {
  const rule = { id: 'R', messageStrings: { hi: { text: 'From {0} to {1}, {{not}} {7}' } } };
  const table: [string, Record<string, unknown>, string][] = [
    ['as it stands', { text: 'Plain {0} {{x}}' }, 'Plain {0} {{x}}'],
    ['with arguments', { text: 'From {0}', arguments: ['a'] }, 'From a'],
    ['by id', { id: 'hi', arguments: ['a', 'b'] }, 'From a to b, {not} {7}'],
    ['by id of the tool', { id: 'all', arguments: ['a'] }, 'Everywhere a'],
    [
      'with links into the report',
      { text: 'A [user \\[input\\]](1) in [code](12).' },
      'A user \\[input] in code.',
    ],
    ['of Markdown only', { markdown: 'Words' }, 'Words'],
  ];
  test.each(table)('%s', (_, message, description) => {
    const run = {
      tool: {
        driver: { name: 'Scanner', rules: [rule], globalMessageStrings: { all: { text: 'Everywhere {0}' } } },
      },
    };
    expect(findingOf({ ruleId: 'R', message }, run).description).toBe(description);
  });

  test('that cannot be resolved gives way to the words of the rule', () => {
    expect(
      findingOf(
        { ruleId: 'R', message: { id: 'toString' } },
        toolOf({ id: 'R', shortDescription: { text: 'Rule words' } }),
      ).description,
    ).toBe('Rule words');
  });

  test('keeps its own line breaks and signs when it becomes Markdown', () => {
    expect(findingOf({ message: { text: '# one\n<b>two</b> *x* a_b\n\n- three' } }).description).toBe(
      '\\# one\\\n\\<b>two\\</b> \\*x\\* a_b\n\n\\- three',
    );
  });
});

describe('texts of the rule', () => {
  test('the full description follows the message, once', () => {
    const rule = {
      id: 'R',
      shortDescription: { text: 'Short words' },
      fullDescription: { text: 'Full *words*', markdown: 'Full **words**' },
    };
    expect(findingOf({ ruleId: 'R' }, toolOf(rule)).description).toBe('Message\n\nFull **words**');
    expect(findingOf({ ruleId: 'R', message: { text: 'See: full *words*' } }, toolOf(rule)).description).toBe(
      'See: full \\*words\\*',
    );
  });

  test('help and its address become the remediation', () => {
    const rule = {
      id: 'R',
      help: { text: 'plain', markdown: '# Do *this*' },
      helpUri: 'https://rules.example/R',
    };
    expect(findingOf({ ruleId: 'R' }, toolOf(rule)).remediation).toBe(
      '# Do *this*\n\nMore about this rule: <https://rules.example/R>',
    );
  });

  test.each(['Please see details in message', 'javascript:alert(1)', '/docs'])(
    '%s is no address',
    (helpUri) => {
      expect(findingOf({ ruleId: 'R' }, toolOf({ id: 'R', helpUri })).remediation).toBeUndefined();
    },
  );

  test('a very long help is cut and its code block closed', () => {
    const help = { markdown: `Words\n\n\`\`\`js\n${'const a = 1;\n'.repeat(2_000)}` };
    const remediation = findingOf({ ruleId: 'R' }, toolOf({ id: 'R', help })).remediation ?? '';
    expect(remediation.length).toBeLessThanOrEqual(6_000);
    expect(remediation).toMatch(/const a = 1;\n```\n\n…$/);
  });

  test('code snippets are not copied', () => {
    const region = { snippet: { text: 'SECRET' }, startLine: 3 };
    const located = {
      locations: [{ physicalLocation: { artifactLocation: { uri: 'a.js' }, region, contextRegion: region } }],
    };
    expect(JSON.stringify(findingOf(located))).not.toContain('SECRET');
  });
});

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
