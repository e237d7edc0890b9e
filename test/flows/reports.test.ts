import { crashAfterCall } from '../sandbox/faults';
import { createWorld, finding, type Portal, type World } from '../support/world';
import { at, logOf } from '../formats/sarif/support';

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

type Fields = Record<string, unknown>;
const result = (rule: string, more: Fields = {}): Fields => ({
  ruleId: rule,
  message: { text: `Words of ${rule}` },
  ...at(`${rule}.c`),
  ...more,
});
const named = (...rules: string[]) => logOf(rules.map((rule) => result(rule)));

interface Receipt {
  readonly done: boolean;
  readonly resolved?: number;
  readonly incomplete?: string;
  readonly new?: Record<string, number>;
  readonly findings: readonly { readonly id: string; readonly state: string }[];
}

/** Sends a complete report, lets the app work, and answers what became of it. */
async function send(document: unknown, query = '', product = 'shop'): Promise<Receipt> {
  const answer = await portal.post(`/v1/products/${product}/reports/sarif?complete=true${query}`, document);
  expect(answer.status).toBe(202);
  await world.settle();
  return receiptOf(answer.json);
}

/** As pipelines do where the answer is no 202. */
async function sendUntilTaken(query: string, document: unknown): Promise<void> {
  const path = `/v1/products/shop/reports/sarif?complete=true${query}`;
  const answer = await portal.post(path, document).catch(() => undefined);
  if (answer?.status !== 202) await sendUntilTaken(query, document);
}

async function receiptOf(json: unknown): Promise<Receipt> {
  const { receipt } = json as { receipt: string };
  return (await portal.get(`/v1/receipts/${receipt}`)).json as Receipt;
}

/** The rules of the issues that are open, and how many there are in all. */
function issues(): { open: string[]; all: number } {
  const all = [...world.site.world.state.issues.values()].map(({ key }) => world.fields(key)) as unknown as {
    summary: string;
    status: { name: string };
  }[];
  const open = all.filter(({ status }) => status.name === 'To Do');
  return { open: open.map(({ summary }) => /of (\w+)/.exec(summary)?.[1] ?? '').sort(), all: all.length };
}

describe('a complete report', () => {
  test('tells how many findings no report held before, by severity; one that comes back is new again', async () => {
    expect(await send(named('A', 'B'))).toMatchObject({ new: { medium: 2 } });
    expect(await send(named('A'))).toMatchObject({ new: {} });
    expect(await send(named('A', 'B', 'C'))).toMatchObject({ new: { medium: 2 } });
  });

  test('resolves what its scope no longer has, names its ids and says how many', async () => {
    await send(named('A', 'B', 'C'));
    const receipt = await send(named('A', 'B'));
    expect(issues()).toEqual({ open: ['A', 'B'], all: 3 });
    expect(receipt).toMatchObject({ done: true, resolved: 1 });
    expect(receipt.incomplete).toBeUndefined();
    expect(receipt.findings.map(({ state }) => state)).toEqual(['synced', 'synced', 'synced']);
  });

  test('again costs no call to Jira and changes no word, in any order', async () => {
    await send(named('A', 'B', 'C'));
    world.jiraCalls();
    const receipt = await send(named('C', 'A', 'B'));
    expect(world.jiraCalls()).toEqual([]);
    expect(receipt).toMatchObject({ done: true, resolved: 0 });
    expect(receipt.findings).toHaveLength(3);
  });

  test('again and again is not even kept, and a late one that is older still changes nothing', async () => {
    await send(named('A', 'B'));
    const before = { ...world.host.kvs.use };
    const receipt = await send(named('B', 'A'));
    expect(world.host.kvs.use.writes - before.writes).toBeLessThan(6);
    expect(receipt).toMatchObject({ done: true, resolved: 0, new: {} });
    await portal.post('/v1/findings/delete', { ids: [receipt.findings[0]?.id] });
    await world.settle();
    await send(named('A', 'B'));
    expect(issues().open).toEqual(['A', 'B']);
  });

  test('brings back what an earlier one lacked, in its old issue', async () => {
    await send(named('A', 'B'));
    await send(named('A'));
    expect(issues().open).toEqual(['A']);
    await send(named('A', 'B'));
    expect(issues()).toEqual({ open: ['A', 'B'], all: 2 });
  });

  test('brings back what the portal deleted, though it says nothing new', async () => {
    const { findings } = await send(named('A', 'B'));
    await portal.post('/v1/findings/delete', { ids: [findings[0]?.id] });
    await world.settle();
    expect(issues().open).toHaveLength(1);
    await send(named('A', 'B'));
    expect(issues()).toEqual({ open: ['A', 'B'], all: 2 });
  });

  test('resolves nothing that came as JSON under the name of its tool', async () => {
    await portal.post('/v1/findings', { findings: [finding({ title: 'Words of J', tool: 'Scanner' })] });
    await world.settle();
    await send(named('A'));
    await send(named());
    expect(issues().open).toEqual(['J']);
  });

  test.each([
    ['that failed', { invocations: [{ executionSuccessful: false }] }, /succeeded/],
    ['with an error', { invocations: [{ toolExecutionNotifications: [{ level: 'error' }] }] }, /error/],
    ['with a broken result', { results: [{ ruleId: 'X' }, result('B')] }, /could not be read/],
  ])('%s resolves nothing and says why', async (_, run, why) => {
    await send(named('A', 'B'));
    const receipt = await send(logOf([result('B')], run));
    expect(issues().open).toEqual(['A', 'B']);
    expect(receipt).toMatchObject({ resolved: 0, incomplete: expect.stringMatching(why) as string });
  });

  test('that is called incomplete resolves nothing and says nothing of it', async () => {
    await send(named('A'));
    const answer = await portal.post('/v1/products/shop/reports/sarif', named('B'));
    await world.settle();
    expect(issues().open).toEqual(['A', 'B']);
    expect(await receiptOf(answer.json)).not.toHaveProperty('resolved');
  });
});

