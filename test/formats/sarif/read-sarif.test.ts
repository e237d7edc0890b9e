import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Finding } from '../../../src/contract/finding';
import { formats } from '../../../src/formats';
import { sourceOf } from '../../../src/formats/source';
import { readSarif } from '../../../src/formats/sarif/read-sarif';
import { buildSarif } from '../../support/sarif-builder';
import { at, logOf, read } from './support';

const result = { ruleId: 'R', message: { text: 'Message' } };
const errorsOf = (document: unknown) => {
  const reading = readSarif(document, { product: 'Shop' });
  return reading.ok ? [] : reading.errors;
};

describe('reports of real tools', () => {
  const fixture = (name: string): unknown =>
    JSON.parse(readFileSync(join(__dirname, '../../fixtures', name), 'utf8'));
  const table: [string, string, number, string[]][] = [
    ['eslint.sarif', 'ESLint', 15, ['src/app.js', 'src/invoices.js', 'src/login.js', 'src/report.js']],
    ['secretlint.sarif', 'secretlint', 2, ['deploy/production.env']],
    ['clang.sarif', 'clang', 5, ['native/parse.c']],
  ];
  test.each(table)(
    '%s gives valid findings with places inside the repository',
    (name, tool, count, files) => {
      const { findings, parts, skipped, rejected } = read(fixture(name));
      expect({ count: findings.length, parts, skipped, rejected }).toEqual({
        count,
        parts: [{ tool, scope: '' }],
        skipped: 0,
        rejected: [],
      });
      expect([...new Set(findings.map(({ location }) => location?.file))].toSorted()).toEqual(files);
      expect(new Set(findings.map(({ id }) => id)).size).toBe(count);
      for (const finding of findings) expect(Finding.safeParse(finding)).toMatchObject({ success: true });
    },
  );

  test('ESLint: what the source suppresses is rejected, and the rest is to be looked at', () => {
    const { findings } = read(fixture('eslint.sarif'));
    const calls = findings.filter(
      ({ attributes }) => attributes?.['rule'] === 'security/detect-child-process',
    );
    expect(calls.map(({ status, location }) => [status, location?.line])).toEqual([
      ['unverified', 6],
      ['unverified', 11],
      ['rejected', 17],
    ]);
    expect(findings.filter(({ severity }) => severity === 'high').map(({ title }) => title)).toEqual([
      'Disallow new operators with the Function object: src/app.js',
      'Disallow the use of eval(): src/app.js',
    ]);
  });

  test('clang: two results of one rule in one file have titles and ids of their own', () => {
    const { findings } = read(fixture('clang.sarif'));
    expect(findings.map(({ title }) => title)).toContain('Use of memory after it is freed: native/parse.c');
    expect(findings.flatMap(({ cwe }) => cwe ?? [])).toEqual(['CWE-119']);
  });
});

test('a report of 1.7 MB and 1,700 results is read whole, and the same with every line moved', () => {
  const size = { seed: 17, results: 1_700, bytes: 1_700_000 };
  const log = buildSarif(size);
  expect(JSON.stringify(log).length).toBeGreaterThanOrEqual(1_700_000);
  const reading = read(log);
  expect(reading).toMatchObject({ skipped: 0, rejected: [], parts: [{ tool: 'Built Scanner' }] });
  const ids = reading.findings.map(({ id }) => id);
  expect(new Set(ids).size).toBe(1_700);
  expect(read(buildSarif({ ...size, lineShift: 40 })).findings.map(({ id }) => id)).toEqual(ids);
  expect(reading.findings.filter((finding) => !Finding.safeParse(finding).success)).toEqual([]);
});

test('10,000 results are read, one more is refused with the limit', () => {
  const results = Array.from({ length: 10_000 }, (_, index) => ({ ...result, ...at('a.js', index + 1) }));
  expect(read(logOf(results)).findings).toHaveLength(10_000);
  expect(
    errorsOf({
      version: '2.1.0',
      runs: [...(logOf(results)['runs'] as []), ...(logOf([result])['runs'] as [])],
    }),
  ).toEqual([{ path: 'runs', message: 'must hold at most 10000 results, not 10001: split the report' }]);
});

