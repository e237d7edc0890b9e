/** What the web trigger itself needs: findings are checked and stored before the portal gets its answer. */
import { bodiesOf, buildFinding } from './findings';
import type { Row } from './measured';
import { places, setUp } from './setup';

const findings = 500;
const repeats = 5;

/** The first request of a fresh process, and the median of the next ones. CPU counts the stand-ins too. */
export async function runAccept(): Promise<Row[]> {
  const bench = await setUp({ product: places.product }, { callMs: 0, createMs: 0 });
  try {
    const rows: Row[] = [];
    for (let round = 0; round <= repeats; round += 1) {
      const list = Array.from({ length: findings }, (_, index) => buildFinding(round * findings + index));
      const [body = ''] = bodiesOf(list);
      const measured = await bench.meter.measure(() => bench.portal.post('/v1/findings', body));
      const verdicts = [{ what: 'CPU', value: measured.cpuMs / 1000, target: 1, unit: 's' }];
      rows.push({ step: 'accepted', findings, measured, verdicts });
    }
    const [first, ...later] = rows;
    later.sort((one, other) => one.measured.cpuMs - other.measured.cpuMs);
    const median = later[Math.floor(later.length / 2)];
    return [
      ...(first ? [{ ...first, step: 'accepted, first request' }] : []),
      ...(median ? [{ ...median, step: `accepted, median of ${String(repeats)}` }] : []),
    ];
  } finally {
    bench.world.close();
  }
}
