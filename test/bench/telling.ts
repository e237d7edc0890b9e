/** What it costs to tell a portal what happens in Jira, with a portal that is well, slow, down, or far behind. */
import { EventsBody, eventsAtOnce } from '../../src/contract/outbox';
import { entityName, keyOf, rowOf } from '../../src/gateways/store/outbox-blocks';
import { PEOPLE } from '../sandbox/jira/seed';
import { bodiesOf, buildFindings } from './findings';
import type { Measured, Row, Verdict } from './measured';
import { type Bench, places, send, setUp, usualDelays } from './setup';

const address = 'https://portal.example.com';
const answerMs = 200;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A portal at the other end: what it took, and when it was asked. */
interface Outside {
  status: number;
  readonly numbers: number[];
  readonly askedAt: number[];
}

/** Every row in a world of its own. */
export async function runTelling(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const run of [tellMove, deliverMany, beDown, intakeBesideMany]) rows.push(...(await run()));
  return rows;
}

async function open(): Promise<Bench & { readonly outside: Outside }> {
  const outside: Outside = { status: 204, numbers: [], askedAt: [] };
  const bench: Bench = await setUp({ product: places.product }, usualDelays, {
    latency: ({ on }) => (on === 'egress' ? answerMs : usualDelays.callMs),
    egress: (_url, { body }) => {
      outside.askedAt.push(bench.world.clock.now());
      const { events } = EventsBody.parse(JSON.parse(typeof body === 'string' ? body : ''));
      if (outside.status < 300) outside.numbers.push(...events.map(({ n }) => n));
      return Promise.resolve(new Response(null, { status: outside.status }));
    },
  });
  bench.world.host.egress.approve(`portal-${bench.portal.key}`, address);
  return { ...bench, outside };
}

async function hear({ world, portal }: Bench, mode: 'pull' | 'push'): Promise<void> {
  await world.admin('connections.setOutbound', { connection: portal.key, mode, url: `${address}/hook` });
}

async function tellMove(): Promise<Row[]> {
  const bench = await open();
  const { world, outside, meter } = bench;
  try {
    await hear(bench, 'push');
    await send(bench, bodiesOf(buildFindings(1)));
    const before = outside.numbers.length;
    const measured = await meter.measure(async () => {
      world.move('WEB-1', 'Done', PEOPLE.developer);
      await world.settle();
    });
    const told = outside.numbers.length - before;
    return [
      row(
        'a person’s move, pushed',
        1,
        measured,
        [
          { what: 'calls', value: measured.calls, target: 1 },
          { what: 'writes', value: measured.writes, target: 4 },
        ],
        told === 1 ? undefined : `${String(told)} events were told`,
      ),
    ];
  } finally {
    world.close();
  }
}

async function deliverMany(): Promise<Row[]> {
  const bench = await open();
  const { world, outside, meter } = bench;
  const events = 10_000;
  try {
    await hear(bench, 'pull');
    plantEvents(bench, events);
    const measured = await meter.measure(async () => {
      await hear(bench, 'push');
      await world.settle();
    });
    return [
      row(
        '10,000 events delivered, 200 ms an answer',
        events,
        measured,
        [{ what: 'time', value: measured.virtualMs / minuteMs, target: 15, unit: 'min' }],
        disorder(outside.numbers, events),
      ),
    ];
  } finally {
    world.close();
  }
}

async function beDown(): Promise<Row[]> {
  const bench = await open();
  const { world, outside, meter } = bench;
  try {
    await hear(bench, 'push');
    outside.status = 502;
    await send(bench, bodiesOf(buildFindings(10)));
    const measured = await meter.measure(() =>
      world.host.runUntilIdle({ schedules: true, maxVirtualMs: 5 * 24 * hourMs }),
    );
    const end = world.clock.now();
    const lately = outside.askedAt.filter((at) => at > end - 6 * hourMs).length;
    outside.status = 204;
    await world.host.runUntilIdle({ schedules: true, maxVirtualMs: 25 * hourMs });
    return [
      row(
        'a portal down for 5 days',
        10,
        measured,
        [{ what: 'calls to it in the last 6 h', value: lately, target: 1 }],
        disorder(outside.numbers, 20),
      ),
    ];
  } finally {
    world.close();
  }
}

/** The same findings come in beside nothing, and beside a hundred thousand events that nobody fetches. */
async function intakeBesideMany(): Promise<Row[]> {
  const beside = async (events: number): Promise<Measured> => {
    const bench = await open();
    try {
      await hear(bench, 'pull');
      plantEvents(bench, events);
      return await bench.meter.measure(() => send(bench, bodiesOf(buildFindings(100))));
    } finally {
      bench.world.close();
    }
  };
  const [none, many] = [await beside(0), await beside(100_000)];
  const share = many.virtualMs / none.virtualMs;
  return [
    row('100 findings come in, nothing waits', 100, none, []),
    row('the same, 100,000 events wait', 100, many, [{ what: 'time, by that', value: share, target: 1.1 }]),
  ];
}

/** Numbered events as an app of years would have left them. */
function plantEvents({ world, portal: { key } }: Bench, count: number): void {
  const { kvs } = world.host;
  const at = world.clock.now();
  const blocks = Array.from({ length: Math.ceil(count / eventsAtOnce) }, (_, index) => {
    const first = 1 + index * eventsAtOnce;
    const events = Array.from({ length: Math.min(eventsAtOnce, count - first + 1) }, (_, offset) => ({
      id: `planted-${String(first + offset)}`,
      type: 'finding.synced' as const,
      at,
      finding: { id: `F-${String(first + offset)}`, product: 'shop' },
      data: { state: 'synced' },
    }));
    return { key: keyOf(key, first), value: rowOf(key, { v: 1, first, at, events }) };
  });
  kvs.plant(blocks, entityName);
  if (count > 0) kvs.plant([{ key: `outbox-next:${key}`, value: count + 1 }]);
}

function disorder(numbers: readonly number[], count: number): string | undefined {
  const isAll = numbers.length === count && numbers.every((n, index) => n === index + 1);
  return isAll ? undefined : `${String(numbers.length)} of ${String(count)} events arrived, or not in order`;
}

function row(
  step: string,
  findings: number,
  measured: Measured,
  verdicts: readonly Verdict[],
  wrong?: string,
): Row {
  return { step, findings, measured, verdicts, ...(wrong === undefined ? {} : { wrong }) };
}
