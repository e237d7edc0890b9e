/** What every admin call, door and schedule costs in an installation after years of use. */
import { PEOPLE } from '../sandbox/jira/seed';
import type { AdminCall } from '../../src/contract/api';
import { bigSize, largeReceipt, seedBig } from './big-seed';
import { bodiesOf, buildFindings } from './findings';
import type { Measured, Row, Verdict } from './measured';
import { type Bench, places, setUp } from './setup';

/** Storage units and milliseconds that a call of a page, a portal or a person's event may take. */
const mostUnits = 200;
const mostMs = 2_000;
const latency = { kvs: 10, jira: 50, queue: 10, egress: 50 } as const;

type Step = (bench: Bench) => Promise<unknown>;

/** Every call, in the order of the table. */
export async function runBig(): Promise<Row[]> {
  let clockRuns = false;
  const bench = await setUp(
    { product: places.product, security: places.security },
    { callMs: 0, createMs: 20 },
    { latency: ({ on }) => (clockRuns ? latency[on] : 0) },
  );
  try {
    await seedBig(bench, bigSize);
    clockRuns = true;
    const rows: Row[] = [];
    for (const [step, act] of Object.entries(steps)) {
      let answer: unknown;
      const measured = await bench.meter.measure(async () => {
        answer = await act(bench);
      });
      const wrong = wrongIn(answer);
      rows.push({
        step,
        findings: bigSize.findings,
        measured,
        verdicts: step.startsWith('schedule') ? [] : verdictsOf(measured),
        ...(wrong === undefined ? {} : { wrong }),
      });
      bench.world.clock.advance(120_000);
    }
    return rows;
  } finally {
    bench.world.close();
  }
}

function verdictsOf({ readUnits, writeUnits, virtualMs }: Measured): Verdict[] {
  return [
    { what: 'units', value: readUnits + writeUnits, target: mostUnits },
    { what: 'time', value: virtualMs / 1000, target: mostMs / 1000, unit: 's' },
  ];
}

/** A call that is refused costs little and proves nothing. */
function wrongIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if ('error' in answer) return JSON.stringify(answer.error);
  if ('status' in answer && typeof answer.status === 'number' && answer.status >= 400)
    return `answered ${String(answer.status)}: ${JSON.stringify('json' in answer ? answer.json : '')}`;
  return undefined;
}

const seeded = 'zz000001';
const admin =
  (name: AdminCall, input: (bench: Bench) => unknown = () => ({})): Step =>
  (bench) =>
    bench.world.adminAs(PEOPLE.admin, name, input(bench));
const schedule =
  (key: string): Step =>
  ({ world }) =>
    world.host.runSchedule(key);
const ids = (count: number) => buildFindings(count).map(({ id }) => id);
const report = JSON.stringify({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'Scanner' } },
      results: Array.from({ length: 10_000 }, (_, index) => ({
        ruleId: `R${String(index % 100)}`,
        message: { text: `Unsanitised value ${String(index)}` },
        locations: [{ physicalLocation: { artifactLocation: { uri: `src/file-${String(index)}.ts` } } }],
      })),
    },
  ],
});
let job = '';

