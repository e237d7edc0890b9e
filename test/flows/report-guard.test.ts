import { createWorld, type Portal, type World } from '../support/world';
import { at, logOf } from '../formats/sarif/support';
import { crashAfterCall } from '../sandbox/faults';
import type { HeldCause } from '../../src/contract/activity';

let world: World;
let portal: Portal;
beforeEach(async () => {
  world = createWorld();
  portal = await world.connect();
  await world.useSpaces({ security: null });
});
afterEach(() => {
  world.close();
});

const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `R${String(from + index)}`);
const results = (rules: readonly string[], more: Record<string, unknown> = {}) =>
  rules.map((rule) => ({ ruleId: rule, message: { text: `Words of ${rule}` }, ...at(`${rule}.c`), ...more }));
const named = (rules: readonly string[], run: Record<string, unknown> = {}) => logOf(results(rules), run);

interface Receipt {
  readonly receipt: string;
  readonly done: boolean;
  readonly resolved?: number;
  readonly incomplete?: string;
}

async function send(document: unknown, query = ''): Promise<Receipt> {
  const answer = await portal.post(`/v1/products/shop/reports/sarif?complete=true${query}`, document);
  expect(answer.status).toBe(202);
  await world.settle();
  return read((answer.json as Receipt).receipt);
}
const read = async (receipt: string) => (await portal.get(`/v1/receipts/${receipt}`)).json as Receipt;
const waiting = async (): Promise<HeldCause[]> => (await world.admin('activity.list', {})).held;

function open(): number {
  const { issues } = world.site.world.state;
  return [...issues.values()].filter(({ key }) => world.statusOf(key) !== 'Done').length;
}

async function confirm(): Promise<number> {
  const [held] = await waiting();
  const { retried } = await world.admin('activity.retry', { cause: held?.cause });
  await world.settle();
  return retried;
}

