import { createWorld, finding, type World } from '../support/world';

let world: World;
afterEach(() => {
  world.close();
});

test('of two workers at the same finding the slower one writes nothing, waits, and then has its turn', async () => {
  world = createWorld({ host: { latency: () => 50 } });
  const refused: string[] = [];
  world.host.journal.subscribe(({ kind, text }) => {
    if (kind === 'storage' && /transaction/.test(text) && / → 4/.test(text)) refused.push(text);
  });
  const portal = await world.connect();
  await world.useSpaces({ security: null });
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.settle();
  refused.length = 0;
  for (const title of ['The first of two', 'The second of two'])
    await portal.post('/v1/findings', { findings: [finding({ id: 'F-1', title })] });
  await world.settle();
  // The one refusal is that of the lease; a result of its own the slower one does not have.
  expect(refused).toHaveLength(1);
  const { activities } = await world.admin('activity.list', {});
  expect(activities.slice(0, 3).map(({ counts }) => counts)).toEqual([
    { changed: 1 },
    { changed: 1 },
    { waiting: 1 },
  ]);
  expect(world.fields('WEB-1').summary).toBe('The second of two');
});
