import fc from 'fast-check';
import type { CreateDoubt } from '../../../src/contract/link-record';
import {
  bulkSize,
  byDoubt,
  isCulprit,
  moreDoubt,
  nextBulk,
  withoutDoubt,
} from '../../../src/core/sync/create-doubt';

const doubt = fc.record({ atOnce: fc.integer({ min: 1, max: bulkSize }), alone: fc.nat(6) });

test('a finding in a bulk that was never clearly answered goes with half as many the next time, at last alone', () => {
  expect(moreDoubt(undefined, 10)).toEqual({ atOnce: 5, alone: 0 });
  expect(moreDoubt({ atOnce: 5, alone: 0 }, 5)).toEqual({ atOnce: 3, alone: 0 });
  expect(moreDoubt({ atOnce: 2, alone: 0 }, 2)).toEqual({ atOnce: 1, alone: 0 });
  expect(moreDoubt({ atOnce: 1, alone: 0 }, 1)).toEqual({ atOnce: 1, alone: 1 });
});

test('whatever a bulk holds, every further try of it is smaller until each goes alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: bulkSize }), (size) => {
      let at = size;
      let doubt = moreDoubt(undefined, size);
      for (let tries = 0; doubt.atOnce > 1; tries += 1) {
        expect(doubt.atOnce).toBeLessThan(at);
        expect(tries).toBeLessThan(7);
        at = doubt.atOnce;
        doubt = moreDoubt(doubt, at);
      }
    }),
  );
});

test('only what went alone several times is the culprit', () => {
  expect(isCulprit({ atOnce: 1, alone: 3 })).toBe(false);
  expect(isCulprit({ atOnce: 1, alone: 4 })).toBe(true);
});

test('those without doubt go first, those that went alone for nothing last', () => {
  const [sure, half, alone] = [{}, { doubt: { atOnce: 25, alone: 0 } }, { doubt: { atOnce: 1, alone: 2 } }];
  expect(byDoubt<{ doubt?: CreateDoubt }>([alone, half, sure], ({ doubt }) => doubt)).toEqual([
    sure,
    half,
    alone,
  ]);
});

test('what is in doubt never goes with what is not, nor with more than it may unless the last call was answered', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(doubt, { nil: undefined }), { minLength: 1 }),
      fc.nat(60),
      (all, answered) => {
        const ordered = byDoubt(
          all.map((one) => ({ one })),
          ({ one }) => one,
        ).map(({ one }) => one);
        const size = nextBulk(ordered, answered);
        const taken = ordered.slice(0, size);
        expect(size).toBeGreaterThan(0);
        expect(size).toBeLessThanOrEqual(bulkSize);
        expect(new Set(taken.map((one) => one === undefined)).size).toBe(1);
        const [first] = taken;
        if (first && answered === 0) expect(taken.length).toBeLessThanOrEqual(first.atOnce);
      },
    ),
  );
});

test('a doubt ends with the issue of its role', () => {
  const doubts = { product: { atOnce: 1, alone: 1 }, security: { atOnce: 2, alone: 0 } };
  expect(withoutDoubt(doubts, 'product')).toEqual({ security: { atOnce: 2, alone: 0 } });
  expect(withoutDoubt({ product: doubts.product }, 'product')).toBeUndefined();
});

test('of equal doubts those go first that may go with more, and after an answer twice as many as went then', () => {
  const doubts = [
    { atOnce: 3, alone: 0 },
    undefined,
    { atOnce: 25, alone: 0 },
    { atOnce: 1, alone: 2 },
    { atOnce: 50, alone: 0 },
  ];
  expect(
    byDoubt(
      doubts.map((one) => ({ one })),
      ({ one }) => one,
    ).map(({ one }) => one?.atOnce),
  ).toEqual([undefined, 50, 25, 3, 1]);
  const doubt = { atOnce: 3, alone: 0 };
  expect([nextBulk([doubt], 0), nextBulk([doubt], 4), nextBulk([doubt], 40), nextBulk([], 0)]).toEqual([
    3, 8, 50, 0,
  ]);
  expect([nextBulk([undefined, doubt], 9), nextBulk([undefined, undefined], 9)]).toEqual([1, 2]);
});