describe('a finding that several scopes hold is one issue', () => {
  const branch = (name: string) => `&scope=${name}`;

  test('which is resolved when none holds it any more', async () => {
    await send(named('A', 'B'), branch('main'));
    await send(named('A'), branch('release'));
    expect(issues()).toEqual({ open: ['A', 'B'], all: 2 });
    expect(await send(named('B'), branch('main'))).toMatchObject({ resolved: 0 });
    expect(issues().open).toEqual(['A', 'B']);
    expect(await send(named(), branch('release'))).toMatchObject({ resolved: 1 });
    expect(issues()).toEqual({ open: ['B'], all: 2 });
  });

  test('also where one of them has a second result of the rule in the same place', async () => {
    const other = result('A', { message: { text: 'Words of Z' } });
    await send(named('A'), branch('main'));
    await send(logOf([other, result('A')]), branch('release'));
    expect(issues()).toEqual({ open: ['A', 'Z'], all: 2 });
  });

  test('and reports in turns cost nothing once they are known', async () => {
    const run = (name: string) => ({ versionControlProvenance: [{ branch: name }] });
    for (const name of ['main', 'release']) await send(logOf([result('A')], run(name)));
    world.jiraCalls();
    for (const name of ['main', 'release']) await send(logOf([result('A')], run(name)));
    expect(world.jiraCalls()).toEqual([]);
  });

  test('but two repositories have two, though path and rule are equal', async () => {
    const run = (name: string) => ({
      versionControlProvenance: [{ repositoryUri: `https://code.example/${name}` }],
    });
    await send(logOf([result('A')], run('one')));
    await send(logOf([result('A')], run('two')));
    expect(issues()).toEqual({ open: ['A', 'A'], all: 2 });
    await send(logOf([], run('one')));
    expect(issues().open).toEqual(['A']);
  });
});

