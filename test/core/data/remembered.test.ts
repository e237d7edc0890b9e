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
