import { PEOPLE } from '../sandbox/jira/seed';
import { hear, panelOf, told } from '../support/panel';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
const members = [
  finding({ id: 'F-1', group: 'log4j', severity: 'low', title: 'A mild one' }),
  finding({ id: 'F-2', group: 'log4j', severity: 'critical', title: 'A bad one' }),
];
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
  await hear(world, portal);
  await send();
});
afterEach(() => {
  world.close();
});

async function send(): Promise<void> {
  await portal.post('/v1/findings', { findings: members });
  await world.settle();
}
const decided = async () =>
  (await told(portal))
    .filter(({ type }) => /rejected|accepted|status_changed/.test(type))
    .map(({ type, finding: of, by }) => [type, of?.id, by?.accountId]);

test('the panel of a group lists its findings, worst first', async () => {
  expect((await panelOf(world, 'SEC-1').get()).members).toMatchObject([
    { id: 'F-2', title: 'A bad one', severity: 'critical', status: 'verified' },
    { id: 'F-1', title: 'A mild one', severity: 'low' },
  ]);
});

test('a false positive is told of each finding of the group once, stands, and is taken back for all', async () => {
  const panel = panelOf(world, 'SEC-1');
  expect(await panel.act('panel.reject', { reason: 'Not loaded' })).toEqual({});
  await world.settle();
  await send();
  expect([world.statusOf('WEB-1'), world.statusOf('SEC-1')]).toEqual(['Done', 'Closed']);
  const said = ['F-1', 'F-2'].map((id) => ['finding.rejected', id, PEOPLE.engineer]);
  expect((await decided()).sort()).toEqual(said);
  expect(await panel.act('panel.takeBack', {})).toEqual({});
  await world.settle();
  expect([world.statusOf('WEB-1'), world.statusOf('SEC-1')]).toEqual(['To Do', 'Open']);
  expect((await decided()).slice(2).map(([type]) => type)).toEqual([
    'finding.status_changed',
    'finding.status_changed',
  ]);
});

test('a risk that was accepted before another finding joined runs out for its own findings, and each is told', async () => {
  const panel = panelOf(world, 'SEC-1');
  expect(await panel.act('panel.accept', { until: '2026-01-20', reason: 'Behind the wall' })).toEqual({});
  await world.settle();
  await portal.post('/v1/findings', {
    findings: [finding({ id: 'F-3', group: 'log4j', title: 'A late one' })],
  });
  await world.settle();
  const before = (await decided()).length;
  await world.clock.sleep(Date.UTC(2026, 0, 21, 2) - world.clock.now());
  await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 2 * 60 * 60_000 });
  const ended = (await told(portal)).filter(({ type }) => type === 'finding.status_changed').slice(-2);
  expect((await decided()).length - before).toBe(2);
  expect(ended.map(({ finding: of, data }) => [of?.id, data.from, data.to]).sort()).toEqual([
    ['F-1', 'temporarily_risk_accepted', 'verified'],
    ['F-2', 'temporarily_risk_accepted', 'verified'],
  ]);
  await send();
  expect((await decided()).length - before).toBe(2);
});
