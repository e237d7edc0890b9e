import fc from 'fast-check';
import { upgradeKnownResults } from '../../../src/contract/stored/known-results';
import { identify } from '../../../src/formats/matching';
import { knownAfter } from '../../../src/formats/matching/known-after';
import { idsOf, learn, liveIds, marksOf, origin, type Seen } from './support';

const afterwards = (before: readonly Seen[], after: readonly Seen[]) => {
  const here = learn(before);
  return { was: here.map(({ id }) => id), is: idsOf(after, { here }) };
};

describe('a finding stays the same when', () => {
  const table: [string, Seen, Seen][] = [
    ['its message changes', { text: 'Score is 3' }, { text: 'Something else' }],
    ['its line moves', { line: 1 }, { line: 90 }],
    ['its rule is renamed', { rule: 'OLD' }, { rule: 'NEW', oldRules: ['OLDER', 'OLD'] }],
    ['it is renamed and its message changes', { rule: 'OLD' }, { rule: 'NEW', oldRules: ['OLD'], text: 'x' }],
    ['its new name is taken back', { rule: 'NEW', oldRules: ['OLD'] }, { rule: 'OLD' }],
    [
      'it keeps its print, whatever else changes',
      { print: 'a' },
      { print: 'a', rule: 'S', place: 'b.c', text: 'x' },
    ],
    ['its tool begins to give prints', {}, { print: 'a', text: 'x' }],
    ['its tool no longer gives prints', { print: 'a' }, { text: 'x' }],
    ['the folder of a machine comes before its path', { place: 'src/a.c' }, { place: '/srv/7/src/a.c' }],
    ['it no longer does', { place: '/home/ann/shop/src/a.c' }, { place: 'src/a.c' }],
    ['the folder above it is another', { place: '/home/ann/shop/src/a.c' }, { place: '/srv/7/src/a.c' }],
  ];
  test.each(table)('%s', (_, before, after) => {
    const { was, is } = afterwards([before], [after]);
    expect(is).toEqual(was);
  });

  test('it vanished and comes back with another message', () => {
    const here = learn([{ text: 'one' }], []);
    expect(liveIds(here)).toEqual([]);
    expect(idsOf([{ text: 'two' }], { here })).toEqual(here.map(({ id }) => id));
  });

  test('it vanished and comes back below another folder', () => {
    const here = learn([{ place: '/w/7/src/a.c' }], []);
    expect(idsOf([{ place: '/w/8/src/a.c' }], { here })).toEqual(here.map(({ id }) => id));
  });

  test('another scope knows it already, with another message and beside a second one', () => {
    const elsewhere = learn([{ text: 'one' }]);
    expect(idsOf([{ text: 'two' }], { here: [], elsewhere })).toEqual(elsewhere.map(({ id }) => id));
    const [second, first] = idsOf([{ text: 'new' }, { text: 'one' }], { here: [], elsewhere });
    expect(first).toBe(elsewhere[0]?.id);
    expect(second).not.toBe(first);
  });
});

describe('two findings are told apart by', () => {
  const table: [string, Seen, Seen][] = [
    ['the rule', { rule: 'R' }, { rule: 'S' }],
    ['the place', { place: 'a.c' }, { place: 'b.c' }],
    ['the print, at the same place', { print: 'a' }, { print: 'b' }],
    ['the folder in the repository', { place: 'x/a.c' }, { place: 'x/y/a.c' }],
    ['the folder below the same root', { place: '/w/x/a.c' }, { place: '/w/y/a.c' }],
  ];
  test.each(table)('%s', (_, one, other) => {
    const keeps: Seen = { rule: 'K', place: '/w/k.c' };
    const { was, is } = afterwards([one, keeps], [other, keeps]);
    expect(is[1]).toBe(was[1]);
    expect(is[0]).not.toBe(was[0]);
  });

  test('product and tool', () => {
    const id = (from: typeof origin) => identify([marksOf({})], { here: [] }, from).ids[0];
    expect(
      new Set([id(origin), id({ ...origin, product: 'Till' }), id({ ...origin, tool: 'Other' })]).size,
    ).toBe(3);
  });
});

describe('several results of one rule and place', () => {
  test('are recognised by equal text, then by the nearest, then by their order', () => {
    const before = ['call of open in parse', 'call of read in parse', 'x', 'y'];
    const after = ['b', 'a call of read in the parse', 'call of open in parse', 'c'];
    const here = learn(before.map((text, line) => ({ text, line })));
    const idOf = (line: number) => here.find((one) => one.line === line)?.id;
    const ids = idsOf(
      after.map((text, line) => ({ text, line })),
      { here },
    );
    expect(ids).toEqual([idOf(2), idOf(1), idOf(0), idOf(3)]);
  });

  test('a fixed one of equal ones is the one whose line is missing', () => {
    const here = learn([{ line: 10 }, { line: 50 }, { line: 90 }]);
    expect(idsOf([{ line: 10 }, { line: 90 }], { here })).toEqual([here[0]?.id, here[2]?.id]);
  });

  test('one that comes back finds its own former self beside one that stayed', () => {
    const one = { text: 'first words' };
    const two = { text: 'second thing' };
    const here = learn([one, two], [two]);
    expect(idsOf([one, two], { here })).toEqual(learn([one, two]).map(({ id }) => id));
  });

  test('what the report calls gone does not take the place of what is there', () => {
    const here = learn([{ text: 'a' }]);
    const [gone, there] = idsOf(
      [
        { text: 'x', gone: true, line: 1 },
        { text: 'y', line: 2 },
      ],
      { here },
    );
    expect(there).toBe(here[0]?.id);
    expect(gone).not.toBe(there);
  });
});

