import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { at, idsOf, logOf, read } from './support';

type Fields = Record<string, unknown>;
const idOf = (result: Fields, product?: string) => idsOf([result], product)[0] ?? '';
const plain = { ruleId: 'R1', ...at('src/a.js', 5) };
const guid = '11111111-2222-3333-4444-555555555555';
const hash = (value: string) => createHash('sha256').update(value).digest('hex').slice(0, 16);

describe('the id of a result stays when', () => {
  const table: [string, Fields, Fields][] = [
    ['its line moves', plain, { ...plain, ...at('src/a.js', 50, { startColumn: 3 }) }],
    [
      'its level and texts beside the message change',
      plain,
      { ...plain, level: 'note', properties: { tags: ['x'] } },
    ],
    [
      'the message names another line',
      { ...plain, message: { text: 'Bad call at line 12, see a.js:12:4' } },
      { ...plain, message: { text: 'Bad call at line 13, see a.js:13:4' } },
    ],
    [
      'the snippet is indented otherwise',
      { ...plain, ...at('src/a.js', 5, { snippet: { text: ' eval( x )\n' } }) },
      { ...plain, ...at('src/a.js', 6, { snippet: { text: '\teval(  x )' } }) },
    ],
    [
      'the message changes beside a snippet',
      { ...plain, ...at('a.js', 5, { snippet: { text: 'eval(x)' } }) },
      { ...plain, message: { text: 'Other' }, ...at('a.js', 5, { snippet: { text: 'eval(x)' } }) },
    ],
    ['it is suppressed', plain, { ...plain, suppressions: [{ kind: 'inSource' }] }],
    ['it is gone', plain, { ...plain, baselineState: 'absent' }],
    ['the address is written otherwise', plain, { ...plain, ...at('./src/x/../a.js') }],
    [
      'the build folder changes',
      { ...plain, ...at('file:///builds/a/shop/src/a.js') },
      { ...plain, ...at('file:///builds/b/shop/src/a.js') },
    ],
    [
      'its guid does, whatever else changes',
      { ...plain, guid },
      { ...plain, guid: guid.toUpperCase(), message: { text: 'Other' }, ...at('b.js') },
    ],
    [
      'its correlation guid does, though its own guid changes',
      { ...plain, correlationGuid: guid, guid: 'aaaaaaaa-0000-0000-0000-000000000001' },
      { ...plain, correlationGuid: guid, guid: 'bbbbbbbb-0000-0000-0000-000000000002' },
    ],
    [
      'its fingerprints do, though it moves to another file',
      { ...plain, fingerprints: { 'v/1': 'abc', w: 'def' } },
      { ...plain, ...at('b.js'), fingerprints: { w: 'def', 'v/1': 'abc' } },
    ],
    [
      'the hash of its line does, though the column and message change',
      {
        ...plain,
        partialFingerprints: { primaryLocationLineHash: 'ab:1', primaryLocationStartColumnFingerprint: '4' },
      },
      {
        ...plain,
        message: { text: 'Other' },
        partialFingerprints: { primaryLocationLineHash: 'ab:1', primaryLocationStartColumnFingerprint: '8' },
      },
    ],
    [
      'commit and author change',
      { ...plain, partialFingerprints: { commitSha: 'abc', author: 'x' } },
      { ...plain, partialFingerprints: { commitSha: 'def', author: 'y' } },
    ],
  ];
  test.each(table)('%s', (_, before, after) => {
    expect(idOf(after)).toBe(idOf(before));
  });
});