describe('a complete report that would resolve more than half of more than twenty', () => {
  test('resolves nothing, is taken for the rest, and is confirmed by one retry', async () => {
    await send(named(range(0, 25)));
    const held = await send(named([...range(0, 10), 'NEW']));
    expect(held).toMatchObject({ done: true, resolved: 0 });
    expect(held.incomplete).toMatch(/15 of 25 open findings/);
    expect(open()).toBe(26);
    expect(await waiting()).toMatchObject([
      {
        findings: 15,
        reason: { code: 'reportHeld', product: 'shop', tool: 'Scanner', resolves: 15, of: 25 },
      },
    ]);
    world.clock.advance(60_000);
    expect(await confirm()).toBe(15);
    expect(open()).toBe(11);
    expect(await waiting()).toEqual([]);
    const after = await read(held.receipt);
    expect(after).toMatchObject({ done: true, resolved: 15 });
    expect(after.incomplete).toBeUndefined();
    const { activities } = await world.admin('activity.list', {});
    expect(activities.flatMap(({ report }) => report ?? [])).toMatchObject([
      { confirmed: true, resolved: 15 },
      { receipt: held.receipt, resolved: 0, reason: { code: 'reportHeld' } },
    ]);
  });

  test('waits for as long as nobody says a word, whatever else is retried', async () => {
    await send(named(range(0, 25)));
    await send(named([]));
    for (let day = 0; day < 3; day += 1) {
      world.clock.advance(86_400_000);
      await world.settle();
    }
    expect(open()).toBe(25);
    expect(await waiting()).toHaveLength(1);
  });

  test('is replaced by a newer complete one, which is judged itself', async () => {
    await send(named(range(0, 25)));
    await send(named(range(0, 10)));
    await send(named(range(0, 5)));
    expect(await waiting()).toMatchObject([{ findings: 20 }]);
    expect(await send(named(range(0, 20)))).toMatchObject({ resolved: 5 });
    expect(await waiting()).toEqual([]);
    expect(open()).toBe(20);
  });

  test.each([
    ['whole', ['']],
    ['in parts', ['&part=1-of-2&upload=u', '&part=2-of-2&upload=u']],
  ])('waits however often the scanner of a wrong folder sends it again, %s', async (_, parts) => {
    await send(named(range(0, 25)));
    const half = 30 / parts.length;
    for (let again = 0; again < 3; again += 1) {
      world.clock.advance(3_600_000);
      for (const [index, part] of parts.entries())
        await send(named(range(100 + index * half, 100 + (index + 1) * half)), part);
      expect(await waiting()).toMatchObject([{ reason: { resolves: 25, of: 25 } }]);
    }
    expect(open()).toBe(55);
  });

  test('gives way to the right report after a wrong one, which takes away what the wrong one brought', async () => {
    await send(named(range(0, 25)));
    await send(named(range(100, 140)));
    world.clock.advance(3_600_000);
    expect(await send(named(range(0, 25)))).toMatchObject({ resolved: 40 });
    expect(await waiting()).toEqual([]);
    expect(open()).toBe(25);
  });

  test('takes away only what nothing newer holds', async () => {
    await send(named(range(0, 25)));
    await send(named(range(0, 10)));
    await portal.post('/v1/products/shop/reports/sarif', named(range(20, 25)));
    await send(named(range(0, 3), { invocations: [{ executionSuccessful: false }] }));
    expect(await waiting()).toHaveLength(1);
    await confirm();
    expect(open()).toBe(15);
  });

  test('is judged as a whole when it comes in parts, by what was open before its first', async () => {
    const part = (number: number) => `&part=${String(number)}-of-2&upload=u`;
    await send(named(range(0, 25)));
    await send(named(range(100, 130)), part(1));
    expect(await send(named(range(0, 5)), part(2))).toMatchObject({
      resolved: 0,
      incomplete: expect.stringMatching(/20 of 25/) as string,
    });
    await send(named(range(0, 5)), part(2));
    expect(await waiting()).toHaveLength(1);
    expect(await confirm()).toBe(20);
    expect(open()).toBe(35);
  });

  test('is none where another scope still holds them', async () => {
    await send(named(range(0, 25)), '&scope=main');
    await send(named(range(0, 25)), '&scope=release');
    await send(named([]), '&scope=main');
    expect(await waiting()).toEqual([]);
    await send(named([]), '&scope=release');
    expect(await waiting()).toMatchObject([{ findings: 25 }]);
  });

  test('does not count what the scanner itself calls suppressed', async () => {
    const suppressed = results(range(30, 60), { suppressions: [{ kind: 'external', status: 'accepted' }] });
    await send(logOf([...results(range(0, 25)), ...suppressed]));
    expect((await send(logOf(suppressed))).incomplete).toMatch(/25 of 25/);
  });

  test.each([
    ['half of twenty-six', 26, 13],
    ['all of twenty', 20, 20],
  ])('is not meant by %s', async (_, before, gone) => {
    await send(named(range(0, before)));
    expect(await send(named(range(gone, before)))).toMatchObject({ resolved: gone });
  });

  test.each([{ share: 0 }, { number: 0 }, { share: 0.9 }, { number: 30 }])(
    'resolves at once where the guard is set to %p',
    async (guard) => {
      await world.save('closing', { guard });
      await send(named(range(0, 25)));
      expect(await send(named(range(0, 5)))).toMatchObject({ resolved: 20 });
    },
  );
});

/** Nothing fails any more, and the sweep comes by. */
async function recovered(): Promise<void> {
  world.host.faults.clear();
  await world.host.runUntilIdle({ maxVirtualMs: 25 * 60_000, schedules: true });
}

describe('where a worker dies after any call to storage', () => {
  test('the report waits all the same, and its confirmation is acted on once', async () => {
    await send(named(range(0, 25)));
    let [upTo, calls] = [25, 1];
    for (; calls < 40; calls += 5) {
      await portal.post('/v1/products/shop/reports/sarif?complete=true', named(range(upTo, upTo + 25)));
      world.host.faults.add(crashAfterCall(calls, { on: 'kvs' }));
      await world.settle();
      await recovered();
      expect(open()).toBe(50);
      expect(await waiting()).toMatchObject([{ reason: { resolves: 25, of: 25 } }]);
      const { retried } = await world.admin('activity.retry', {});
      expect(retried).toBe(25);
      world.host.faults.add(crashAfterCall(calls, { on: 'kvs' }));
      await world.settle();
      await recovered();
      expect([calls, open()]).toEqual([calls, 25]);
      expect(await waiting()).toEqual([]);
      upTo += 25;
    }
  });
});
