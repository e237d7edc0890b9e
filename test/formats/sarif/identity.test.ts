import { identify } from '../../../src/formats/matching';
import { knownAfter } from '../../../src/formats/matching/known-after';
import { at, idsOf, logOf, read, toolOf } from './support';

type Fields = Record<string, unknown>;
const plain = { ruleId: 'R1', ...at('src/a.js', 5) };
const other = { ...plain, ruleId: 'R2' };
const guid = '11111111-2222-3333-4444-555555555555';
const withGuid = (digit: string) => ({ correlationGuid: guid.replace('1', digit) });

/** The ids of a report that comes after another one of its scope. */
function afterwards(
  before: readonly Fields[],
  after: readonly Fields[],
  runs: readonly [Fields, Fields] = [{}, {}],
) {
  const marksOf = (results: readonly Fields[], run: Fields) =>
    read(
      logOf(
        results.map((one) => ({ message: { text: 'Message' }, ...one })),
        run,
      ),
    ).results.map(({ marks }) => marks);
  const origin = { product: 'Shop', tool: 'Scanner' };
  const marks = marksOf(before, runs[0]);
  const { ids } = identify(marks, { here: [] }, origin);
  const here = knownAfter([], { marks, ids }, { isComplete: true, at: 1 }).results;
  return { was: ids, is: identify(marksOf(after, runs[1]), { here }, origin).ids };
}

const text = (message: string) => ({ message: { text: message } });

const inRepository = (version: string) => ({
  locations: [
    {
      logicalLocations: [{ fullyQualifiedName: `pkg:maven/dom4j/dom4j@${version}` }],
      physicalLocation: {
        artifactLocation: { uri: `file:////home/ci/.m2/dom4j/${version}/dom4j-${version}.jar` },
      },
    },
  ],
});