describe('a document that is no SARIF 2.1.0', () => {
  const table: [string, unknown, string, RegExp][] = [
    ['null', null, '', /SARIF 2\.1\.0 log/],
    ['a list', [], '', /SARIF 2\.1\.0 log/],
    ['a text', 'x', '', /SARIF 2\.1\.0 log/],
    ['without version', { runs: [] }, 'version', /required/],
    ['of another version', { version: '2.0.0', runs: [] }, 'version', /2\.1\.0/],
    ['without runs', { version: '2.1.0' }, 'runs', /required/],
    ['with runs that are no list', { version: '2.1.0', runs: {} }, 'runs', /array/],
    ['with a run without tool', { version: '2.1.0', runs: [{}] }, 'runs.0.tool', /required/],
    [
      'with a tool without name',
      { version: '2.1.0', runs: [{ tool: { driver: {} } }] },
      'runs.0.tool.driver.name',
      /required/,
    ],
    [
      'with a tool of blanks',
      { version: '2.1.0', runs: [{ tool: { driver: { name: ' ' } } }] },
      'runs.0.tool.driver.name',
      /empty/,
    ],
    ['with results that are no list', logOf(1 as never), 'runs.0.results', /array/],
    ['of which no result has a message', logOf([{ ruleId: 'R' }]), 'runs.0.results.0.message', /required/],
    ['of which no result is an object', logOf([7]), 'runs.0.results.0', /object/],
  ];
  test.each(table)('%s is refused with the place and the reason', (_, document, path, message) => {
    expect(errorsOf(document)[0]).toEqual({ path, message: expect.stringMatching(message) as string });
  });

  test('names at most twenty errors', () => {
    expect(errorsOf(logOf(Array.from({ length: 90 }, () => 7)))).toHaveLength(20);
  });
});

describe('a partly broken report', () => {
  const document = {
    version: '2.1.0',
    runs: [
      ...(logOf([result])['runs'] as []),
      ...(logOf([{ ...result, ruleId: 'S' }, { ruleId: 'T' }])['runs'] as []),
    ],
  };

  test('gives the rest and names what was left out', () => {
    const { findings, rejected } = read(document);
    expect(findings.map(({ attributes }) => attributes?.['rule'])).toEqual(['R', 'S']);
    expect(rejected).toEqual([
      { index: 2, errors: [{ path: 'runs.1.results.1.message', message: 'is required' }] },
    ]);
  });

  test('proves nothing by what it lacks', () => {
    expect(read(document).parts).toEqual([{ tool: 'Scanner', scope: '', incomplete: 'brokenResults' }]);
  });

  test('is read although optional parts have the wrong type', () => {
    const odd = {
      ...result,
      level: 7,
      locations: [null, 'x', { physicalLocation: 3 }],
      guid: {},
      suppressions: 'no',
      taxa: [4],
      properties: [],
    };
    const run = {
      tool: {
        driver: {
          name: 'Scanner',
          rules: [null, { id: 'R', helpUri: 7, shortDescription: { text: 'Words' } }],
        },
      },
      artifacts: 1,
      originalUriBaseIds: [],
    };
    expect(read(logOf([{ ...odd, ruleIndex: 1 }], run)).findings).toMatchObject([
      { title: 'Words', severity: 'medium', status: 'unverified' },
    ]);
  });
});

