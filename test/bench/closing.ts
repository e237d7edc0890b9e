/** Product issues that developers finish: what it costs to close the security issues after them. */
import { bodiesOf, buildFindings } from './findings';
import type { Measured, Row } from './measured';
import { type Bench, places, send, setUp, usualDelays } from './setup';

const callsPerPair = 3;

/** Each product issue is done by a person; `atOnce`: in one bulk change, else one after the other. */
export async function runClosing(pairs: number, atOnce: boolean): Promise<Row[]> {
  const bench = await setUp({ product: places.product, security: places.security }, usualDelays);
  try {
    await send(bench, bodiesOf(buildFindings(pairs)));
    const keys = Array.from({ length: pairs }, (_, index) => `WEB-${String(index + 1)}`);
    const measured = await bench.meter.measure(() => finish(bench, keys, atOnce));
    return [rowOf(bench, pairs, atOnce, measured)];
  } finally {
    bench.world.close();
  }
}

async function finish({ world }: Bench, keys: readonly string[], atOnce: boolean): Promise<void> {
  for (const key of keys) {
    world.move(key, 'Done');
    if (!atOnce) await world.settle();
  }
  await world.settle();
}

function rowOf({ world }: Bench, pairs: number, atOnce: boolean, measured: Measured): Row {
  const { issues, statuses } = world.site.world.state;
  const open = [...issues.values()].filter(
    ({ key, statusId }) => key.startsWith('SAFE-') && statuses.get(statusId)?.category !== 'DONE',
  );
  return {
    step: atOnce ? 'product done, all at once' : 'product done, one by one',
    findings: pairs,
    measured,
    verdicts: [{ what: 'calls per pair', value: measured.calls / pairs, target: callsPerPair }],
    ...(open.length > 0 ? { wrong: `${String(open.length)} security issues are still open` } : {}),
  };
}
