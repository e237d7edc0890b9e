/** What deciding costs, and what a simulation of the last findings costs. */
import { Finding } from '../../src/contract/finding';
import { defaultSettings, Rules, type SettingsDocument, Space } from '../../src/contract/settings';
import { decide } from '../../src/core/sync/decide';
import { bodiesOf, buildFinding, buildFindings } from './findings';
import type { Row } from './measured';
import { fastest } from './meter';
import { places, send, setUp, usualDelays } from './setup';

const decided = 10_000;
const simulated = 500;

/** A hundred rules of several conditions each, of which few take anything. */
function hundredRules(): SettingsDocument['rules'] {
  return Rules.parse(
    Array.from({ length: 100 }, (_, number) => ({
      id: `rule-${String(number)}`,
      name: `Rule ${String(number)}`,
      when: {
        all: [
          { field: 'lifecycle', op: 'is', value: 'open' },
          {
            any: [
              { field: 'location.component', op: 'matches', value: `pkg:npm/lib-${String(number)}*` },
              {
                all: [
                  { field: 'cvss.score', op: 'atLeast', value: 9.9 },
                  { field: 'tags', op: 'contains', value: `team-${String(number)}` },
                ],
              },
            ],
          },
        ],
      },
    })),
  );
}

/** The virtual time is that of a simulation; deciding has none. */
export async function runRules(): Promise<Row[]> {
  const bench = await setUp({ product: places.product, security: places.security }, usualDelays);
  try {
    return [await decideAll(bench), await simulate(bench)];
  } finally {
    bench.world.close();
  }
}

type Bench = Awaited<ReturnType<typeof setUp>>;

async function decideAll({ meter }: Bench): Promise<Row> {
  const spaces = { product: Space.parse({ enabled: true }), security: Space.parse({ enabled: true }) };
  const settings = { ...defaultSettings(), spaces, rules: hundredRules() };
  const findings = Array.from({ length: decided }, (_, number) => Finding.parse(buildFinding(number)));
  const measured = await fastest(meter, () => {
    for (const finding of findings) decide({ finding, lifecycle: 'open', connection: 'c' }, settings);
    return Promise.resolve();
  });
  const verdicts = [{ what: 'CPU', value: measured.cpuMs / 1000, target: 1, unit: 's' }];
  return { step: 'decided by 100 rules', findings: decided, measured, verdicts };
}

async function simulate(bench: Bench): Promise<Row> {
  const { world, meter } = bench;
  await send(bench, bodiesOf(buildFindings(simulated)));
  const issues = world.site.world.state.issues.size;
  let job = '';
  const measured = await meter.measure(async () => {
    ({ job } = await world.admin('rules.simulate', { rules: hundredRules() }));
    await world.settle();
  });
  const { done, seen } = await world.admin('jobs.get', { job });
  const isRight = done && seen === simulated && world.site.world.state.issues.size === issues;
  return {
    step: 'simulated by 100 rules',
    findings: simulated,
    measured,
    verdicts: [{ what: 'time', value: measured.virtualMs / 1000, target: 10, unit: 's' }],
    ...(isRight ? {} : { wrong: 'the simulation is not done, or wrote issues' }),
  };
}
