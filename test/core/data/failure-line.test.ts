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

test.each([
  ['a number', 404, 'door failed: Error (404)'],
  ['a text with spaces', 'E BAD', 'door failed: Error (E?BAD)'],
  ['a thing', { secret: true }, 'door failed: Error'],
])('a code that is %s', (_what, code, line) => {
  expect(failureLine('door', Object.assign(new Error('x'), { code, stack: undefined }))).toBe(line);
});

test('places are told without their folders, the innermost five', () => {
  const frames = [
    'at async Inbox.read (/app/src/b.ts:1:2)',
    'at /app/src/d.ts:3:4',
    'at read (e.ts:5:6)',
    'at C:\\app\\f.ts:7:8',
    'at new Promise (<anonymous>)',
    'at f.ts:7:8 said the secret',
    'look at g.ts:9:9',
    'at async h.ts:9:10',
    'at i.ts:11:12',
  ];
  const error = new Error('x');
  error.stack = ['Error: x', ...frames.map((frame) => `    ${frame}`)].join('\n');
  expect(failureLine('door', error)).toBe(
    'door failed: Error at b.ts:1:2 at d.ts:3:4 at e.ts:5:6 at f.ts:7:8 at h.ts:9:10',
  );
});

test('an id has at most 100 characters', () => {
  const error = Object.assign(new Error('x'), { stack: undefined });
  expect(failureLine('door', error, { id: 'x'.repeat(101) })).toBe(
    `door failed: Error id=${'x'.repeat(100)}`,
  );
});
