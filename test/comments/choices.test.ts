/** Which comments go where, by choice and by kind of project. */
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, type Portal, type World } from '../support/world';
import { doc, minuteMs, one, talking } from './support';

let world: World;
let portal: Portal;
const { heard, open, said, send, settle, write } = talking(
  () => world,
  () => portal,
);
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: 'APP' });
  await open();
  await send(one);
  world.clock.advance(minuteMs);
});
afterEach(() => {
  world.close();
});

test('in a service project an internal comment stays, and a public one leaves', async () => {
  world.site.addProject({
    key: 'HELP',
    name: 'Help',
    type: 'service_desk',
    administrators: [PEOPLE.admin],
    members: [PEOPLE.developer],
  });
  await world.useSpaces({ product: 'HELP', security: 'APP' });
  await send({ ...one, id: 'F-2' });
  write('HELP-1', doc('For us'), { properties: [{ key: 'sd.public.comment', value: { internal: true } }] });
  write('HELP-1', doc('For all'));
  await settle();
  expect((await heard()).map(({ data }) => (data.comment as { body?: string }).body)).toEqual(['For all']);
  expect(said('APP-2')).toEqual(['Product developer (HELP-1) wrote:For all']);
});

test('setOutbound takes a part of the choices and shows all', async () => {
  await open({ tag: '#here' });
  await world.admin('connections.setOutbound', {
    connection: portal.key,
    mode: 'pull',
    comments: { between: false },
  });
  expect((await world.admin('connections.outbound', { connection: portal.key })).comments).toEqual({
    toJira: 'both',
    fromJira: 'both',
    between: false,
    tag: '#here',
  });
});
