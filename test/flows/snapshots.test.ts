/** The last snapshot of a finding: masked, kept as long as the finding, and written only when it says something new. */
import { unpackRecord } from '../../src/gateways/store/packed';
import { StoredSnapshot } from '../../src/contract/stored/snapshots';
import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  await world.useSpaces();
  portal = await world.connect();
});
afterEach(() => {
  world.close();
});

const stored = () => world.host.kvs.snapshot().values;
const texts = () =>
  stored()
    .filter(({ key }) => key.startsWith('snapshot:'))
    .map(({ value }) => String(value));
const snapshots = () => texts().map((text) => StoredSnapshot.parse(unpackRecord(text)));

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

test('keeps all that was said, without secrets', async () => {
  const secret = ['gh', 'p_', 'a1'.repeat(18)].join('');
  const sent = finding({
    id: 'F-1',
    description: `Found ${secret}.`,
    remediation: 'Rotate it.',
    tags: ['leak'],
  });
  await send(sent);
  expect(snapshots()).toEqual([
    expect.objectContaining({
      finding: expect.objectContaining({
        ...sent,
        description: 'Found [masked: github-token].',
      }) as unknown,
    }),
  ]);
});

test('keeps what becomes no issue too, so that other rules may take it', async () => {
  await send(finding({ severity: 'info' }));
  expect(snapshots()).toHaveLength(1);
});

test('an unchanged snapshot is not written again, a changed one is', async () => {
  const one = finding({ id: 'F-1' });
  await send(one);
  const before = stored().find(({ key }) => key.startsWith('snapshot:'));
  world.clock.advance(60_000);
  await send({ ...one, updatedAt: new Date(world.clock.now()).toISOString() });
  expect(stored().find(({ key }) => key.startsWith('snapshot:'))).toEqual(before);
  await send({ ...one, remediation: 'Use parameters.' });
  expect(snapshots()).toMatchObject([{ finding: { remediation: 'Use parameters.' } }]);
});

test('of an assignee only the account is kept, apart, and erased there when it is closed', async () => {
  const { email } = world.site.world.state.users.get(PEOPLE.developer) ?? {};
  await send(
    finding({ id: 'F-1', assignee: { email } }),
    finding({ id: 'F-2', assignee: { email: 'nobody@example.com' } }),
  );
  expect(JSON.stringify(snapshots())).not.toMatch(/@|assignee/);
  expect(
    snapshots()
      .map(({ person }) => typeof person)
      .sort(),
  ).toEqual(['string', 'undefined']);
  world.host.accounts.closed.add(PEOPLE.developer);
  world.clock.advance(7 * 24 * 3_600_000);
  await world.host.runSchedule('weekly');
  expect(world.host.accounts.reports.flat().map(({ accountId }) => accountId)).toContain(PEOPLE.developer);
  expect(stored().filter(({ key }) => key.startsWith('person:'))).toEqual([]);
});

test('goes with the finding that the portal deletes, and comes back with it', async () => {
  const one = finding({ id: 'F-1' });
  await send(one, finding({ id: 'F-2' }));
  await portal.post('/v1/findings/delete', { ids: ['F-1'] });
  await world.settle();
  expect(snapshots()).toMatchObject([{ finding: { id: 'F-2' } }]);
  await send(one);
  expect(snapshots()).toHaveLength(2);
});

test('goes when the findings of an archived connection are forgotten', async () => {
  await send(finding(), finding());
  await world.admin('connections.archive', { connection: portal.key });
  await world.admin('connections.forget', { connection: portal.key });
  await world.settle();
  expect(texts()).toEqual([]);
});
