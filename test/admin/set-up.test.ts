import { createWorld, finding, type World } from '../support/world';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});

const setUp = () => world.admin('setUp.get', {});

test('the first finding that has its issues is told with them, and the list can be put away only then', async () => {
  expect(await setUp()).toEqual({ panels: [], closed: false });
  expect(await world.admin('setUp.close', {})).toEqual({ closed: false });
  await world.useSpaces();
  const portal = await world.connect();
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.settle(5);
  world.clock.advance(60_000);
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-2' })] });
  await world.settle(5);
  expect((await setUp()).first).toMatchObject({ id: 'F-1', issues: ['WEB-1', 'SEC-1'] });
  expect(await world.admin('setUp.close', {})).toEqual({ closed: true });
  expect(await setUp()).toMatchObject({ closed: true });
});

test('a finding that is held up is no first finding', async () => {
  await world.useSpaces({ product: 'PAY', security: null });
  const portal = await world.connect();
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.settle(5);
  expect((await setUp()).first).toBeUndefined();
});

test('a finding whose issue was closed stays the first', async () => {
  await world.useSpaces();
  const portal = await world.connect();
  await portal.post('/v1/findings', { findings: [finding({ id: 'F-1' })] });
  await world.settle(5);
  await setUp();
  world.move('WEB-1', 'Done');
  await world.settle(5);
  expect((await setUp()).first).toMatchObject({ issues: ['WEB-1', 'SEC-1'] });
});

test('a project on whose issues Jira shows the panel is remembered', async () => {
  await world.admin('setUp.panelShown', { projects: ['10000'] });
  await world.admin('setUp.panelShown', { projects: ['10001'] });
  expect((await setUp()).panels).toEqual(['10000', '10001']);
});

test('what several admins do at the same time is all remembered', async () => {
  const projects = ['10000', '10001', '10002'];
  await Promise.all(projects.map((project) => world.admin('setUp.panelShown', { projects: [project] })));
  expect([...(await setUp()).panels].sort()).toEqual(projects);
});

test('Jira is asked whether issues can be made in the spaces that are on', async () => {
  expect(await world.admin('setUp.test', {})).toEqual({ spaces: [] });
  await world.useSpaces({ product: 'PAY', security: null });
  const { spaces } = await world.admin('setUp.test', {});
  expect(spaces.map(({ role }) => role)).toEqual(['product']);
  const problems = spaces.flatMap(({ checks }) => checks).filter(({ result }) => result === 'problem');
  expect(problems.map(({ what }) => what)).toEqual([
    { code: 'aboutRequiredField', field: 'Components' },
    { code: 'aboutRequiredField', field: 'Environment type' },
  ]);
});
