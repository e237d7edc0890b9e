import { inParallel } from '../../../src/core/data/in-parallel';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('every item is worked on once, many at once but not all', async () => {
  const items = Array.from({ length: 200 }, (_, index) => index);
  const done: number[] = [];
  let underWay = 0;
  let most = 0;
  await inParallel(items, async (item) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await turn();
    underWay -= 1;
    done.push(item);
  });
  expect(done.sort((a, b) => a - b)).toEqual(items);
  expect(most).toBeGreaterThan(10);
  expect(most).toBeLessThan(100);
});

test('when one fails, what was begun ends, nothing more is begun, and the failure is told', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = inParallel([...Array(500).keys()], async (item) => {
    begun.push(item);
    await turn();
    if (item === 3) throw new Error('the third');
    ended.push(item);
  });
  await expect(work).rejects.toThrow('the third');
  expect(ended).toHaveLength(begun.length - 1);
  expect(begun.length).toBeLessThan(100);
});
