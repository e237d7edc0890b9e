/** Events of issues that are none of the app's business. */
import { join } from 'node:path';
import type { Manifest } from '../sandbox/forge/manifest';
import { readManifest } from '../sandbox/forge/manifest';
import { PEOPLE } from '../sandbox/jira/seed';
import type { Row } from './measured';
import { bodiesOf, buildFindings } from './findings';
import { type Bench, places, send, setUp, usualDelays } from './setup';

const moves = 100;
const trigger = 'core:trigger issue-events';

/** People move issues of their own: with the filter of the manifest, without it, and with an identity that is a fake. */
export async function runForeign(): Promise<Row[]> {
  const manifest = readManifest(join(__dirname, '../..'));
  return [
    await runOne('event of a foreign issue', manifest, false),
    await runOne('the same, filter off', withoutFilter(manifest), false),
    await runOne('the same, filter off, forged identity', withoutFilter(manifest), true),
  ];
}

async function runOne(step: string, manifest: Manifest, forged: boolean): Promise<Row> {
  const bench = await setUp({ product: places.product }, usualDelays, { manifest });
  try {
    const key = await createForeign(bench, forged);
    // What setting up left to do is no cost of these events.
    await bench.world.settle();
    const measured = await bench.meter.measure(async () => {
      for (let move = 0; move < moves; move += 1) bench.world.move(key, move % 2 === 0 ? 'Done' : 'To Do');
      await bench.world.settle();
    });
    const invocations = measured.invocations[trigger] ?? 0;
    const isFiltered =
      manifest.modules.trigger?.some(({ filter }) => filter?.expression !== undefined) ?? false;
    const limit = isFiltered
      ? { what: 'invocations per event', value: invocations / moves, target: 0 }
      : { what: 'storage reads per event', value: measured.reads / moves, target: 1 };
    const verdicts = [limit, { what: 'calls', value: measured.calls, target: 0 }];
    const unheard = !isFiltered && invocations < moves ? { wrong: 'not every event was delivered' } : {};
    return { step, findings: moves, measured, verdicts, ...unheard };
  } finally {
    bench.world.close();
  }
}

/** An issue of a person's own; the forged identity is copied from a true issue of the app. */
async function createForeign(bench: Bench, forged: boolean): Promise<string> {
  const { world } = bench;
  const { site } = world;
  const as = PEOPLE.developer;
  const fields = {
    project: world.ref('project', 'WEB'),
    issuetype: world.ref('type', 'WEB', 'Task'),
    summary: 'Order more coffee',
  };
  const created = site.call({ method: 'POST', path: '/rest/api/3/issue', as, body: { fields } });
  const { key } = created.data as unknown as { key: string };
  if (!forged) return key;
  await send(bench, bodiesOf(buildFindings(1)));
  const ours = [...site.world.state.issues.values()].find((issue) => 'security-finding' in issue.properties);
  const path = `/rest/api/3/issue/${key}/properties/security-finding`;
  const body = ours?.properties['security-finding'] ?? null;
  const put = site.call({ method: 'PUT', path, as, body });
  if (put.status !== 201) throw new Error(`Forging an identity failed: ${String(put.status)}`);
  return key;
}

function withoutFilter(manifest: Manifest): Manifest {
  const trigger = manifest.modules.trigger?.map(({ filter: _filter, ...rest }) => rest) ?? [];
  return { ...manifest, modules: { ...manifest.modules, trigger } };
}
