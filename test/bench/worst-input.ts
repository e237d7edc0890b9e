/** What the worst input costs: before the caller is known, a request, a finding. */
import { Accepted } from '../../src/contract/portal-api';
import { description } from '../../src/mappings/description';
import { inputOf } from '../mappings/input';
import { signedHeaders } from '../sandbox/signed-call';
import { fastestCall } from './known-call';
import type { Measured, Row } from './measured';
import { fastest } from './meter';
import { type Bench, inBench } from './setup';
import { worstBodies, worstIds, worstReports, worstTexts } from './worst-texts';

/** The process gets 450 MB: nothing may need more. */
export const worstHeapMb = 450;

type Call = (bench: Bench) => Promise<{ readonly status: number }>;

const json = { 'content-type': 'application/json' };
const large = '"'.padEnd(3_999_000, 'ä'.repeat(2)).slice(0, 1_990_000);

function unsigned(method: string, path: string, headers: Record<string, string> = {}, body = ''): Call {
  return ({ portal }) => portal.raw(method, path, headers, body);
}

function wronglySigned(body: string): Call {
  return ({ portal, world }) => {
    const timestamp = String(Math.floor(world.clock.now() / 1000));
    const headers = signedHeaders('whsec_AAAA', { id: 'x', timestamp, content: 'other' });
    return portal.raw('POST', '/v1/findings', { ...json, ...headers }, body);
  };
}

const strangers: Readonly<Record<string, Call>> = {
  'a wrong signature over 4 MB': wronglySigned(large),
  'no signature over 4 MB': unsigned('POST', '/v1/findings', json, large),
  'a token form of 200 kB': unsigned(
    'POST',
    '/oauth/token',
    { 'content-type': 'application/x-www-form-urlencoded' },
    'a=1&b=2&'.repeat(25_000),
  ),
  'a token form of 8 kB': unsigned(
    'POST',
    '/oauth/token',
    { 'content-type': 'application/x-www-form-urlencoded' },
    Array.from({ length: 1_000 }, (_, index) => `f${String(index)}=1`).join('&'),
  ),
  'a header of 200 kB': unsigned('GET', '/v1/ping', { authorization: `Basic ${'a'.repeat(200_000)}` }),
  '5,000 headers': unsigned(
    'GET',
    '/v1/ping',
    Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`x-header-${String(index)}`, 'a'])),
  ),
  'a path of 200 kB': unsigned('GET', `/v1/products/${'reports/'.repeat(25_000)}`),
  'the description of the API': unsigned('GET', '/v1/openapi.json'),
};

/** The CPU of the same bytes refused by their headers alone is the stand-in's; what is more is the app's. */
export async function runStrangers(): Promise<Row[]> {
  return inBench(async (bench) => {
    const rows: Row[] = [];
    for (const [step, call] of Object.entries(strangers)) {
      await call(bench);
      const base = await bench.meter.measure(() =>
        bench.portal.raw(
          'POST',
          '/v1/findings',
          { 'content-type': 'text/plain' },
          step.includes('4 MB') ? large : '',
        ),
      );
      const measured = await fastest(bench.meter, () => call(bench));
      const cpuMs = Math.max(0, measured.cpuMs - base.cpuMs);
      rows.push(
        rowOf(step, { ...measured, cpuMs }, 0.05, [{ what: 'reads', value: measured.reads, target: 4 }]),
      );
    }
    return rows;
  });
}

/** What a known caller may send at once, through the whole web trigger. */
export async function runRequests(): Promise<Row[]> {
  const sent: (readonly [step: string, path: string, body: () => string])[] = [
    ...Object.entries(worstBodies).map(([step, body]) => [step, '/v1/findings', body] as const),
    ...Object.entries(worstReports).map(
      ([step, body]) => [`SARIF: ${step}`, '/v1/products/p/reports/sarif', body] as const,
    ),
    ['ids that are none', '/v1/findings/lookup', () => worstIds],
  ];
  const rows: Row[] = [];
  for (const [step, path, body] of sent)
    rows.push(await inBench((bench) => runRequest(bench, step, path, body())));
  return rows;
}

async function runRequest(bench: Bench, step: string, path: string, body: string): Promise<Row> {
  let accepted = 0;
  const measured = await fastestCall(bench, path, body, ({ status, json }) => {
    if (status >= 500) throw new Error(`${step}: ${String(status)} ${JSON.stringify(json)}`);
    accepted = status === 202 ? Accepted.parse(json).accepted : 0;
  });
  return rowOf(`${step} (${String(accepted)} accepted)`, measured, 2);
}

/** A finding with the worst texts, on its way into an issue. */
export async function runFindings(): Promise<Row[]> {
  return inBench(async ({ meter }) => {
    const rows: Row[] = [];
    for (const [step, text] of Object.entries(worstTexts)) {
      const input = inputOf({ description: text.slice(0, 100_000), remediation: text.slice(0, 49_000) });
      const measured = await fastest(meter, () => Promise.resolve(description.draft(input)));
      rows.push(rowOf(step, measured, 0.5));
    }
    return rows;
  });
}

function rowOf(step: string, measured: Measured, seconds: number, more: Row['verdicts'] = []): Row {
  const cpu = { what: 'CPU', value: measured.cpuMs / 1000, target: seconds, unit: 's' };
  const heap = { what: 'heap', value: measured.peakHeapMb, target: worstHeapMb, unit: 'MB' };
  return { step, findings: 1, measured, verdicts: [cpu, heap, ...more] };
}
