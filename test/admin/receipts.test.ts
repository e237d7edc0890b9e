import { createWorld, finding, type Portal, type World } from '../support/world';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  await world.connect('Another portal');
  portal = await world.connect();
  await world.useSpaces();
});
afterEach(() => {
  world.close();
});

async function send(count: number): Promise<string> {
  const findings = Array.from({ length: count }, (_, index) => finding({ id: `F-${String(index)}` }));
  const { json } = await portal.post('/v1/findings', { findings });
  return (json as { receipt: string }).receipt;
}

test('an admin finds a receipt by what the portal was told, whichever portal it was', async () => {
  const receipt = await send(2);
  expect(await world.admin('receipts.find', { receipt })).toMatchObject({
    receipt: {
      connection: portal.key,
      done: false,
      total: 2,
      findings: [{ id: 'F-0', state: 'pending' }, {}],
    },
  });
  await world.settle();
  const { receipt: view } = await world.admin('receipts.find', { receipt: ` ${receipt} ` });
  expect(view).toMatchObject({ done: true, findings: [{ state: 'synced' }, { state: 'synced' }] });
  expect(view?.findings.flatMap(({ issues }) => issues).sort()).toEqual(['SEC-1', 'SEC-2', 'WEB-1', 'WEB-2']);
});

test('of a large request the first findings are listed and all are counted', async () => {
  const receipt = await send(250);
  const { receipt: view } = await world.admin('receipts.find', { receipt });
  expect(view).toMatchObject({ total: 250 });
  expect(view?.findings).toHaveLength(200);
});

test('a receipt that nobody was given, or that is older than a week, is not found', async () => {
  const receipt = await send(1);
  await world.settle();
  expect(await world.admin('receipts.find', { receipt: 'nothing' })).toEqual({});
  world.clock.advance(8 * 86_400_000);
  expect(await world.admin('receipts.find', { receipt })).toEqual({});
});
