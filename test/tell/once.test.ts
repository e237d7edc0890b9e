/** What issues mean is told once, whichever of them speaks and however it came to be known. */
import { EventsBody } from '../../src/contract/outbox';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type World } from '../support/world';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

/** What happens meanwhile raises no event. */
function lose(act: () => void): void {
  const { events } = world.site.world;
  const { emit } = events;
  events.emit = () => undefined;
  act();
  events.emit = emit;
}

test.each([
  ['security', false],
  ['security', true],
  ['either', false],
  ['either', true],
  ['both', false],
  ['both', true],
])('%s speaks; events are lost: %s', async (speaks, isLost) => {
  const portal = await world.connect();
  await world.useSpaces({ security: 'APP' });
  const { document } = await world.admin('settings.get', {});
  await world.save('statuses', { ...document.statuses, speaks });
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull' });
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.settle();
  for (const to of ['Done', 'To Do', 'Done', 'To Do']) {
    world.clock.advance(60_000);
    const move = () => {
      world.move('WEB-1', to, PEOPLE.developer);
    };
    if (isLost) lose(move);
    else move();
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 130 * 60_000 });
    expect(world.statusOf('APP-1')).toBe(to);
  }
  const { events } = EventsBody.parse((await portal.get('/v1/events?after=0')).json);
  const told = events.filter(({ type }) => type === 'finding.status_changed').map(({ data }) => data.to);
  expect(told).toEqual(['resolved', 'verified', 'resolved', 'verified']);
});
