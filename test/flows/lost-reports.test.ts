/** A report that the app could not digest is told as long as its receipt, and no longer. */
import { crashBeforeCall } from '../sandbox/faults';
import { createWorld, type Portal, type World } from '../support/world';
import { at, logOf } from '../formats/sarif/support';
import { issueKeys } from './rules-support';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: null });
});
afterEach(() => {
  world.close();
});

const pass = (minutes: number) =>
  world.host.runUntilIdle({ schedules: true, maxVirtualMs: minutes * minuteMs });
const held = async () => (await world.admin('activity.list', {})).held;

async function post(): Promise<string> {
  const result = { ruleId: 'R1', level: 'error', message: { text: 'Bad' }, ...at('src/a.c', 1) };
  const path = '/v1/products/shop/reports/sarif?complete=true';
  return ((await portal.post(path, logOf([result]))).json as { receipt: string }).receipt;
}

test('a report that kills whoever names it stops no other, and its entry ends after seven days', async () => {
  // Whoever writes down the identities of results is no more.
  const mend = world.host.faults.add(crashBeforeCall({ on: 'kvs', body: /"known:/, times: Infinity }));
  const receipt = await post();
  await pass(180);
  expect(await held()).toMatchObject([{ ofNoFinding: true, reason: { code: 'appFailed' } }]);
  const incomplete = 'The app itself failed on this report. Send it again.';
  expect((await portal.get(`/v1/receipts/${receipt}`)).json).toMatchObject({ done: true, incomplete });
  mend();
  await post();
  await pass(10);
  expect(issueKeys(world)).toEqual(['WEB-1']);
  world.clock.advance(6 * dayMs);
  await pass(61);
  expect(await held()).toHaveLength(1);
  world.clock.advance(dayMs);
  await pass(61);
  expect(await held()).toEqual([]);
}, 60_000);
