import type { Delivery } from '../../../src/contract/stored/outbound';
import { afterDelivery, parked, stepAfter } from '../../../src/core/portal/delivering';

const sent = (n: number) => ({ n, id: `e${String(n)}`, type: 'issue.linked' as const, at: n });
const begin: Delivery = { v: 1, version: 0, n: 0, parked: [], again: [] };

test.each([400, 401, 404, 410, 413, 422, 500])(
  'a token address that answers %i says nothing of the events: they wait',
  (status) => {
    expect([1, 100].map((events) => stepAfter({ status, noToken: true }, events))).toEqual([
      'later',
      'later',
    ]);
  },
);

test('an event that was left out and arrives after all is no longer parked', () => {
  const left = parked(begin, sent(2), { status: 422 });
  expect(afterDelivery({ ...left, n: 0 }, [sent(1), sent(2), sent(3)], 9)).toMatchObject({
    n: 3,
    parked: [],
  });
});
