import fc from 'fast-check';
import { remembered } from '../../../src/core/data/remembered';

test('what is remembered is what the work answers, however many texts came between', () => {
  const texts = fc.array(fc.string({ maxLength: 3 }), { maxLength: 200 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 0, max: 100_000 }), (list, padding) => {
      const work = (text: string) => (text === '' ? undefined : `${text}${text}`);
      const known = remembered((text) => work(text.trim()));
      for (const text of list) expect(known(text + ' '.repeat(padding))).toBe(work(text.trim()));
    }),
    { numRuns: 50 },
  );
});

test('equal texts are worked through once, also where the answer is nothing', () => {
  let times = 0;
  const known = remembered(() => {
    times += 1;
    return undefined;
  });
  for (let time = 0; time < 1_000; time += 1) known('the message of a rule');
  expect(times).toBe(1);
});

test('what came lately is not worked through again for what comes between', () => {
  const worked: string[] = [];
  const known = remembered((text) => worked.push(text));
  expect(['a', 'b', 'a', 'b', 'a'].map(known)).toEqual([1, 2, 1, 2, 1]);
  expect(worked).toEqual(['a', 'b']);
});

test.each([
  ['3,125', 3_125, 1],
  ['3,126', 3_126, 2],
])(
  'of %s texts of 14 characters those stay that count 200,000 with 50 more for each',
  (_many, many, times) => {
    const worked: string[] = [];
    const known = remembered((text) => worked.push(text));
    for (let number = 0; number < many; number += 1) known(String(number).padEnd(14));
    known('0'.padEnd(14));
    expect(worked.filter((text) => text.trim() === '0')).toHaveLength(times);
  },
);

test('texts that differ are forgotten again: memory does not grow with what is sent', () => {
  let times = 0;
  const known = remembered((text) => {
    times += 1;
    return text.length;
  });
  known('first');
  for (let number = 0; number < 100; number += 1) known(String(number).padEnd(20_000));
  known('first');
  expect(times).toBe(102);
});
