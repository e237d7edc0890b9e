import fc from 'fast-check';
import { Finding } from '../../../src/contract/finding';
import { nameFindings } from '../../../src/formats/name-findings';
import { readSarif } from '../../../src/formats/sarif/read-sarif';
import { logOf } from './support';

const largest = 4_000_000;
/** What each finding of a long report may hold that its result did not pay for with characters of its own. */
const lent = 6_000;

/** What readers of text stumble over. */
const unit = fc.constantFrom(
  'a',
  ' ',
  '\n',
  '[',
  ']',
  '\\[',
  '[a](1)',
  '[a](http:b) ',
  '{0}',
  '{',
  '}}',
  '`',
  '*a**b ',
  '<!--',
  '<? ',
  '> ',
  '|a',
  'a/../',
  '../',
  '%2e%2e/',
  '/',
  'C:\\',
  'file:///',
  'CVE-2024-1111 ',
  'CWE-79 ',
  '\uD83D',
  '\u202E',
  '\u0000',
);
const grown = (most: number) =>
  fc
    .tuple(fc.array(unit, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: most }))
    .map(([units, length]) => {
      const one = units.join('');
      return one.repeat(Math.ceil(length / one.length)).slice(0, length);
    });

const ofRule = fc.constantFrom<(text: string) => object>(
  (text) => ({ help: { text } }),
  (text) => ({ help: { markdown: text } }),
  (text) => ({ fullDescription: { text } }),
  (text) => ({ shortDescription: { text }, fullDescription: { markdown: text } }),
  (text) => ({ messageStrings: { m: { text } } }),
  (text) => ({ name: text, helpUri: `https://a.example/${text}` }),
  (text) => ({
    properties: {
      tags: Array.from({ length: 100 }, (_, index) => `${String(index)}${text}`.slice(0, 2_000)),
    },
  }),
  (text) => ({
    deprecatedIds: Array.from({ length: 20 }, (_, index) => `${String(index)}${text}`.slice(0, 2_000)),
  }),
);
const ofResult = fc.constantFrom<(text: string) => object>(
  (text) => ({ message: { text } }),
  (text) => ({ message: { id: 'm', arguments: [text] } }),
  (text) => ({ locations: [{ physicalLocation: { artifactLocation: { uri: text } } }] }),
  (text) => ({ locations: [{ logicalLocations: [{ fullyQualifiedName: text }] }] }),
  (text) => ({
    relatedLocations: Array.from({ length: 10 }, () => ({ message: { id: 'm', arguments: [text] } })),
  }),
  (text) => ({ partialFingerprints: { a: text }, fingerprints: { b: text } }),
  (text) => ({
    fixes: [{ description: { text }, artifactChanges: [{ replacements: [{ insertedContent: { text } }] }] }],
  }),
  (text) => ({ properties: { tags: [text], cwe: text } }),
);

/** Reports that are hostile at one place of their rule and at one of each of their results. */
const report = fc
  .record({
    count: fc.integer({ min: 1, max: 10_000 }),
    rule: ofRule,
    result: ofResult,
    shared: grown(1_000_000),
    own: grown(300),
  })
  .map(({ count, rule, result, shared, own }) => {
    const rules = [{ id: 'R', ...rule(shared) }];
    const results = Array.from({ length: count }, (_, index) => ({
      ruleId: 'R',
      message: { text: 'm' },
      ...result(`${own}${String(index)}`),
    }));
    return logOf(results, { tool: { driver: { name: 'Scanner', rules } } });
  })
  .filter((log) => JSON.stringify(log).length <= largest);

test('whatever a report of up to 4 MB repeats, reading it throws nothing and lends each finding little', () => {
  fc.assert(
    fc.property(report, (log) => {
      const reading = readSarif(log, { product: 'Shop' });
      if (!reading.ok) return;
      const findings = nameFindings(reading, 'Shop');
      const [first] = findings;
      expect(Finding.safeParse(first).error?.issues).toBeUndefined();
      const told = JSON.stringify(findings).length;
      const long = findings.length > 2_500;
      expect(told).toBeLessThan(4 * JSON.stringify(log).length + findings.length * (long ? lent : 4 * lent));
    }),
    { numRuns: 8 },
  );
}, 120_000);