describe('what a run says of itself', () => {
  const run = (rest: object, name = 'A') => ({ tool: { driver: { name } }, results: [], ...rest });
  const after = (invocation: object) => run({ invocations: [{ executionSuccessful: true }, invocation] });
  const partsOf = (...runs: object[]) => read({ version: '2.1.0', runs }).parts;

  test.each([
    ['without a word about it', run({})],
    ['that succeeded', after({ executionSuccessful: true, exitCode: 0 })],
    ['that found something, by its exit code', after({ executionSuccessful: true, exitCode: 1 })],
    ['that warned', after({ toolExecutionNotifications: [{ level: 'warning' }, {}] })],
  ])('a run %s is complete', (_, one) => {
    expect(partsOf(one)).toEqual([{ tool: 'A', scope: '' }]);
  });

  const incomplete: [string, object, string][] = [
    ['that failed', after({ executionSuccessful: false }), 'notSuccessful'],
    ['whose success is a word', after({ executionSuccessful: 'true' }), 'notSuccessful'],
    ['whose success is null', after({ executionSuccessful: null }), 'notSuccessful'],
    ['whose success is a number', after({ executionSuccessful: 1 }), 'notSuccessful'],
    [
      'with an error while it ran',
      after({ toolExecutionNotifications: [{ level: 'error' }] }),
      'errorNotification',
    ],
    [
      'with an error in its configuration',
      after({ toolConfigurationNotifications: [{ level: 'Error' }] }),
      'errorNotification',
    ],
    ['that ended with 2', after({ executionSuccessful: true, exitCode: 2 }), 'exitCode'],
    [
      'that ended with a configuration error',
      after({ exitCode: 1, exitCodeDescription: 'Configuration error' }),
      'exitCode',
    ],
    ['that was killed', after({ exitSignalName: 'SIGKILL' }), 'exitCode'],
    ['that did not start', after({ processStartFailureMessage: 'not found' }), 'exitCode'],
    ['that could not look', run({ results: undefined }), 'noResults'],
    ['whose results are null', run({ results: null }), 'noResults'],
  ];
  test.each(incomplete)('a run %s is incomplete', (_, one, reason) => {
    expect(partsOf(one)).toEqual([{ tool: 'A', scope: '', incomplete: reason }]);
  });

  test('one run that failed makes its tool and scope incomplete, and no other', () => {
    const js = { automationDetails: { id: 'js/' } };
    expect(partsOf(run({}), run({ results: null }), run(js), run({}, 'B'))).toEqual([
      { tool: 'A', scope: '', incomplete: 'noResults' },
      { tool: 'A', scope: 'category=js' },
      { tool: 'B', scope: '' },
    ]);
  });

  const scopes: [string, object, string][] = [
    ['a category before a run’s id', { automationDetails: { id: 'ci/js/2026-01-02' } }, 'category=ci/js'],
    ['a category alone', { automationDetails: { id: 'language:js/' } }, 'category=language:js'],
    ['a category without a slash', { automationDetails: { id: 'my-analysis' } }, 'category=my-analysis'],
    ['no category in the id of one run', { automationDetails: { id: 'run-20260102.7' } }, ''],
    [
      'repository and branch',
      {
        versionControlProvenance: [
          { repositoryUri: 'https://u:p@Code.Example/a/b.git', branch: 'refs/heads/x' },
        ],
      },
      'repository=code.example/a/b\nbranch=x',
    ],
    [
      'the same repository written otherwise',
      { versionControlProvenance: [{ repositoryUri: 'git@code.example:a/b' }] },
      'repository=code.example/a/b',
    ],
  ];
  test.each(scopes)('%s is the scope', (_, rest, scope) => {
    expect(partsOf(run(rest))[0]?.scope).toBe(scope);
  });

  test('a part carries the name of the tool that its findings carry', () => {
    const { findings, parts } = read(
      logOf([result], { tool: { driver: { name: ` My\n${'x'.repeat(400)}` } } }),
    );
    expect(findings[0]?.tool).toBe(parts[0]?.tool);
  });
});

test('the registry knows SARIF by the last part of the address and nothing else', () => {
  const source = sourceOf('{"version":"2.1.0","runs":[]}');
  expect(formats.get('sarif')?.read(source, { product: 'Shop' })).toMatchObject({ ok: true });
  expect(formats.get('constructor')).toBeUndefined();
});
