import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type World } from '../support/world';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

test('a finding becomes linked issues in both spaces, and closing the product issue closes the security issue', async () => {
  const portal = await world.connect();
  await world.useSpaces();
  const posted = await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  expect(posted).toMatchObject({ status: 202, json: { accepted: 1, rejected: [] } });
  await world.settle();
  const looked = await portal.post('/v1/findings/lookup', { ids: ['F-1'] });
  expect(looked.json).toMatchObject([
    { id: 'F-1', state: 'synced', issues: { product: { key: 'WEB-1' }, security: { key: 'SEC-1' } } },
  ]);
  expect(world.fields('WEB-1').issuelinks).toHaveLength(1);
  console.log(world.jiraCalls());
  world.move('WEB-1', 'Done', PEOPLE.developer);
  await world.settle();
  console.log(world.jiraCalls());
  expect(world.statusOf('SEC-1')).toBe('Closed');
});
