import fc from 'fast-check';
import { pageOfReceipt } from '../../../src/core/portal/receipt-page';

const findings = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 60 });
const size = fc.integer({ min: 1, max: 20 });

test('the pages of a receipt hold all its findings, each once and in order, and none reads more than it may', () => {
  fc.assert(
    fc.property(findings, fc.func(fc.boolean()), size, (all, isWaiting, records) => {
      const waiting = new Set(all.filter((one) => isWaiting(one)));
      const told: string[] = [];
      for (let from: number | undefined = 0; from !== undefined;) {
        const page = pageOfReceipt(all, waiting, from, records);
        expect(page.read.size).toBeLessThanOrEqual(records);
        for (const one of page.shown) expect(page.read.has(one) || waiting.has(one)).toBe(true);
        told.push(...page.shown);
        from = page.next;
      }
      expect(told).toEqual(all);
    }),
  );
});

test('what waits does not end a page', () => {
  const all = ['a', 'b', 'c', 'd'];
  expect(pageOfReceipt(all, new Set(['a', 'b', 'd']), 0, 1)).toEqual({ shown: all, read: new Set(['c']) });
  expect(pageOfReceipt(all, new Set(), 1, 2)).toEqual({
    shown: ['b', 'c'],
    read: new Set(['b', 'c']),
    next: 3,
  });
});

test('records are read for what is settled, and for what waits only while there is room', () => {
  const waiting = new Set(['w1', 'w2', 'w3']);
  const page = pageOfReceipt(['w1', 's1', 'w2', 's2', 'w3', 's3'], waiting, 0, 3);
  expect([[...page.read].sort(), page.next]).toEqual([['s1', 's2', 's3'], undefined]);
  expect([...pageOfReceipt(['s1', 'w1', 'w2'], waiting, 0, 2).read].sort()).toEqual(['s1', 'w1']);
});
