/** What was lost without a finding to name it is told as long as its receipt, and no longer. */
import { crashBeforeCall } from '../sandbox/faults';
import { createWorld, type Portal, type World } from '../support/world';
import { comment, minuteMs, one, talking } from './support';

let world: World;
let portal: Portal;
const { pass, post, receipt, said, send } = talking(
  () => world,
  () => portal,
);
const dayMs = 24 * 60 * minuteMs;
const held = async () => (await world.admin('activity.list', {})).held;

beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: 'APP' });
  await send(one);
  // Whoever asks Jira for this person is no more.
  world.host.faults.add(crashBeforeCall({ path: /\/user\/search/, times: Infinity }));
});
afterEach(() => {
  world.close();
});

test('a comment that kills whoever takes it stops no other, and its entry ends after seven days', async () => {
  const sent = await post(comment({ body: 'Hi @[Bo](mailto:bo@example.com)' }));
  await pass(180);
  await post(comment({ id: 'C-2', body: 'Beside it' }));
  await pass(60);
  expect(said('WEB-1')).toEqual(['Ada (Portal) wrote:Beside it']);
  expect((await receipt(sent))[0]).toMatchObject({ comment: 'C-1', state: 'held' });
  expect(await held()).toHaveLength(1);
  world.clock.advance(6 * dayMs);
  await pass(61);
  expect(await held()).toHaveLength(1);
  world.clock.advance(dayMs);
  await pass(61);
  expect(await held()).toEqual([]);
}, 60_000);

test('an entry that is about no finding is only taken off the list, and says so; all others are retried without it', async () => {
  await post(comment({ body: 'Hi @[Bo](mailto:bo@example.com)' }));
  await pass(180);
  const [entry] = await held();
  expect(entry).toMatchObject({ ofNoFinding: true });
  await world.admin('activity.retry', {});
  await pass(5);
  expect(await held()).toHaveLength(1);
  await world.admin('activity.retry', { cause: entry?.cause });
  await pass(5);
  expect(await held()).toEqual([]);
}, 60_000);