const steps: Readonly<Record<string, Step>> = {
  'activity.stats, first': admin('activity.stats'),
  'activity.stats': admin('activity.stats'),
  'activity.list': admin('activity.list'),
  'activity.list of a product': admin('activity.list', () => ({ product: 'product-00007' })),
  'activity.list of an outcome': admin('activity.list', () => ({ outcome: 'deleted' })),
  'activity.search for words': admin('activity.search', () => ({ text: 'seeded-5999' })),
  'activity.search of a product': admin('activity.search', () => ({ product: 'product-00007', text: 'x' })),
  'products.list': admin('products.list'),
  'products.list, the last by name': admin('products.list', () => ({ search: '01999' })),
  'audit.list': admin('audit.list'),
  'connections.list': admin('connections.list'),
  'connections.count': admin('connections.count', () => ({ connection: seeded })),
  'connections.test': admin('connections.test', ({ portal }) => ({ connection: portal.key })),
  'settings.get': admin('settings.get'),
  'settings.export': admin('settings.export'),
  'health.get': admin('health.get'),
  'health.get, now': admin('health.get', () => ({ now: true })),
  'deleting.preview': admin('deleting.preview', () => ({
    deleting: { enabled: true, graceDays: 0, hourlyCap: 100 },
  })),
  'findings.story': admin('findings.story', () => ({ connection: 'zz000000', finding: 'seeded-20007' })),
  'findings.preview': admin('findings.preview', () => ({ document: { findings: buildFindings(20) } })),
  'panel.get': ({ world }) =>
    world.host.invokeResolver(
      'jira:issuePanel',
      'finding',
      'panel.get',
      {},
      {
        accountId: PEOPLE.admin,
        extension: { issue: { id: issueId(world), key: 'WEB-1' } },
      },
    ),
  'an event of an issue': async ({ world }) => {
    world.move('WEB-900', 'Done');
    await world.settle();
  },
  'GET /v1/ping': ({ portal }) => portal.get('/v1/ping'),
  'POST /v1/findings (100)': ({ portal }) => portal.post('/v1/findings', bodiesOf(buildFindings(100))[0]),
  'POST /v1/findings/lookup (1,000)': ({ portal }) => portal.post('/v1/findings/lookup', { ids: ids(1000) }),
  'POST /v1/findings/lookup behind a backlog': ({ world }) =>
    asPortal(world, 'zz000000', (portal) => portal.post('/v1/findings/lookup', { ids: ids(1000) })),
  'POST reports, 10,000 results, complete': ({ portal }) =>
    portal.post('/v1/products/web/reports/sarif?complete=true', report),
  'GET /v1/receipts of 10,000': ({ world }) =>
    asPortal(world, 'zz000002', (portal) => portal.get(`/v1/receipts/${largeReceipt}`)),
  'receipts.find of 10,000': admin('receipts.find', () => ({ receipt: largeReceipt })),
  'POST /v1/findings/delete (1,000)': ({ portal }) => portal.post('/v1/findings/delete', { ids: ids(1000) }),
  'activity.retry of a cause': admin('activity.retry', () => ({ cause: 'required|1' })),
  'activity.retry of all': admin('activity.retry'),
  'connections.setPaused, going on': admin('connections.setPaused', () => ({
    connection: 'zz000000',
    paused: false,
  })),
  'connections.archive': admin('connections.archive', () => ({ connection: seeded })),
  'connections.restore': admin('connections.restore', () => ({ connection: seeded })),
  'connections.archive again': admin('connections.archive', () => ({ connection: seeded })),
  'connections.forget': async (bench) => {
    const answer = await admin('connections.forget', () => ({ connection: seeded }))(bench);
    job = (answer as { job: string }).job;
    return answer;
  },
  'jobs.get': admin('jobs.get', () => ({ job })),
  'settings.save': async ({ world }) => {
    const { versions, document } = await world.admin('settings.get', {});
    return world.adminAs(PEOPLE.admin, 'settings.save', {
      section: 'spaces',
      version: versions.spaces,
      value: document.spaces,
    });
  },
  'rebuild.start': admin('rebuild.start', ({ portal }) => ({ connection: portal.key })),
  'schedule sweep, a backlog': schedule('sweep'),
  'schedule sweep': schedule('sweep'),
  'schedule reconcile': schedule('reconcile'),
  'schedule daily': schedule('daily'),
  'schedule weekly': schedule('weekly'),
};

function issueId({ site }: Bench['world']): string {
  return [...site.world.state.issues.values()].find(({ key }) => key === 'WEB-1')?.id ?? '';
}

/** As the portal of a seeded connection, whose secret nobody knows: it gets a new one first. */
async function asPortal(
  world: Bench['world'],
  connection: string,
  ask: (portal: Bench['portal']) => Promise<unknown>,
): Promise<unknown> {
  const renewed = await world.admin('connections.revoke', { connection });
  const secret = 'secret' in renewed ? renewed.secret : '';
  return ask(world.portalWith(connection, renewed.baseUrl, secret));
}
