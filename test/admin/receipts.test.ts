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

test('a receipt tells what was refused, and what was skipped, each with its reason', async () => {
  await world.save('rules', []);
  const { json } = await portal.post('/v1/findings', {
    findings: [
      finding({ id: 'F-1' }),
      { id: 'F-2', product: 'shop', title: 'Without severity' },
      ...Array.from({ length: 40 }, () => ({ id: 'F-3' })),
    ],
  });
  await world.settle();
  const { receipt } = await world.admin('receipts.find', { receipt: (json as { receipt: string }).receipt });
  expect(receipt?.findings).toMatchObject([{ id: 'F-1', state: 'skipped', reason: { code: 'noRule' } }]);
  expect(receipt?.refused?.total).toBe(41);
  expect(receipt?.refused?.first).toHaveLength(25);
  expect(receipt?.refused?.first[0]).toMatchObject({ index: 1, id: 'F-2', errors: [{ path: 'severity' }] });
});

test('of a report, too, the receipt tells which results were refused', async () => {
  const result = (title: string) => ({ ruleId: 'R1', message: { text: title } });
  const { json } = await portal.post('/v1/products/shop/reports/sarif', {
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Scanner' } }, results: [result('one'), 'no result'] }],
  });
  await world.settle();
  const { receipt } = await world.admin('receipts.find', { receipt: (json as { receipt: string }).receipt });
  expect(receipt?.refused).toMatchObject({ total: 1, first: [{ index: 1 }] });
});
