import { PEOPLE } from '../sandbox/jira/seed';
import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces();
});
afterEach(() => {
  world.close();
});

const daysMs = 86_400_000;

async function send(...findings: Record<string, unknown>[]): Promise<void> {
  await portal.post('/v1/findings', { findings });
  await world.settle();
}

async function look(id: string): Promise<unknown> {
  return ((await portal.post('/v1/findings/lookup', { ids: [id] })).json as unknown[])[0];
}

function createByHand(summary: string, project = 'WEB'): string {
  const issuetype = { id: world.ref('type', project, 'Task').id ?? '' };
  const fields = { project: { key: project }, issuetype, summary, labels: ['mine'] };
  const { data } = world.site.call({
    method: 'POST',
    path: '/rest/api/3/issue',
    as: PEOPLE.developer,
    body: { fields },
  });
  return data.key as string;
}

function count(project: string): number {
  return [...world.site.world.state.issues.values()].filter(({ key }) => key.startsWith(`${project}-`))
    .length;
}

test('an existing issue that the portal names is adopted, and what people wrote in it stays', async () => {
  const key = createByHand('We know this already');
  await send(finding({ id: 'F-1', tags: ['sast'], existing: { product: key.toLowerCase() } }));
  expect(await look('F-1')).toMatchObject({
    state: 'synced',
    issues: { product: { key }, security: { key: 'SEC-1' } },
  });
  expect(count('WEB')).toBe(1);
  expect(world.fields(key)).toMatchObject({ summary: 'We know this already', labels: ['mine', 'sast'] });
});

test('a portal cannot tell a missing issue from one of another project or of another connection', async () => {
  const elsewhere = createByHand('Elsewhere', 'OPS');
  const other = await world.connect('Other');
  await other.post('/v1/findings', { findings: [finding({ id: 'F-other' })] });
  await world.settle();
  const reasonFor = async (id: string, key: string) => {
    await send(finding({ id, existing: { product: key } }));
    const { state, reason } = (await look(id)) as { state: string; reason: string };
    return { state, reason: reason.replaceAll(key, 'THE-KEY') };
  };
  const missing = await reasonFor('F-1', 'WEB-999');
  expect(missing).toMatchObject({
    state: 'held',
    reason: expect.stringContaining('cannot be adopted') as unknown,
  });
  expect(await reasonFor('F-2', elsewhere)).toEqual(missing);
  expect(await reasonFor('F-3', 'WEB-1')).toEqual(missing);
  // The same id as the other connection's finding makes nobody its owner.
  expect(await reasonFor('F-other', 'WEB-1')).toEqual(missing);
});

test('an issue of another finding is not adopted', async () => {
  await send(finding({ id: 'F-1' }));
  await send(finding({ id: 'F-2', existing: { product: 'WEB-1' } }));
  expect(await look('F-2')).toMatchObject({
    state: 'held',
    reason: expect.stringContaining('belongs to the finding F-1') as unknown,
  });
});

test('a forged identity closes nothing', async () => {
  await send(finding({ id: 'F-1' }));
  const key = createByHand('Forged');
  const { value } = world.site.call({
    path: '/rest/api/3/issue/WEB-1/properties/security-finding',
    as: PEOPLE.admin,
  });
  const forged = (value as { value: Record<string, string> }).value;
  world.site.call({
    method: 'PUT',
    path: `/rest/api/3/issue/${key}/properties/security-finding`,
    as: PEOPLE.developer,
    body: forged,
  });
  world.move(key, 'Done', PEOPLE.developer);
  await world.settle();
  expect(world.statusOf('SEC-1')).toBe('Open');
});

test('a finding that comes back long after gets a new issue when the admin wants it so', async () => {
  await world.save('reopening', { newIssueAfterDays: 30 });
  const one = finding({ id: 'F-1' });
  await send(one);
  await send({ ...one, status: 'resolved' });
  world.clock.advance(10 * daysMs);
  await send(one);
  expect(await look('F-1')).toMatchObject({ issues: { product: { key: 'WEB-1' } } });
  await send({ ...one, status: 'resolved' });
  world.clock.advance(31 * daysMs);
  await send(one);
  expect(await look('F-1')).toMatchObject({
    issues: { product: { key: 'WEB-2' }, security: { key: 'SEC-2' } },
  });
});

test('a description can stand among what people write, whose text stays', async () => {
  await world.save('fields', { descriptionMode: 'append', owners: { description: 'portal' } });
  const one = finding({ id: 'F-1', description: 'First words' });
  await send(one);
  await send({ ...one, description: 'Second words' });
  const text = JSON.stringify(world.fields('WEB-1').description);
  expect(text).toContain('Second words');
  expect(text).not.toContain('First words');
});

/** As after a reinstall: the app knows nothing any more, and links its issues again. */
async function reinstall(): Promise<void> {
  await world.admin('connections.archive', { connection: portal.key });
  await world.admin('connections.forget', { connection: portal.key });
  await world.host.drainQueue();
  portal = await world.connect('Portal after the reinstall');
  await world.admin('rebuild.start', { connection: portal.key });
  await world.settle();
}

test('after a reinstall the issues are linked again instead of made again', async () => {
  const findings = [finding({ id: 'F-1' }), finding({ id: 'F-2' })];
  await send(...findings);
  await reinstall();
  expect(await look('F-1')).toMatchObject({
    state: 'synced',
    issues: { product: { key: 'WEB-1' }, security: { key: 'SEC-1' } },
  });
  await send(...findings);
  expect([count('WEB'), count('SEC')]).toEqual([2, 2]);
  world.move('WEB-2', 'Done', PEOPLE.developer);
  await world.settle();
  expect(world.statusOf('SEC-2')).toBe('Closed');
});

test('after a reinstall an issue that somebody made the security issue of a finding in the product project stays out', async () => {
  await send(finding({ id: 'F-1' }), finding({ id: 'F-2' }));
  const path = '/rest/api/3/issue/WEB-2/properties/security-finding';
  const { value } = world.site.call({ path, as: PEOPLE.admin });
  const forged = { ...(value as { value: Record<string, string> }).value, id: 'F-3', role: 'security' };
  world.site.call({ method: 'PUT', path, as: PEOPLE.developer, body: forged });
  await reinstall();
  expect(await look('F-1')).toMatchObject({
    issues: { product: { key: 'WEB-1' }, security: { key: 'SEC-1' } },
  });
  expect(await look('F-3')).toMatchObject({ state: 'unknown' });
});