describe('a result stays the same finding when', () => {
  const table: [string, Fields, Fields][] = [
    ['its line and column move', plain, { ...plain, ...at('src/a.js', 50, { startColumn: 3 }) }],
    ['its message changes', plain, { ...plain, ...text('Other') }],
    ['its level and tags change', plain, { ...plain, level: 'note', properties: { tags: ['x'] } }],
    ['its own guid changes', { ...plain, guid }, { ...plain, guid: guid.replace('1', '9') }],
    ['it is suppressed', plain, { ...plain, suppressions: [{ kind: 'inSource' }] }],
    ['it is gone', plain, { ...plain, baselineState: 'absent' }],
    ['the address is written otherwise', plain, { ...plain, ...at('./src/x/../a.js') }],
    [
      'the build folder changes',
      { ...plain, ...at('file:///builds/a/shop/a.js') },
      { ...plain, ...at('/github/workspace/a.js') },
    ],
    [
      'an own agent’s folder changes',
      { ...plain, ...at('/opt/agent/_work/17/s/a.js') },
      { ...plain, ...at('C:\\agent\\_work\\shop\\shop\\a.js') },
    ],
    ['the drive changes', { ...plain, ...at('C:\\shop\\a.js') }, { ...plain, ...at('file:///D:/shop/a.js') }],
    [
      'an unknown folder above changes',
      { ...plain, ...at('/home/ann/shop/src/a.js') },
      { ...plain, ...at('/srv/7/src/a.js') },
    ],
    [
      'the image gets another tag',
      { ...plain, ...at('team/shop:1.0') },
      { ...plain, ...at('team/shop:1.1-rc') },
    ],
    [
      'the image of a registry does',
      { ...plain, ...at('reg.example:5000/shop:1') },
      { ...plain, ...at('reg.example:5000/shop:2') },
    ],
    [
      'the image is named by its digest',
      { ...plain, ...at('team/shop:1.0') },
      { ...plain, ...at('team/shop@sha256:0a1b') },
    ],
    [
      'the package gets another version',
      { ...plain, ...at('pkg:npm/left-pad@1.0.0') },
      { ...plain, ...at('pkg:npm/left-pad@1.0.1') },
    ],
    [
      'the image before its path gets another tag',
      { ...plain, ...at('team/shop:1.0/usr/lib/x.so') },
      { ...plain, ...at('team/shop:1.1/usr/lib/x.so') },
    ],
    [
      'the image of a registry before its path does',
      { ...plain, ...at('reg.example:5000/shop:1.0//usr/lib/x.so') },
      { ...plain, ...at('reg.example:5000/shop:1.1//usr/lib/x.so') },
    ],
    [
      'the archive that holds it gets another version',
      { ...plain, ...at('app/shop-1.0.3.jar/lib/log4j-2.14.1.jar') },
      { ...plain, ...at('app/shop-1.0.4-SNAPSHOT.jar/lib/log4j-2.15.0.jar') },
    ],
    [
      'its path holds the version of its package, which another one gets',
      { ...plain, ...inRepository('1.6.1') },
      { ...plain, ...inRepository('1.6.2') },
    ],
    [
      'a letter with its mark is written as two',
      { ...plain, ...at('src/\u00fc.c') },
      { ...plain, ...at('src/u\u0308.c') },
    ],
    [
      'its path is of a repository in a group of a group',
      { ...plain, ...at('/builds/team/part/shop/src/a.js') },
      { ...plain, ...at('/src/src/a.js') },
    ],
    [
      'its correlation guid stays, whatever changes',
      { ...plain, ...withGuid('1') },
      { ...other, ...at('b.js'), correlationGuid: guid.toUpperCase() },
    ],
    [
      'its fingerprints stay, whatever changes',
      { ...plain, fingerprints: { 'v/1': 'abc', w: 'def' } },
      { ...other, ...at('b.js'), fingerprints: { w: 'def', 'v/1': 'abc' } },
    ],
    [
      'one of its fingerprints stays',
      { ...plain, fingerprints: { 'p/v1': 'a' } },
      { ...plain, ...at('b.js'), fingerprints: { 'p/v1': 'a', 'p/v2': 'b' } },
    ],
  ];
  test.each(table)('%s', (_, before, after) => {
    const { was, is } = afterwards([before], [after]);
    expect(is).toEqual(was);
  });

  test('its image, named by the run, gets another tag', () => {
    const run = (imageName: string) => ({ properties: { imageName } });
    const { was, is } = afterwards([plain], [plain], [run('shop:1'), run('shop:2')]);
    expect(is).toEqual(was);
  });

  test('the drive of the folder that the run names is written otherwise', () => {
    const run = { originalUriBaseIds: { ROOT: { uri: 'file:///d:/w/7/' } } };
    const { was, is } = afterwards([{ ...plain, ...at('D:\\w\\7\\src\\a.js') }], [plain], [run, {}]);
    expect(is).toEqual(was);
  });

  test('it is of a part of a rule that is renamed', () => {
    const { was, is } = afterwards(
      [{ ...plain, ruleId: 'OLD/2' }],
      [{ ...plain, ruleId: 'NEW/2' }],
      [{}, toolOf({ id: 'NEW', deprecatedIds: ['OLD'] })],
    );
    expect(is).toEqual(was);
  });

  test('its rule is renamed and the tool says so', () => {
    const { was, is } = afterwards(
      [plain],
      [{ ...plain, ruleId: 'NEW' }],
      [{}, toolOf({ id: 'NEW', deprecatedIds: ['R1'] })],
    );
    expect(is).toEqual(was);
  });
});

describe('two results are two findings by', () => {
  const table: [string, Fields, Fields][] = [
    ['rule', plain, other],
    ['file', plain, { ...plain, ...at('src/b.js', 5) }],
    [
      'component',
      { ruleId: 'R', locations: [{ logicalLocations: [{ name: 'a' }] }] },
      { ruleId: 'R', locations: [{ logicalLocations: [{ name: 'b' }] }] },
    ],
    ['correlation guid', { ...plain, ...withGuid('1') }, { ...plain, ...withGuid('9') }],
    ['fingerprint', { ...plain, fingerprints: { a: 'x1' } }, { ...plain, fingerprints: { a: 'x2' } }],
    ['image', { ...plain, ...at('team/shop:1') }, { ...plain, ...at('team/till:1') }],
  ];
  test.each(table)('%s', (_, one, two) => {
    const { was, is } = afterwards([one], [two]);
    expect(is).not.toEqual(was);
  });

  test('product', () => {
    expect(idsOf([plain], 'Shop')).not.toEqual(idsOf([plain], 'Till'));
  });

  test('repository', () => {
    const run = (repositoryUri: string) => ({ versionControlProvenance: [{ repositoryUri }] });
    const { was, is } = afterwards(
      [plain],
      [plain],
      [run('https://code.example/a'), run('https://code.example/b')],
    );
    expect(is).not.toEqual(was);
  });
});

