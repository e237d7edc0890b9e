import fc from 'fast-check';
import { Finding } from '../../../src/contract/finding';
import { Marks } from '../../../src/contract/stored/known-results';
import { nameFindings } from '../../../src/formats/name-findings';
import { readSarif } from '../../../src/formats/sarif/read-sarif';
import { anyCharacter } from '../../core/arbitraries';
import { logOf } from './support';

describe('whatever the document', () => {
  const value = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 400 }),
    fc.constantFrom(
      'R',
      'CVE-2024-1111',
      'CWE-5',
      'external/cwe/cwe-1',
      'file:///',
      'http://a',
      '%E0',
      '../..',
      'C:\\',
      '{0}',
      'absent',
      'fail',
      'none',
      '9.1',
      'inSource',
    ),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
  const bag = (names: readonly string[], inner: fc.Arbitrary<unknown>) =>
    fc.dictionary(fc.constantFrom(...names), fc.oneof(inner, fc.array(inner, { maxLength: 3 })), {
      maxKeys: names.length,
    });
  const text = bag(['text', 'markdown', 'id', 'arguments'], value);
  const reference = bag(
    ['id', 'index', 'guid', 'name', 'toolComponent', 'target'],
    fc.oneof(value, bag(['name', 'index', 'guid'], value)),
  );
  const region = bag(['startLine', 'startColumn', 'snippet'], fc.oneof(value, text));
  const artifact = bag(['uri', 'uriBaseId', 'index'], value);
  const location = bag(
    ['physicalLocation', 'logicalLocations', 'message'],
    fc.oneof(
      value,
      text,
      bag(
        ['artifactLocation', 'region', 'name', 'fullyQualifiedName', 'index'],
        fc.oneof(value, artifact, region),
      ),
    ),
  );
  const replacement = bag(['deletedRegion', 'insertedContent'], fc.oneof(region, text));
  const change = bag(['artifactLocation', 'replacements'], fc.oneof(artifact, replacement));
  const fix = bag(['description', 'artifactChanges'], fc.oneof(text, change));
  const invocation = bag(
    ['executionSuccessful', 'exitCode', 'toolExecutionNotifications', 'workingDirectory'],
    fc.oneof(value, artifact, bag(['level'], value)),
  );
  const anyResult = fc
    .tuple(
      bag(
        [
          'ruleId',
          'ruleIndex',
          'kind',
          'level',
          'guid',
          'correlationGuid',
          'baselineState',
          'hostedViewerUri',
        ],
        value,
      ),
      bag(['rule', 'taxa'], reference),
      bag(['locations', 'relatedLocations'], location),
      bag(['codeFlows'], bag(['threadFlows'], bag(['locations'], bag(['location'], location)))),
      bag(['fixes'], fix),
      bag(
        ['fingerprints', 'partialFingerprints', 'properties', 'suppressions', 'provenance'],
        bag(['tags', 'cwe', 'security-severity', 'kind', 'status', 'firstDetectionTimeUtc', 'a'], value),
      ),
      text,
    )
    .map((bags) => ({ ...(Object.assign({}, ...bags.slice(0, -1)) as object), message: bags.at(-1) }));
  const rule = fc
    .tuple(
      bag(['id', 'name', 'guid', 'helpUri', 'deprecatedIds'], value),
      bag(['shortDescription', 'fullDescription', 'help', 'messageStrings', 'defaultConfiguration'], text),
      bag(['properties'], bag(['tags', 'cwe', 'category'], value)),
      bag(['relationships'], reference),
    )
    .map((parts) => Object.assign({}, ...parts) as object);
  const anyLog = fc
    .record({
      rules: fc.array(rule, { maxLength: 4 }),
      results: fc.array(anyResult, { maxLength: 6 }),
      artifacts: fc.array(bag(['location'], artifact), { maxLength: 3 }),
      originalUriBaseIds: fc.dictionary(fc.string({ maxLength: 4 }), artifact),
      invocations: fc.array(invocation, { maxLength: 2 }),
      rest: bag(
        ['automationDetails', 'versionControlProvenance'],
        bag(['id', 'repositoryUri', 'branch'], value),
      ),
    })
    .map(({ rules, results, rest, ...run }) =>
      logOf(results, { tool: { driver: { name: 'Scanner', rules } }, ...run, ...rest }),
    );

  test('every finding read passes the contract, no id comes twice, every result is accounted for', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const reading = readSarif(log, { product: 'Shop' });
        const [run] = log['runs'] as { results: unknown[] }[];
        if (!reading.ok) {
          expect(reading.errors).not.toEqual([]);
          return;
        }
        const findings = nameFindings(reading, 'Shop');
        for (const finding of findings) expect(Finding.safeParse(finding).error?.issues).toBeUndefined();
        for (const { marks } of reading.results) expect(Marks.parse(marks)).toEqual(marks);
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        expect(findings.length + reading.skipped + reading.rejected.length).toBe(run?.results.length);
      }),
      { numRuns: 200 },
    );
  });

  test('nothing is thrown for JSON of any shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expect(readSarif(document, { product: 'Shop' })).toHaveProperty('ok');
      }),
    );
  });
});