test('a report that is not complete takes nothing away', () => {
  const here = learn([{ rule: 'A' }, { rule: 'B' }]);
  const marks = [marksOf({ rule: 'A' })];
  const { ids } = identify(marks, { here }, origin);
  const after = knownAfter(here, { marks, ids }, { isComplete: false, at: 9 });
  expect(after.lacking).toEqual([]);
  expect(liveIds(after.results)).toHaveLength(2);
});

test('10,000 results of one rule and place, all with new words, keep their ids in their order', () => {
  const many = (word: string) =>
    Array.from({ length: 10_000 }, (_, line) => ({ line, text: `${word} ${String(line)}` }));
  const here = learn(many('one'));
  expect(idsOf(many('two'), { here })).toEqual(here.map(({ id }) => id));
});

test('what is known is read as it was written, and nothing else', () => {
  const results = learn([{ print: 'a' }, { rule: 'S' }], [{ rule: 'S' }]);
  const stored: unknown = JSON.parse(JSON.stringify({ v: 1, results }));
  expect(upgradeKnownResults(stored)).toEqual({ v: 1, results });
  expect(() => upgradeKnownResults({ v: 0, results })).toThrow();
});

describe('in any report', () => {
  const seen = fc.record(
    {
      rule: fc.constantFrom('R', 'S'),
      place: fc.constantFrom('a.c', 'b.c', '/w/1/c.c'),
      text: fc.constantFrom('one word', 'two words', 'three words here', 'four'),
      line: fc.integer({ min: 1, max: 9 }),
      print: fc.constantFrom('p', 'q'),
    },
    { requiredKeys: ['rule', 'place', 'text', 'line'] },
  );
  const report = fc.array(seen, { maxLength: 25 });
  const nameOf = (one: Seen) => JSON.stringify(marksOf(one));

  test('every result has an id of its own, whatever is known', () => {
    fc.assert(
      fc.property(report, report, report, (before, now, elsewhere) => {
        const ids = idsOf(now, { here: learn(before), elsewhere: learn(elsewhere) });
        expect(new Set(ids).size).toBe(now.length);
        expect(ids).not.toContain('');
      }),
    );
  });

  test('the order does not matter', () => {
    const shuffled = report.chain((results) =>
      fc.tuple(fc.constant(results), fc.shuffledSubarray(results, { minLength: results.length })),
    );
    fc.assert(
      fc.property(report, shuffled, (before, [results, other]) => {
        const here = learn(before);
        const byResult = (list: readonly Seen[]) =>
          idsOf(list, { here })
            .map((id, index) => `${nameOf(list[index] ?? {})} ${id}`)
            .sort();
        expect(byResult(other)).toEqual(byResult(results));
      }),
    );
  });

  test('the same report again creates nothing, resolves nothing and gives every result its old id', () => {
    fc.assert(
      fc.property(report, report, (before, results) => {
        const here = learn(before, results);
        const ids = idsOf(results, { here });
        expect(ids.toSorted()).toEqual(liveIds(here).toSorted());
        expect(idsOf(results, { here: learn(before, results, results) })).toEqual(ids);
      }),
    );
  });

  test('what is open equals what the last complete report holds', () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 5 }), (reports) => {
        expect(liveIds(learn(...reports))).toHaveLength(reports.at(-1)?.length ?? 0);
      }),
    );
  });

  test('while rule and place tell results apart, neither text nor line nor the folder above makes a new one', () => {
    const apart = fc.uniqueArray(
      fc.record({
        rule: fc.constantFrom('R', 'S', 'T'),
        path: fc.constantFrom('a.c', 'src/b.c', 'src/x/a.c', 'lib/c/d.c'),
      }),
      { selector: ({ rule, path }) => `${rule} ${path}`, minLength: 1 },
    );
    const words = fc.array(fc.string(), { minLength: 12, maxLength: 12 });
    const root = fc.constantFrom('/home/ann/shop/', '/srv/ci/77/', '/x/');
    fc.assert(
      fc.property(apart, words, words, root, root, (results, first, second, from, to) => {
        const told = (texts: readonly string[], folder: string) =>
          results.map(({ rule, path }, index) => ({
            rule,
            place: folder + path,
            text: texts[index] ?? '',
            line: texts[index]?.length ?? 1,
          }));
        const here = learn(told(first, from));
        expect(idsOf(told(second, to), { here })).toEqual(here.map(({ id }) => id));
      }),
    );
  });
});
