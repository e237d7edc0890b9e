import fc from 'fast-check';
import { beginsWith, isCulprit, isSuspect, takeTogether } from '../../../src/core/sync/todo-deaths';
import { recordOf } from '../builders';

const rowsOf = (count: number) => Array.from({ length: count }, (_, n) => ({ n, record: recordOf() }));

test('whichever record kills its workers, it alone is found, within three deaths and one for each halving', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(99), (count, which) => {
      const killer = which % count;
      let rows = rowsOf(count);
      let deaths = 0;
      while (!rows.some(({ record }) => isCulprit(record))) {
        const taken = takeTogether(rows);
        expect(taken.length).toBeGreaterThan(0);
        const dies = taken.some(({ n }) => n === killer);
        if (dies) deaths += 1;
        for (const { record } of taken) if (dies) record.died = beginsWith(record, taken.length);
        if (!dies) rows = rows.filter((row) => !taken.includes(row));
      }
      expect(rows.filter(({ record }) => isCulprit(record)).map(({ n }) => n)).toEqual([killer]);
      expect(deaths).toBeLessThanOrEqual(3 + Math.ceil(Math.log2(count)));
    }),
  );
});

test('who is trusted goes before who is suspected', () => {
  const [one, two] = rowsOf(2);
  if (!one || !two) throw new Error('two rows');
  one.record.died = { times: 3, atOnce: 8 };
  expect(isSuspect(one.record)).toBe(true);
  expect(takeTogether([one, two])).toEqual([two]);
});
