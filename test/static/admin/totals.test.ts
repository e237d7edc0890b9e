import { outcomes } from '../../../src/contract/activity';
import { roundTop, sum, workOf, workOfAll } from '../../../static/admin/src/logic/totals';

describe('what a day is told by', () => {
  test('puts outcomes together that mean the same to a reader', () => {
    expect(workOf({ created: 1, adopted: 2, changed: 4, moved: 8, linked: 16, reopened: 32 })).toEqual({
      created: 3,
      changed: 60,
      ended: 0,
    });
    expect(workOf({ closed: 1, deleted: 2 })).toMatchObject({ ended: 3 });
  });

  test('leaves out what changed nothing and what was held up try after try, and counts every other outcome once', () => {
    const one = Object.fromEntries(outcomes.map((outcome) => [outcome, 1]));
    expect(sum(Object.values(workOf(one)))).toBe(outcomes.length - 5);
    expect(workOf({ unchanged: 9, skipped: 9, stale: 9, held: 9, waiting: 9 })).toEqual(workOf({}));
  });

  test('is added up over days', () => {
    expect(
      workOfAll([{ counts: { created: 2 } }, { counts: {} }, { counts: { created: 3, held: 1 } }]),
    ).toEqual({ created: 5, changed: 0, ended: 0 });
  });
});

describe('the top of a scale', () => {
  test.each([
    [[], 2],
    [[0, 0], 2],
    [[1], 2],
    [[3, 7], 8],
    [[9], 10],
    [[10], 10],
    [[11], 20],
    [[241], 300],
    [[1000], 1000],
    [[8001], 10_000],
  ])('of %j is %d', (values, top) => {
    expect(roundTop(values)).toBe(top);
  });

  test('is never below a value, not far above it, and even', () => {
    for (let value = 1; value < 3000; value += 1) {
      const top = roundTop([value]);
      expect(top).toBeGreaterThanOrEqual(value);
      expect(top).toBeLessThanOrEqual(2 * value);
      expect(top % 2).toBe(0);
    }
  });
});