describe('several results of one rule in one file keep their ids by', () => {
  const hash = (value: string) => ({ partialFingerprints: { primaryLocationLineHash: value } });
  const code = (words: string, line = 1) => at('src/a.js', line, { snippet: { text: words } });
  const table: [string, Fields[], Fields[]][] = [
    [
      'the hash of the line, though messages change',
      [hash('a:1'), hash('b:1')],
      [
        { ...hash('b:1'), ...text('x') },
        { ...hash('a:1'), ...text('y') },
      ],
    ],
    [
      'the code, though its indentation and the message change',
      [code('eval(a)'), code('eval( b )')],
      [{ ...code('\teval( b )'), ...text('x') }, code('  eval(a)')],
    ],
    [
      'the message, without the lines that it names',
      [text('at line 3, see a.js:3:1'), text('other')],
      [text('other'), text('at line 9, see a.js:9:1')],
    ],
    [
      'the nearest message',
      [text('reads user input'), text('writes the log')],
      [text('writes the whole log'), text('reads the user input')],
    ],
  ];
  test.each(table)('%s', (_, before, after) => {
    const inFile = (results: Fields[]) => results.map((result) => ({ ...plain, ...result }));
    const { was, is } = afterwards(inFile(before), inFile(after));
    expect(is).toEqual(was.toReversed());
  });

  test('the order in the file, where they are equal, whatever the order in the report', () => {
    const lines = (...numbers: number[]) => numbers.map((line) => ({ ...plain, ...at('src/a.js', line) }));
    const { was, is } = afterwards(lines(10, 20, 30), lines(32, 12, 22));
    expect(new Set(was).size).toBe(3);
    expect(is).toEqual([was[2], was[0], was[1]]);
  });

  test('what stays, though prose stands in place of a fingerprint', () => {
    const login = { fingerprints: { 'matchBasedId/v1': 'requires login' } };
    expect(
      new Set(
        idsOf([
          { ...plain, ...login },
          { ...plain, ...login, ...text('x') },
        ]),
      ).size,
    ).toBe(2);
  });
});

describe('tools that write what changes into their messages', () => {
  const trivy = { tool: { driver: { name: 'Trivy' } } };
  const vulnerable = (name: string, version: string, rest: string) => ({
    ruleId: 'CVE-2026-1111',
    ...at('team/shop:1'),
    message: { text: `Package: ${name}\nInstalled Version: ${version}\n${rest}` },
  });

  test('Trivy: package and version tell results of one advisory apart, severity and fix do not', () => {
    const before = ['a 1', 'a 2', 'b 1'].map((one) =>
      vulnerable(one.charAt(0), one.slice(2), 'Severity: HIGH\nFixed Version: 3'),
    );
    const after = ['b 1', 'a 2', 'a 1'].map((one) =>
      vulnerable(one.charAt(0), one.slice(2), 'Severity: LOW\nFixed Version: '),
    );
    const { was, is } = afterwards(before, after, [trivy, trivy]);
    expect(new Set(was).size).toBe(3);
    expect(is).toEqual(was.toReversed());
  });

  test('Scorecard: the score does not count', () => {
    const said = (score: number, what: string) => ({
      ...plain,
      ...text(`score is ${String(score)}: ${what}`),
    });
    const scorecard = { tool: { driver: { name: 'Scorecard' } } };
    const { was, is } = afterwards(
      [said(3, 'npm'), said(3, 'pip')],
      [said(9, 'pip'), said(8, 'npm')],
      [scorecard, scorecard],
    );
    expect(is).toEqual(was.toReversed());
  });
});

test('an id names its tool and rule and holds at most 255 characters', () => {
  expect(idsOf([plain])[0]).toMatch(/^scanner:r1:[0-9a-f]{32}$/);
  const long = read(
    logOf([{ ruleId: 'R'.repeat(900), message: { text: 'm' } }], {
      tool: { driver: { name: 'T'.repeat(900) } },
    }),
  );
  expect(long.findings[0]?.id.length).toBeLessThanOrEqual(255);
});

test('a known report has known ids, since a change of the recipe would lose what is known after a reinstall', () => {
  const ids = idsOf([
    plain,
    other,
    { ...other, ...text('x') },
    { ...plain, ...at('b.js'), fingerprints: { a: 'b' } },
  ]);
  expect(ids).toMatchInlineSnapshot(`
    [
      "scanner:r1:0a1bd498c8eac3469e390741544ad1c7",
      "scanner:r2:5adaaecf2011e9894e57ad165276a1d1",
      "scanner:r2:5fdd08082420a4d0a820755f1416f518",
      "scanner:r1:6c8f79694f603d3fb9742b19fc2398ca",
    ]
  `);
});
