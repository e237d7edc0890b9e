import fc from 'fast-check';
import { Finding } from '../../../src/contract/finding';
import { type KnownResult, Marks } from '../../../src/contract/stored/known-results';
import { formatOf, formats, knownFormats } from '../../../src/formats';
import type { Format, ReportReading } from '../../../src/formats/format';
import { identify } from '../../../src/formats/matching';
import { knownAfter } from '../../../src/formats/matching/known-after';
import { nameFindings } from '../../../src/formats/name-findings';
import { sourceOf } from '../../../src/formats/source';
import { anyCharacter } from '../../core/arbitraries';
import { mutated, pathsIn } from './mutations';
import { type Run, type Seen, usual, type Writer, writers } from './writers';

type Read = Extract<ReportReading, { ok: true }>;

const some: readonly Seen[] = [
  { rule: 1, place: 1 },
  { rule: 1, place: 2 },
  { rule: 2, place: 1 },
  { rule: 3, place: 3 },
];

function formatNamed(name: string): Format {
  const format = formats.get(name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return format;
}

function read(name: string, document: unknown): Read {
  const reading = formatNamed(name).read(sourceOf(JSON.stringify(document)), { product: 'Shop' });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading;
}

/** The ids of a report's results in their order, against what is known. */
function idsOf({ results, parts }: Read, here: readonly KnownResult[] = []): readonly string[] {
  const origin = { product: 'Shop', tool: parts[0]?.tool ?? '' };
  return identify(
    results.map(({ marks }) => marks),
    { here },
    origin,
  ).ids;
}

/** What is known after a report. */
function learn(reading: Read): readonly KnownResult[] {
  const marks = reading.results.map((one) => one.marks);
  return knownAfter([], { marks, ids: idsOf(reading) }, { isComplete: true, at: 1 }).results;
}

const anyRun: fc.Arbitrary<Run> = fc.record({
  message: fc.string({ minLength: 1, maxLength: 60 }).map((text) => `Words ${text}`),
  severity: fc.integer({ min: 0, max: 3 }),
  score: fc.integer({ min: 1, max: 100 }).map((tenths) => tenths / 10),
  fixed: fc.constantFrom('', '2.0.2', '3.0'),
  tag: fc.constantFrom('latest', '2.0', 'sha-1a2b3c'),
  line: fc.integer({ min: 1, max: 5_000 }),
  made: fc.uuid(),
});

test('every format has a writer here', () => {
  expect(writers.map(({ format }) => format).sort()).toEqual(knownFormats.map(({ name }) => name).sort());
});

describe.each(writers)('$format', ({ format, write, list }: Writer) => {
  test('is recognised by its content, and no other is', () => {
    const source = sourceOf(JSON.stringify(write(some, usual)));
    expect(formatOf(source)?.name).toBe(format);
    expect(knownFormats.filter((one) => one.recognises(source)).map(({ name }) => name)).toEqual([format]);
  });

  test('gives one finding for each result, all of one scope', () => {
    const { results, parts, rejected, skipped } = read(format, write(some, usual));
    expect([results.length, rejected, skipped, parts.length]).toEqual([some.length, [], 0, 1]);
    expect(parts[0]?.incomplete).toBeUndefined();
    expect(new Set(idsOf(read(format, write(some, usual)))).size).toBe(some.length);
  });

  test('gives the same identities in any order', () => {
    const known = idsOf(read(format, write(some, usual)));
    fc.assert(
      fc.property(fc.shuffledSubarray([...some], { minLength: some.length }), (order) => {
        const ids = idsOf(read(format, write(order, usual)));
        expect(ids).toEqual(order.map((one) => known[some.indexOf(one)]));
      }),
      { numRuns: 20 },
    );
  });

  test('finds every result again whatever may change between two runs, and speaks for the same scope', () => {
    const first = read(format, write(some, usual));
    const [here, known] = [learn(first), idsOf(first)];
    fc.assert(
      fc.property(anyRun, fc.shuffledSubarray([...some], { minLength: 1 }), (run, order) => {
        const next = read(format, write(order, run));
        expect(next.parts).toEqual(first.parts);
        expect(idsOf(next, here)).toEqual(order.map((one) => known[some.indexOf(one)]));
      }),
      { numRuns: 60 },
    );
  });

  test('takes a report in part, and names the place and the fix of what is broken', () => {
    const document = write(some, usual);
    const entry = [list, '1'].filter(Boolean).join('.');
    for (const broken of [null, 5, {}, []]) {
      const reading = read(format, mutated(document, entry, broken));
      expect(reading.results).toHaveLength(some.length - 1);
      expect(reading.parts[0]?.incomplete).toBe('brokenResults');
      expect(reading.rejected.map(({ index }) => index)).toEqual([1]);
      for (const { path, message } of reading.rejected.flatMap(({ errors }) => errors)) {
        expect(path.split('.')).toContain('1');
        expect(message).toMatch(/^(?:must|is) /);
      }
    }
  });

  test.each(['{}', 'null', '5', '"text"', '{"findings":5}', '{"runs":{}}', '[5]', '{"a":{"b":[]}}'])(
    'refuses %s, and says what it should be',
    (text) => {
      const reading = formatNamed(format).read(sourceOf(text), { product: 'Shop' });
      expect(reading.ok).toBe(false);
      if (!reading.ok) expect(reading.errors[0]?.message).toMatch(/^(?:must|is) /);
    },
  );

  test('refuses more entries than a request may hold, and reads none of them', () => {
    const many = Array.from({ length: 10_001 }, () => null);
    const document = list === '' ? many : mutated(write(some, usual), list, many);
    const reading = formatNamed(format).read(sourceOf(JSON.stringify(document)), { product: 'Shop' });
    expect(reading.ok ? [] : reading.errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^must hold at most 10000 results/),
    ]);
  });

  test('throws nothing and keeps to the contract, however a report is mutated', () => {
    const document = write(some, usual);
    const junk = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 300 }),
      fc.constantFrom<unknown>(
        null,
        true,
        -1,
        1e300,
        0.5,
        [],
        {},
        [null],
        '',
        ' ',
        'CVE-2024-1',
        '../..',
        'x'.repeat(30_000),
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const paths = pathsIn(document);
    const mutation = fc.tuple(fc.constantFrom(...paths), junk);
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        const changed = mutations.reduce<unknown>(
          (one, [path, value]) => mutated(one, path, value),
          document,
        );
        const source = sourceOf(JSON.stringify(changed));
        for (const one of knownFormats) one.recognises(source);
        const reading = formatNamed(format).read(source, { product: 'Shop' });
        if (!reading.ok) {
          expect(reading.errors).not.toEqual([]);
          return;
        }
        const findings = nameFindings(reading, 'Shop');
        for (const finding of findings) expect(Finding.safeParse(finding).error?.issues).toBeUndefined();
        for (const { marks, part } of reading.results) {
          expect(Marks.parse(marks)).toEqual(marks);
          expect(reading.parts[part]).toBeDefined();
        }
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
      }),
      { numRuns: 150 },
    );
  });
});

test('no format throws for JSON of any shape, or for any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: anyCharacter })), (text) => {
      const source = sourceOf(text);
      for (const format of knownFormats) {
        format.recognises(source);
        expect(format.read(source, { product: 'Shop' })).toHaveProperty('ok');
      }
    }),
    { numRuns: 100 },
  );
});