describe('the id of a result differs by', () => {
  const table: [string, Fields, Fields][] = [
    ['rule', plain, { ...plain, ruleId: 'R2' }],
    ['file', plain, { ...plain, ...at('src/b.js', 5) }],
    ['message', plain, { ...plain, message: { text: 'Other' } }],
    [
      'snippet',
      { ...plain, ...at('a.js', 5, { snippet: { text: 'eval(x)' } }) },
      { ...plain, ...at('a.js', 5, { snippet: { text: 'eval(y)' } }) },
    ],
    [
      'component',
      { ruleId: 'R1', locations: [{ logicalLocations: [{ name: 'a' }] }] },
      { ruleId: 'R1', locations: [{ logicalLocations: [{ name: 'b' }] }] },
    ],
    ['guid', { ...plain, guid }, { ...plain, guid: guid.replace('1', '9') }],
    ['fingerprint', { ...plain, fingerprints: { a: 'x1' } }, { ...plain, fingerprints: { a: 'x2' } }],
    [
      'the name of the fingerprint',
      { ...plain, fingerprints: { a: 'x1' } },
      { ...plain, fingerprints: { b: 'x1' } },
    ],
    [
      'file beside a partial fingerprint',
      { ...plain, partialFingerprints: { primaryLocationLineHash: 'ab:1' } },
      { ...plain, ...at('b.js'), partialFingerprints: { primaryLocationLineHash: 'ab:1' } },
    ],
    [
      'message beside a notice in place of a fingerprint',
      { ...plain, fingerprints: { 'matchBasedId/v1': 'requires login' } },
      { ...plain, message: { text: 'Other' }, fingerprints: { 'matchBasedId/v1': 'requires login' } },
    ],
  ];
  test.each(table)('%s', (_, one, other) => {
    expect(idOf(other)).not.toBe(idOf(one));
  });

  test('product', () => {
    expect(idOf(plain, 'Shop')).not.toBe(idOf(plain, 'Till'));
    expect(idOf({ ...plain, guid }, 'Shop')).not.toBe(idOf({ ...plain, guid }, 'Till'));
  });

  test('tool', () => {
    const from = (name: string) =>
      read(logOf([{ ...plain, message: { text: 'm' } }], { tool: { driver: { name } } })).findings[0]?.id;
    expect(from('One')).not.toBe(from('Two'));
  });
});

describe('results that are equal but for the line', () => {
  const lines = (...numbers: number[]) => numbers.map((line) => ({ ...plain, ...at('src/a.js', line) }));

  test('are numbered from the top of the file, in whatever order the tool names them', () => {
    const ids = idsOf(lines(10, 20, 30));
    expect(new Set(ids).size).toBe(3);
    expect(idsOf(lines(30, 10, 20))).toEqual([ids[2], ids[0], ids[1]]);
    expect(idsOf(lines(12, 22, 32))).toEqual(ids);
  });

  test('keep their numbers beside one that is gone', () => {
    const [first, second] = idsOf(lines(10, 20));
    const gone = { ...plain, ...at('src/a.js', 1), baselineState: 'absent' };
    expect(idsOf([gone, ...lines(10, 20)]).slice(1)).toEqual([first, second]);
  });

  test('are one when they have the same guid, and what is there counts', () => {
    const results = [
      { ...plain, guid, baselineState: 'absent' },
      { ...plain, guid, level: 'error' },
    ];
    const reading = read(logOf(results.map((result) => ({ message: { text: 'm' }, ...result }))));
    expect(reading.findings).toHaveLength(1);
    expect(reading.findings[0]).toMatchObject({ status: 'unverified', severity: 'high' });
    expect(reading.skipped).toBe(1);
  });
});

test('an id names its tool and rule and holds at most 255 characters', () => {
  expect(idOf(plain)).toMatch(/^scanner:r1:[0-9a-f]{32}$/);
  const long = read(
    logOf([{ ruleId: 'R'.repeat(900), message: { text: 'm' } }], {
      tool: { driver: { name: 'T'.repeat(900) } },
    }),
  );
  expect(long.findings[0]?.id.length).toBeLessThanOrEqual(255);
});

test('ids are distinct and do not depend on the order of results or runs', () => {
  const result = fc.record({
    ruleId: fc.constantFrom('R1', 'R2'),
    message: fc.record({ text: fc.constantFrom('one', 'two') }),
    file: fc.constantFrom('a.js', 'b.js'),
  });
  const unlike = fc
    .array(result, { maxLength: 30 })
    .map((results) => results.map(({ file, ...rest }, index) => ({ ...rest, ...at(file, index + 1) })));
  fc.assert(
    fc.property(unlike, fc.integer({ min: 0, max: 30 }), (results, split) => {
      const ids = idsOf(results);
      expect(new Set(ids).size).toBe(results.length);
      expect(idsOf(results.toReversed()).toReversed()).toEqual(ids);
      const [run] = logOf([])['runs'] as Fields[];
      const runs = [
        { ...run, results: results.slice(split) },
        { ...run, results: results.slice(0, split) },
      ];
      const apart = read({ version: '2.1.0', runs }).findings.map(({ id }) => id);
      expect(apart.toSorted()).toEqual(ids.toSorted());
    }),
  );
});

test('a known report has known ids, since a change of the recipe would make every issue a second time', () => {
  expect(
    hash(
      idsOf([
        plain,
        { ...plain, guid },
        { ...plain, fingerprints: { a: 'b' } },
        { ...plain, partialFingerprints: { x: 'y' } },
        { ...plain, ...at('c.js', 1, { snippet: { text: 'x' } }) },
      ]).join('\n'),
    ),
  ).toBe('f5aaecc9bd60531d');
});
