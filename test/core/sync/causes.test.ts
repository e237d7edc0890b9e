import {
  appFailed,
  failureOf,
  isAppFailure,
  isOfNoFinding,
  ofNoFinding,
  unreadableChunk,
  unreadableChunkCause,
} from '../../../src/core/sync/app-failure';
import { ruleOfTurn, waitsForTurn } from '../../../src/core/sync/turn';
import { untilDay } from '../../../src/core/sync/until-day';

describe('a failure of the app', () => {
  const frames = Array.from({ length: 7 }, (_, n) => `    at place${String(n)} (file.ts:${String(n)})`);
  const causeOf = (lines: string[], name = 'TypeError') => appFailed({ name, stack: lines.join('\n') }).cause;
  const cause = causeOf(['TypeError: of finding 7', ...frames]);

  test('is one cause for each place in the code, named by a reference', () => {
    const { reason } = appFailed({ name: 'TypeError', stack: frames.join('\n') });
    const reference = 'reference' in reason ? reason.reference : '';
    expect(reference).toMatch(/^TypeError-[0-9a-f]{8}$/);
    expect(appFailed({ name: 'TypeError', stack: frames.join('\n') })).toEqual({
      kind: 'held',
      cause: `app-failed|${reference}`,
      reason: { code: 'appFailed', reference },
    });
  });

  test('is the same cause whatever the finding says, and whoever called from afar', () => {
    expect(causeOf(['TypeError: of finding 8, looked at it', 'seen at noon', ...frames])).toBe(cause);
    expect(causeOf(['TypeError: x', ...frames.slice(0, 5), '    at elsewhere (other.ts:1)'])).toBe(cause);
  });

  test('is another cause of another kind or from another place', () => {
    const near = frames.with(4, '    at elsewhere (other.ts:1)');
    const split = [`${frames[0] ?? ''}${frames[1] ?? ''}`, ...frames.slice(2)];
    const all = [
      cause,
      causeOf(frames, 'RangeError'),
      causeOf(near),
      causeOf(split),
      causeOf([]),
      appFailed({ name: 'E' }).cause,
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test('is made of whatever was thrown', () => {
    const error = new RangeError('x');
    expect([failureOf(error), failureOf('text')]).toEqual([
      { name: 'RangeError', stack: error.stack },
      { name: 'unknown' },
    ]);
  });
});

test('causes tell what they are about', () => {
  const chunk = unreadableChunkCause('c1');
  const failed = appFailed({ name: 'E' }).cause;
  const causes = [
    chunk,
    ofNoFinding('x'),
    failed,
    `x${chunk}${failed}`,
    `x|${ofNoFinding('')}`,
    'x|app-failed|',
  ];
  expect(causes.map(isOfNoFinding)).toEqual([true, true, false, false, false, false]);
  expect(causes.map(unreadableChunk)).toEqual(['c1', undefined, undefined, undefined, undefined, undefined]);
  expect(causes.map(isAppFailure)).toEqual([false, false, true, false, false, false]);
  expect([chunk, failed.slice(0, 11), ofNoFinding('x')]).toEqual([
    'no-finding|chunk|c1',
    'app-failed|',
    'no-finding|x',
  ]);
});

test('findings wait for a turn of their rule', () => {
  const rule = { id: 'r1', name: 'Rule' } as Parameters<typeof waitsForTurn>[0];
  expect(waitsForTurn(rule, 5)).toEqual({
    kind: 'held',
    cause: 'turn|r1',
    reason: { code: 'dayFull', rule: 'Rule', perDay: 5 },
  });
  expect(['turn|r1', 'x|turn|', 'r1|turn|'].map(ruleOfTurn)).toEqual(['r1', undefined, undefined]);
});

test.each([
  ['0', '2026-01-15'],
  ['30', '2026-02-14'],
  ['9999', '2053-06-01'],
  ['10000', undefined],
  ['2026-02-28', '2026-02-28'],
  ['2026-02-99', undefined],
  ['2027-02-30', undefined],
  ['2027-02-29', undefined],
  ['2028-02-29', '2028-02-29'],
  ['2026-02-28T00:00', undefined],
  ['x2026-02-28', undefined],
  ['20260-02-28', undefined],
  ['26-02-28', undefined],
  ['x1', undefined],
  ['1x', undefined],
  ['-1', undefined],
  ['', undefined],
])('an acceptance ends on a day, or so many days from today: %s', (text, day) => {
  expect(untilDay(text, '2026-01-15')).toBe(day);
});
