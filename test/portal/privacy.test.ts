import { failStorage, rateLimit } from '../sandbox/faults';
import { createWorld, finding, type World } from '../support/world';
import { basic, connectBasic, connectOauth, logged, send, thrown } from './support';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  expect(thrown(world)).toEqual([]);
  world.close();
});

test('no secret, finding text or e-mail reaches the log, whatever goes wrong', async () => {
  const portal = await world.connect();
  const pipeline = await connectBasic(world);
  const platform = await connectOauth(world);
  await world.useSpaces();
  const telling = finding({
    id: 'id-that-tells',
    title: 'title-that-tells',
    description: 'description-that-tells',
    assignee: { email: 'somebody@example.com' },
    location: { file: 'src/file-that-tells.ts' },
  });
  await portal.post('/v1/findings', { findings: [telling, { title: 'title-that-tells' }] });
  await portal.post('/v1/findings', `{"title-that-tells`);
  world.host.faults.add(rateLimit({ retryAfter: 5, path: /issue\/bulk$/ }));
  await world.settle();
  world.host.faults.add(failStorage(500, 'INTERNAL', { path: /entity|batch/, times: 3 }));
  await portal.post('/v1/findings', { findings: [telling] });
  await world.settle();
  world.host.faults.add(failStorage(500, 'INTERNAL', { path: /secret/, times: 2 }));
  await send(world, 'GET', `${pipeline.baseUrl}/v1/ping`, basic(pipeline.user, pipeline.password));
  await send(
    world,
    'POST',
    `${platform.baseUrl}/oauth/token`,
    { 'content-type': 'application/x-www-form-urlencoded' },
    `grant_type=client_credentials&client_id=${platform.user}&client_secret=${platform.password}`,
  );
  const text = logged(world);
  expect(text).toContain('failed');
  for (const hidden of ['that-tells', 'somebody@', portal.secret, pipeline.password, platform.password])
    expect(text).not.toContain(hidden);
});

test('of an e-mail address nothing is stored once its finding is worked off', async () => {
  const portal = await world.connect();
  await world.useSpaces();
  await portal.post('/v1/findings', { findings: [finding({ assignee: { email: 'somebody@example.com' } })] });
  await world.settle();
  expect(JSON.stringify(world.host.kvs.snapshot())).not.toContain('somebody@');
});

test('secrets lie in secret storage only, and no call of an admin answers them again', async () => {
  const portal = await world.connect();
  const pipeline = await connectBasic(world);
  const { secrets, ...rest } = world.host.kvs.snapshot();
  expect(JSON.stringify(secrets)).toContain(portal.secret);
  const seen = JSON.stringify([
    rest,
    await world.admin('connections.list', {}),
    await world.admin('settings.get', {}),
    await world.admin('settings.export', {}),
    await world.admin('audit.list', {}),
    await world.admin('activity.list', {}),
  ]);
  for (const secret of [portal.secret, pipeline.password]) expect(seen).not.toContain(secret);
});
