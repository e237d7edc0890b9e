import fc from 'fast-check';
import { failureLine } from '../../../src/core/data/failure-line';

test('a failure is told by its door, kind, code, ids and place', () => {
  const error = Object.assign(new TypeError('the title "SQL injection" is bad'), { code: 'E_BAD' });
  expect(failureLine('inbox', error, { chunk: 'abc-0' })).toMatch(
    /^inbox failed: TypeError \(E_BAD\) chunk=abc-0 at failure-line\.test\.ts:\d+:\d+/,
  );
});

test.each([undefined, null, 'a text', 5, { message: 'secret' }])(
  '%j thrown says no more than that',
  (thrown) => {
    expect(failureLine('sweep', thrown)).toBe('sweep failed: no error object');
  },
);

test('nothing of a message is ever told, even if it looks like a place in the code', () => {
  const secret = fc.string({ minLength: 4, maxLength: 30 }).map((text) => `leak${text}`);
  const shapes = [
    (text: string) => text,
    (text: string) => `x\n    at ${text}`,
    (text: string) => `x\n    at f (/${text.replace(/\W/g, '')}.ts:1:1)`,
  ];
  fc.assert(
    fc.property(secret, fc.constantFrom(...shapes), (text, shape) => {
      expect(failureLine('door', new Error(shape(text)))).not.toContain('leak');
    }),
    { numRuns: 300 },
  );
});

test('an id holds no lines and no spaces', () => {
  expect(failureLine('door', new Error('x'), { finding: 'a\nb c' })).toContain('finding=a?b?c');
});
