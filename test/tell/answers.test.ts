/** What a portal answers to what it heard. */
import { EventsBody } from '../../src/contract/outbox';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
const minuteMs = 60_000;

beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: 'APP' });
  await world.admin('connections.setOutbound', { connection: portal.key, mode: 'pull' });
});
afterEach(() => {
  world.close();
});

const one = finding({ id: 'F-1' });
async function send(over: object = {}): Promise<void> {
  await portal.post('/v1/findings', { findings: [{ ...one, ...over }] });
  await world.settle(5);
}
async function heard(): Promise<string[]> {
  const { events } = EventsBody.parse((await portal.get('/v1/events?after=0')).json);
  return events.map(({ type }) => type);
}
const now = () => new Date(world.clock.now()).toISOString();
const statuses = () => ['WEB-1', 'APP-1'].map((key) => world.statusOf(key));

async function fixIt(): Promise<void> {
  const { versions, document } = await world.admin('settings.get', {});
  const value = { ...document.closing, waitForRetest: true };
  await world.admin('settings.save', { section: 'closing', version: versions.closing, value });
  await send();
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle(5);
  expect(statuses()).toEqual(['Done', 'To Do']);
}

test('a fix asks for a retest by itself, and the portal’s "resolved" closes the security issue', async () => {
  await fixIt();
  expect((await heard()).at(-1)).toBe('finding.retest_requested');
  await send({ status: 'resolved' });
  expect(statuses()).toEqual(['Done', 'Done']);
  expect((await heard()).at(-1)).toBe('finding.retest_requested');
});

test('a retest that fails opens the product issue again, though the portal had called the finding open before', async () => {
  await fixIt();
  await heard();
  await send({ title: 'Seen once more' });
  expect(statuses()).toEqual(['Done', 'To Do']);
  world.clock.advance(minuteMs);
  await send({ updatedAt: now() });
  expect(statuses()).toEqual(['To Do', 'To Do']);
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle(5);
  expect((await heard()).filter((type) => type === 'finding.retest_requested')).toHaveLength(2);
});

test('what people closed stays closed while its portal hears, until the portal says that it knows better', async () => {
  await send();
  world.move('APP-1', 'Done', PEOPLE.engineer);
  world.move('WEB-1', 'Done', PEOPLE.engineer);
  await world.settle(5);
  world.clock.advance(8 * 86_400_000);
  await send({ updatedAt: now() });
  expect(statuses()).toEqual(['Done', 'Done']);
  await heard();
  await send({ title: 'Reported again' });
  expect(statuses()).toEqual(['Done', 'Done']);
  world.clock.advance(minuteMs);
  await send({ updatedAt: now() });
  expect(statuses()).toEqual(['To Do', 'To Do']);
});

test('what was told once is told no more after an issue was reopened and the portal agrees', async () => {
  await send({ status: 'resolved' });
  expect(await heard()).toEqual(['finding.skipped']);
  await send({ updatedAt: now() });
  world.move('APP-1', 'Done', PEOPLE.engineer);
  await world.settle(5);
  await send({ status: 'resolved' });
  world.move('APP-1', 'To Do', PEOPLE.engineer);
  await world.settle(5);
  const { events } = EventsBody.parse((await portal.get('/v1/events?after=0')).json);
  expect(
    events
      .filter(({ type }) => type === 'finding.status_changed')
      .map(({ data }) => [data['from'], data['to']]),
  ).toEqual([
    ['verified', 'resolved'],
    ['resolved', 'verified'],
  ]);
});
