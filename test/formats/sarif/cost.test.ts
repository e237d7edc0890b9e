import { countValues } from '../../../src/formats/reading/count-values';
import { readSarif } from '../../../src/formats/sarif/read-sarif';
import { findingOf, logOf, read, toolOf } from './support';

const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length));
const many = <T>(one: T, count: number) => Array.from({ length: count }, () => one);

/** The errors of a document that is no report. */
function errorsOf(document: unknown): readonly unknown[] {
  const reading = readSarif(document, { product: 'Shop' });
  return reading.ok ? [] : reading.errors;
}

describe('What a report may cost', () => {
  test.each<[string, unknown]>([
    ['artifacts', logOf([], { artifacts: many(0, 300_000) })],
    ['places', logOf([{ message: { text: 'm' }, locations: many({}, 300_000) }])],
    ['lists', logOf([], { artifacts: many([], 300_000) })],
    [
      'objects in a bag',
      logOf([], { properties: Object.fromEntries(many({}, 300_000).map((one, at) => [at, one])) }),
    ],
  ])('a log that holds more values than any scanner writes is refused as too dense: %s', (_, document) => {
    expect(errorsOf(document)).toEqual([
      { path: '', message: 'must hold at most 250000 objects and elements of lists: split the report' },
    ]);
  });

  test('objects, lists and elements of lists are counted, each once, and no further than asked', () => {
    expect(countValues({ a: [1, { b: 'x' }, []], c: { d: null } }, 100)).toBe(6);
    expect(countValues(many(0, 1_000), 10)).toBeGreaterThan(10);
    expect(countValues('text', 10)).toBe(1);
  });

  test('more runs than a thousand are refused', () => {
    const run = { tool: { driver: { name: 'Scanner' } } };
    expect(errorsOf({ version: '2.1.0', runs: many(run, 1_001) })).toEqual([
      { path: 'runs', message: 'must hold at most 1000 runs: split the report' },
    ]);
    expect(errorsOf({ version: '2.1.0', runs: many(run, 1_000) })).toEqual([]);
  });

  test('a message that many results share is cut, however long its template and however often it repeats', () => {
    const rule = {
      id: 'R',
      messageStrings: { long: { text: filled('word ', 5_000) }, echo: { text: filled('{0}', 600) } },
    };
    const { findings } = read(
      logOf(
        [
          { ruleId: 'R', message: { id: 'long' } },
          { ruleId: 'R', message: { id: 'echo', arguments: [filled('x', 300)] } },
        ],
        toolOf(rule),
      ),
    );
    for (const { description } of findings) expect(description?.length).toBeLessThan(1_500);
  });

  test('a message of a result’s own is told whole', () => {
    const text = filled('word ', 5_000).trim();
    expect(findingOf({ message: { text } }).description).toBe(text);
    expect(findingOf({ message: { text: '{0}', arguments: [text] } }).description).toBe(text);
  });

  test('what each of many results repeats of its rule is limited', () => {
    const tags = Array.from({ length: 200 }, (_, index) => `tag ${String(index)}`);
    const shared = findingOf({ ruleId: 'R' }, toolOf({ id: 'R', properties: { tags } }));
    expect(shared.tags).toEqual(tags.slice(0, 30));
    expect(findingOf({ properties: { tags } }).tags).toEqual(tags.slice(0, 100));
  });

  test('one odd text among those of a rule does not cost the others', () => {
    const rule = { id: 'R', messageStrings: { odd: 1, good: { text: 'Good' } } };
    expect(findingOf({ ruleId: 'R', message: { id: 'good' } }, toolOf(rule)).description).toBe('Good');
  });

  test('an escaped bracket opens no link', () => {
    expect(findingOf({ message: { text: 'a \\[b](1) and [c](1)' } }).title).toBe('a \\[b](1) and c');
  });
});
