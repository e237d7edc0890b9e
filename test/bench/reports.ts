/** What the door needs for the largest reports, by format. */
import { limits } from '../../src/contract/portal-api';
import { type Seen, usual, type Writer, writers } from '../formats/every/writers';
import { fastestCall } from './known-call';
import type { Row } from './measured';
import { type Bench, inBench } from './setup';

/** The process of the door gets no more. */
export const reportHeapMb = 256;

/** Each report goes through the whole web trigger, masking and storage included. */
export async function runReports(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const writer of writers) rows.push(await inBench((bench) => runOne(bench, writer)));
  return rows;
}

async function runOne(bench: Bench, writer: Writer): Promise<Row> {
  const path = `/v1/products/shop/reports/${writer.format}`;
  const { body, findings } = largest(writer);
  const measured = await fastestCall(bench, path, body, ({ status, json }) => {
    if (status !== 202) throw new Error(`${writer.format}: ${String(status)} ${JSON.stringify(json)}`);
  });
  const verdicts = [
    { what: 'CPU', value: measured.cpuMs / 1000, target: 2, unit: 's' },
    { what: 'heap', value: measured.peakHeapMb, target: reportHeapMb, unit: 'MB' },
  ];
  return { step: writer.format, findings, measured, verdicts };
}

/** As many results as a report may hold, or as fit into a request. */
export function largest(writer: Writer): { readonly body: string; readonly findings: number } {
  const all = Array.from({ length: limits.reportResults }, (_, index): Seen => ({
    rule: index % 200,
    place: Math.floor(index / 200),
  }));
  const whole = bodyOf(writer, all);
  const share = Math.min(1, (limits.bodyBytes * 0.99) / Buffer.byteLength(whole));
  const some = all.slice(0, Math.floor(all.length * share));
  return { body: bodyOf(writer, some), findings: some.length };
}

/** No two results say the same. */
function bodyOf(writer: Writer, results: readonly Seen[]): string {
  let number = 0;
  return JSON.stringify(writer.write(results, usual)).replaceAll(usual.message, () => {
    number += 1;
    return `The value of parameter ${String(number)} is used unchecked`;
  });
}
