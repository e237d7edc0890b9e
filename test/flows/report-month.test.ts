import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorld, type Portal, type World } from '../support/world';
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

/** Numbers below `most` that look random and are the same every time. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

interface Pipeline {
  readonly scanner: string;
  readonly repository: string;
}
const pipelines: readonly Pipeline[] = ['one', 'two'].flatMap((scanner) =>
  ['web', 'api'].map((repository) => ({ scanner, repository })),
);
const categories = ['source', 'image'];

/** The word by which a result is told in the summary of its issue. */
const wordOf = ({ scanner, repository }: Pipeline, number: number) =>
  `${scanner}${repository}${String(number)}`;

function reportOf(pipeline: Pipeline, category: string, numbers: readonly number[], day: number): unknown {
  const results = numbers.map((number) => ({
    ruleId: `R${String(number % 4)}`,
    message: { text: `Words of ${wordOf(pipeline, number)}` },
    ...at(`src/f${String(number)}.c`, 1 + ((number + day) % 90)),
  }));
  return logOf(results, {
    tool: { driver: { name: pipeline.scanner } },
    automationDetails: { id: `${category}/${String(day)}` },
    versionControlProvenance: [{ repositoryUri: `https://code.example/${pipeline.repository}` }],
  });
}

const post = (document: unknown, query = '') =>
  portal.post(`/v1/products/shop/reports/sarif?complete=true${query}`, document);

/** All of a report at once, twice, or in parts, as pipelines do. */
async function send(
  pipeline: Pipeline,
  category: string,
  numbers: readonly number[],
  day: number,
  way: number,
): Promise<void> {
  if (way > 1) {
    await post(reportOf(pipeline, category, numbers, day));
    if (way === 2) await post(reportOf(pipeline, category, numbers, day));
    return;
  }
  const middle = Math.ceil(numbers.length / 2);
  const parts = [numbers.slice(0, middle), numbers.slice(middle)];
  for (const [index, some] of (way === 0 ? parts : parts.toReversed()).entries()) {
    const number = way === 0 ? index + 1 : 2 - index;
    await post(reportOf(pipeline, category, some, day), `&part=${String(number)}-of-2&upload=nightly`);
  }
}

function openWords(): string[] {
  const all = [...world.site.world.state.issues.values()].map(({ key }) => world.fields(key)) as unknown as {
    summary: string;
    status: { name: string };
  }[];
  return all
    .filter(({ status }) => status.name !== 'Done')
    .map(({ summary }) => /of (\w+)/.exec(summary)?.[1] ?? summary)
    .sort();
}

test('a month of complete reports of two scanners, repositories and categories leaves open what they hold', async () => {
  const roll = dice(11);
  const held = new Map<string, { readonly pipeline: Pipeline; readonly numbers: readonly number[] }>();
  for (let day = 1; day <= 30; day += 1) {
    const sendings: Promise<void>[] = [];
    for (const pipeline of pipelines) {
      const category = categories[roll(2)] ?? '';
      const numbers = Array.from({ length: 6 }, (_, number) => number).filter(() => roll(3) > 0);
      held.set(`${pipeline.scanner} ${pipeline.repository} ${category}`, { pipeline, numbers });
      const sending = send(pipeline, category, numbers, day, roll(5));
      // Some come at once, some one after the other.
      if (roll(2) === 0) await sending;
      sendings.push(sending);
    }
    await Promise.all(sendings);
    await world.settle();
    world.clock.advance(86_400_000);
    const expected = [...held.values()].flatMap(({ pipeline, numbers }) =>
      numbers.map((number) => wordOf(pipeline, number)),
    );
    expect([day, openWords()]).toEqual([day, [...new Set(expected)].sort()]);
  }
  expect(world.site.world.state.issues.size).toBeLessThanOrEqual(24);
}, 300_000);

test.each(['clang', 'eslint', 'secretlint'])(
  'the report of %s a second time changes nothing',
  async (name) => {
    const report = readFileSync(join(__dirname, `../fixtures/${name}.sarif`), 'utf8');
    const told = async ({ receipt }: { receipt: string }) =>
      (await portal.get(`/v1/receipts/${receipt}`)).json as { findings: unknown[] };
    const first = (await post(report)).json as { receipt: string };
    await world.settle();
    const { findings } = await told(first);
    const before = openWords();
    world.jiraCalls();
    const use = { ...world.host.kvs.use };
    const second = (await post(report)).json as { receipt: string };
    await world.settle();
    const units = world.host.kvs.use;
    expect(units.readUnits + units.writeUnits - use.readUnits - use.writeUnits).toBeLessThan(30);
    expect(world.jiraCalls()).toEqual([]);
    expect(openWords()).toEqual(before);
    expect(await told(second)).toMatchObject({ done: true, resolved: 0, new: {}, findings });
  },
);
