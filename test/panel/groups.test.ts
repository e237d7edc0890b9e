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

const third = finding({ id: 'F-3', group: 'log4j' });
const meanings = async () =>
  (await told(portal))
    .filter(({ type }) => type === 'finding.status_changed')
    .map(({ finding: of, data }) => [of?.id, data['from'], data['to']]);
async function others(...findings: object[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

test.each([true, false])(
  'who reopens its issue ends the false positives of a group; heard: %s',
  async (hears) => {
    if (!hears) await world.admin('connections.setOutbound', { connection: portal.key, mode: 'off' });
    await panelOf(world, 'SEC-1').act('panel.reject', {});
    await world.settle();
    await others(third);
    await others({ ...third, status: 'resolved' });
    expect(world.statusOf('SEC-1')).toBe('Closed');
    world.move('SEC-1', 'Open', PEOPLE.engineer);
    await world.settle();
    expect((await panelOf(world, 'SEC-1').get()).decision).toBeUndefined();
    await send();
    expect([world.statusOf('WEB-1'), world.statusOf('SEC-1')]).toEqual(['Done', 'Open']);
    if (hears)
      expect(await meanings()).toEqual([
        ['F-1', 'rejected', 'verified'],
        ['F-2', 'rejected', 'verified'],
      ]);
  },
);

test('a finding that takes a decision along when it leaves the group is told of it no second time', async () => {
  await panelOf(world, 'SEC-1').act('panel.reject', {});
  await world.settle();
  await others({ ...members[0], group: 'spring' });
  await others({ ...members[1], status: 'rejected' });
  await others({ ...members[0], group: undefined });
  const rejected = (await told(portal)).filter(({ type }) => type === 'finding.rejected');
  expect(rejected.map(({ finding: of }) => of?.id)).toEqual(['F-1', 'F-2']);
});

test('what was decided before a finding joined is not told of it', async () => {
  await world.save('rules', [
    {
      id: 'r',
      name: 'All',
      enabled: true,
      when: { field: 'lifecycle', op: 'exists', value: true },
      then: { create: 'both' },
    },
  ]);
  await panelOf(world, 'SEC-1').act('panel.reject', {});
  await world.settle();
  await others({ ...third, status: 'resolved' });
  expect(
    (await told(portal)).filter(({ type, finding: of }) => type === 'finding.rejected' && of?.id === 'F-3'),
  ).toEqual([]);
});

test('findings whose issue people closed are told that it is open again because another one joined', async () => {
  for (const status of ['In review', 'Fixed', 'Closed']) world.move('SEC-1', status, PEOPLE.engineer);
  await world.settle();
  await others(third);
  expect(world.statusOf('SEC-1')).toBe('Open');
  expect((await meanings()).slice(2)).toEqual([
    ['F-1', 'resolved', 'verified'],
    ['F-2', 'resolved', 'verified'],
  ]);
});

test('who opens the issue of findings that are all resolved is heard by each', async () => {
  await others(...members.map((one) => ({ ...one, status: 'resolved' })));
  world.move('SEC-1', 'Open', PEOPLE.engineer);
  await world.settle();
  expect(await meanings()).toEqual([
    ['F-1', 'resolved', 'verified'],
    ['F-2', 'resolved', 'verified'],
  ]);
});

describe('while a finding joins', () => {
  const join = () => portal.post('/v1/findings', { findings: [third] });
  const after = (ms: number, act: () => unknown) => world.clock.sleep(ms).then(act);
  beforeEach(async () => {
    world.close();
    world = createWorld({ host: { latency: () => 50 } });
    portal = await world.connect();
    await world.useSpaces();
    await hear(world, portal);
    await send();
    await join();
  });

  test('a decision about the group is told of it too', async () => {
    const decided = after(5_000, () => panelOf(world, 'SEC-1').act('panel.reject', {}));
    await Promise.all([world.settle(), decided]);
    const rejected = (await told(portal)).filter(({ type }) => type === 'finding.rejected');
    expect(rejected.map(({ finding: of }) => of?.id).sort()).toEqual(['F-1', 'F-2', 'F-3']);
    expect(world.statusOf('SEC-1')).toBe('Closed');
  });

  test('an issue that people close before it shows the finding is opened for it', async () => {
    const closed = after(5_000, () => {
      for (const status of ['In review', 'Fixed', 'Closed']) world.move('SEC-1', status, PEOPLE.engineer);
    });
    await Promise.all([world.settle(), closed]);
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 10 * 60_000 });
    expect(world.statusOf('SEC-1')).toBe('Open');
    expect((await meanings()).map(([id, , to]) => [id, to])).toEqual([
      ['F-1', 'resolved'],
      ['F-2', 'resolved'],
      ['F-1', 'verified'],
      ['F-2', 'verified'],
    ]);
  });
});
