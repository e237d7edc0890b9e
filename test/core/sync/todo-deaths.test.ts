import fc from 'fast-check';
import {
  beginsWith,
  isCulprit,
  isSuspect,
  lastTry,
  oneLess,
  takeTogether,
} from '../../../src/core/sync/todo-deaths';
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

test('a failure that no record has to do with is no death', () => {
  const left = (times: number) => oneLess({ died: { times, atOnce: 4 } });
  expect([left(3), left(1), oneLess({})]).toEqual([{ times: 2, atOnce: 4 }, undefined, undefined]);
});

test('three deaths make a suspect, a last try is one more, and alone it is the culprit', () => {
  const records = [{ times: 2, atOnce: 1 }, { times: 3, atOnce: 1 }, lastTry, undefined].map((died) => ({
    died,
  }));
  expect(records.map(isSuspect)).toEqual([false, true, true, false]);
  expect(records.map(isCulprit)).toEqual([false, true, false, false]);
  expect(isCulprit({ died: beginsWith({ died: lastTry }, 1) })).toBe(true);
});

test('of suspects those who died together are taken, half as many as there were', () => {
  const rows = [5, 3, 5, 5, 3].map((atOnce, n) => ({ n, record: recordOf({ died: { times: 3, atOnce } }) }));
  expect(takeTogether(rows).map(({ n }) => n)).toEqual([0, 2, 3]);
  expect(takeTogether(rows.slice(1, 2)).map(({ n }) => n)).toEqual([1]);
  expect(takeTogether([])).toEqual([]);
});
