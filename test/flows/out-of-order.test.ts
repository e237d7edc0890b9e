/** Jira's events come late and in any order: what happened last counts. */
import { PEOPLE } from '../sandbox/jira/seed';
import { hear, told } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
let delays: number[] = [];
const one = finding({ id: 'F-1' });

beforeEach(async () => {
  world = createWorld({ host: { eventDelayMs: () => delays.shift() ?? 0 } });
  portal = await world.connect();
  await world.useSpaces({ security: 'APP' });
  await hear(world, portal);
  await portal.post('/v1/findings', { findings: [one] });
  await world.settle();
});
afterEach(() => {
  world.close();
});

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];
const cases = orders.flatMap((order) => [
  [['Done', 'To Do', 'Done'], 'resolved', order] as const,
  [['Done', 'In Progress', 'To Do'], 'verified', order] as const,
]);

test.each(cases)(
  'moves to %j mean %s, whatever the order (%j) of their events',
  async (moves, means, order) => {
    // A second lies between the moves, and the first event comes after the last of them.
    delays = moves.map((_move, at) => 10_000 + order.indexOf(at) * 2_000 - at * 1_000);
    for (const status of moves) {
      world.move('WEB-1', status, PEOPLE.developer);
      await world.clock.sleep(1_000);
    }
    await world.settle(4);
    const said = (await told(portal)).filter(({ type }) => type === 'finding.status_changed');
    expect(said.at(-1)?.data['to'] ?? 'verified').toBe(means);
    expect(world.statusOf('APP-1')).toBe(means === 'resolved' ? 'Done' : 'To Do');
  },
);

test('who moved an issue is told only of where they put it', async () => {
  delays = [9_000, 0];
  world.move('APP-1', 'Done', PEOPLE.developer);
  await world.clock.sleep(1_000);
  world.move('APP-1', 'In Progress', PEOPLE.engineer);
  await world.settle(4);
  world.move('APP-1', 'Done', PEOPLE.engineer);
  await world.settle(4);
  const said = (await told(portal)).filter(({ type }) => type === 'finding.status_changed');
  expect(said.map(({ by, data }) => [by?.accountId, data['to']])).toEqual([[PEOPLE.engineer, 'resolved']]);
});