describe('a large report in parts', () => {
  const part = (number: number, upload = 'u') => `&part=${String(number)}-of-2&upload=${upload}`;

  test('counts as complete when all are there, in any order and sent again', async () => {
    await send(named('A', 'B', 'C', 'D'));
    expect(await send(named('B'), part(2))).toMatchObject({
      resolved: 0,
      incomplete: expect.stringContaining('still missing') as string,
    });
    await send(named('B'), part(2));
    expect(issues().open).toEqual(['A', 'B', 'C', 'D']);
    expect(await send(named('A'), part(1))).toMatchObject({ resolved: 2 });
    expect(issues()).toEqual({ open: ['A', 'B'], all: 4 });
  });

  test('has as many equal results as its parts together', async () => {
    for (const number of [1, 2]) await send(named('A'), part(number));
    expect(issues()).toEqual({ open: ['A', 'A'], all: 2 });
    for (const number of [1, 2]) await send(named('A'), part(number, 'v'));
    expect(issues()).toEqual({ open: ['A', 'A'], all: 2 });
  });

  test('may have the name of the night before, which failed or was complete', async () => {
    const failed = { invocations: [{ executionSuccessful: false }] };
    await send(logOf([result('A')], failed), part(1));
    world.clock.advance(86_400_000);
    for (const rules of [
      ['A', 'B', 'C'],
      ['A', 'C'],
      ['B', 'C'],
    ]) {
      await send(named(...rules.slice(0, -1)), part(1));
      expect(await send(named('C'), part(2))).not.toHaveProperty('incomplete');
      expect(issues().open).toEqual(rules);
    }
  });

  describe.each([
    ['of one tool', 'Scanner'],
    ['of two tools', 'Linter'],
  ])('of whose categories %s one comes in a single part', (_, other) => {
    const js = (...rules: string[]) =>
      logOf(
        rules.map((rule) => result(rule)),
        { automationDetails: { id: 'js/' } },
      );
    const java = (...rules: string[]) =>
      logOf(
        rules.map((rule) => result(rule)),
        {
          automationDetails: { id: 'java/' },
          tool: { driver: { name: other } },
        },
      );
    const both = (...rules: string[]) => ({
      ...js(),
      runs: [js(), java(...rules)].flatMap(({ runs }) => runs),
    });
    beforeEach(async () => {
      await send(js('A', 'B'), part(1));
      await send(both('C', 'D'), part(2));
    });

    test('is complete with the last of them, night by night, in either order', async () => {
      expect(await send(js('A'), part(1))).toMatchObject({ resolved: 0 });
      expect(issues().open).toEqual(['A', 'B', 'C', 'D']);
      const last = await send(both('D'), part(2));
      expect(last).toMatchObject({ done: true, resolved: 2 });
      expect(last).not.toHaveProperty('incomplete');
      expect(issues().open).toEqual(['A', 'D']);
      await send(both(), part(2));
      expect(await send(js('A', 'E'), part(1))).toMatchObject({ resolved: 1 });
      expect(issues().open).toEqual(['A', 'E']);
    });

    test('resolves nothing of it that came between a part that does not hold it and the one that does', async () => {
      await send(js('A'), part(1, 'v'));
      world.clock.advance(1_000);
      await portal.post('/v1/products/shop/reports/sarif', java('C', 'NEWER'));
      await world.settle();
      world.clock.advance(1_000);
      expect(await send(both('D'), part(2, 'v'))).toHaveProperty('incomplete');
      expect(issues().open).toEqual(['A', 'C', 'D', 'NEWER']);
      for (const number of [1, 2]) await send(number === 1 ? js('A') : both('D'), part(number, 'w'));
      expect(issues().open).toEqual(['A', 'D']);
    });

    test('is complete though both come at once, and though a worker dies at any time', async () => {
      for (const deadAfter of [0, 4, 8, 12, 16, 20, 24]) {
        const upload = `dies-${String(deadAfter)}`;
        if (deadAfter > 0) world.host.faults.add(crashAfterCall(deadAfter, { on: 'kvs' }));
        await Promise.all([
          sendUntilTaken(part(1, upload), js('A')),
          sendUntilTaken(part(2, upload), both('D')),
        ]);
        await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 40 * 60_000 });
        world.host.faults.clear();
        expect(issues().open).toEqual(['A', 'D']);
        await send(js('A', 'B'), part(1, `${upload}-all`));
        await send(both('C', 'D'), part(2, `${upload}-all`));
        expect(issues().open).toEqual(['A', 'B', 'C', 'D']);
      }
    });
  });

  test('resolves nothing that another report, large or not, named since its first part', async () => {
    await send(named('A', 'B', 'C'));
    await send(named('A'), part(1, 'one'));
    world.clock.advance(1_000);
    await send(named('A', 'NEWER'), part(1, 'other'));
    world.clock.advance(1_000);
    await portal.post('/v1/products/shop/reports/sarif', named('PARTIAL'));
    expect(await send(named('B'), part(2, 'one'))).toMatchObject({ resolved: 1 });
    expect(issues().open).toEqual(['A', 'B', 'NEWER', 'PARTIAL']);
    await send(named('B'), part(2, 'other'));
    expect(issues().open).toEqual(['A', 'B', 'NEWER', 'PARTIAL']);
  });

  test('of which one failed resolves nothing', async () => {
    await send(named('A', 'B'));
    await send(logOf([], { invocations: [{ executionSuccessful: false }] }), part(1));
    expect(await send(named('A'), part(2))).toMatchObject({ resolved: 0 });
    expect(issues().open).toEqual(['A', 'B']);
  });
});

test('two reports at once give each result one issue', async () => {
  const post = (document: unknown) => portal.post('/v1/products/shop/reports/sarif?complete=true', document);
  await Promise.all([post(named('A', 'B', 'C')), post(named('C', 'B', 'A'))]);
  await world.settle();
  expect(issues()).toEqual({ open: ['A', 'B', 'C'], all: 3 });
});

test('after a day all is handed on again, so that nothing that was forgotten stays so', async () => {
  await send(named('A'));
  const activities = async () => (await world.admin('activity.list', {})).activities.length;
  const before = await activities();
  await send(named('A'));
  expect(await activities()).toBe(before);
  world.clock.advance(86_400_000);
  await send(named('A'));
  expect(await activities()).toBe(before + 1);
});
