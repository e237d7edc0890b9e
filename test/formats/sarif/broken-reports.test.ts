import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Finding } from '../../../src/contract/finding';
import { nameFindings } from '../../../src/formats/name-findings';
import { readSarif } from '../../../src/formats/sarif/read-sarif';

const fixtures = ['clang', 'eslint', 'secretlint'].map(
  (name) => JSON.parse(readFileSync(join(__dirname, `../../fixtures/${name}.sarif`), 'utf8')) as unknown,
);

const deep = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => ({ message: [inner] }), 'x');
const nonsense = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, true, -1, 1e308, '', [], {}, [[]], [null], { text: null }),
  fc.constant('x'.repeat(300_000)),
  fc.constant(deep(1_000)),
  fc.constant(Array.from({ length: 20_000 }, () => null)),
  fc.constantFrom<unknown>('{0}', '__proto__', 'constructor', '%E0%A4%A', '\uD800', 'javascript:alert(1)'),
);

/** The document with what stands at one place replaced; undefined takes it away. */
function mutated(document: unknown, picks: readonly number[], value: unknown): unknown {
  if (typeof document !== 'object' || document === null || picks.length === 0) return value;
  const keys = Object.keys(document);
  const [pick = 0, ...rest] = picks;
  const key = keys[pick % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const inner = mutated((document as Record<string, unknown>)[key], rest, value);
  if (Array.isArray(document))
    return document.flatMap((one: unknown, index) =>
      String(index) === key ? (inner === undefined ? [] : [inner]) : [one],
    );
  return Object.fromEntries(
    Object.entries(document).flatMap(([name, one]) =>
      name === key ? (inner === undefined ? [] : [[name, inner]]) : [[name, one]],
    ),
  );
}

const mutation = fc.record({ picks: fc.array(fc.nat(60), { maxLength: 9 }), value: nonsense });
const broken = fc
  .record({ of: fc.constantFrom(...fixtures), mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }) })
  .map(({ of, mutations }) =>
    mutations.reduce<unknown>((one, { picks, value }) => mutated(one, picks, value), of),
  );

/** The lists of results that are there; undefined where a run has none. */
function resultsOf(document: unknown): (number | undefined)[] {
  const { runs } = document as { runs: ({ results?: unknown } | null)[] };
  return runs.map((run) => (Array.isArray(run?.results) ? run.results.length : undefined));
}

test('a real report with nonsense in it is read as far as it makes sense, and what does not is said', () => {
  fc.assert(
    fc.property(broken, (document) => {
      const reading = readSarif(document, { product: 'Shop' });
      if (!reading.ok) {
        for (const { message } of reading.errors) expect(message).not.toBe('');
        expect(reading.errors).not.toEqual([]);
        return;
      }
      const findings = nameFindings(reading, 'Shop');
      for (const finding of findings) expect(Finding.safeParse(finding).error?.issues).toBeUndefined();
      const counts = resultsOf(document);
      const told = reading.results.length + reading.skipped + reading.rejected.length;
      expect(told).toBe(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0));
      if (counts.includes(undefined)) expect(reading.parts.some(({ incomplete }) => incomplete)).toBe(true);
      for (const { errors } of reading.rejected) expect(errors).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});
