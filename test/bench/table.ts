/** Tables for people, as plain text. */
import { usualQuota } from '../../src/core/jira/budget';
import { type ImportTimes, isMet, type Row, type Verdict } from './measured';

const columns = [
  'findings',
  'step',
  'Jira calls',
  'points',
  'busiest hour',
  '429s',
  'reads',
  'writes',
  'units r+w',
  'virtual s',
  'CPU s',
  'peak MB',
  'held MB',
  'target',
] as const;

/** One table with a title; numbers stand to the right. */
export function tableOf(title: string, rows: readonly Row[]): string {
  const cells = [[...columns], ...rows.map(cellsOf)];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const place = (cell: string, column: number) =>
    isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  const lines = cells.map((row) => row.map(place).join('  '));
  return [`\n${title}`, ...lines.map((line) => line.trimEnd())].join('\n');
}

function isText(column: number): boolean {
  return columns[column] === 'step' || columns[column] === 'target';
}

function cellsOf({ step, findings, measured, verdicts, wrong }: Row): string[] {
  const { calls, points, busiestHour, refused, reads, writes, readUnits, writeUnits } = measured;
  return [
    whole(findings),
    step,
    whole(calls),
    whole(points),
    whole(busiestHour),
    whole(refused),
    whole(reads),
    whole(writes),
    `${whole(readUnits)}+${whole(writeUnits)}`,
    (measured.virtualMs / 1000).toFixed(1),
    (measured.cpuMs / 1000).toFixed(2),
    measured.peakHeapMb.toFixed(0),
    measured.heldHeapMb.toFixed(0),
    wrong === undefined ? verdicts.map(verdictText).join(', ') : `WRONG: ${wrong}`,
  ];
}

function verdictText(verdict: Verdict): string {
  const unit = verdict.unit === undefined ? '' : ` ${verdict.unit}`;
  const limit = `${verdict.what} ≤ ${short(verdict.target)}${unit}`;
  return isMet(verdict) ? `${limit} met` : `${limit} MISSED (${short(verdict.value)})`;
}

function missText(verdict: Verdict): string {
  return [verdictText(verdict), ...(verdict.why === undefined ? [] : [verdict.why])].join(': ');
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function short(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

/** Calls by endpoint of each row that made any. */
export function endpointsOf(rows: readonly Row[]): string {
  const lines = rows
    .filter(({ measured }) => measured.calls > 0)
    .map(({ step, findings, measured }) => {
      const parts = Object.entries(measured.endpoints)
        .sort(([, one], [, other]) => other - one)
        .map(([endpoint, count]) => `${endpoint} ${whole(count)}`);
      return `  ${whole(findings)} ${step}: ${parts.join(', ')}`;
    });
  return ['Calls by endpoint', ...lines].join('\n');
}

/** How to read the tables. */
export const legend = [
  'Every call to Jira or storage takes 50 ms of virtual time, and each created issue 20 ms more.',
  'CPU and memory are those of the whole process: the app, the Forge host, and the Jira stand-in with its issues.',
  `Jira grants ${whole(usualQuota)} points an hour; each step begins at a full hour. 429s: calls refused for their rate.`,
  'units: storage requests of 10 KB, reads and writes. peak: heap with garbage; held: heap left after collecting.',
].join('\n');

/** The import, judged by its median. */
export function importText({ processes, bundleKb, wallMs, cpuMs }: ImportTimes): string {
  const median = (times: readonly number[]) => times[Math.floor(times.length / 2)] ?? Number.NaN;
  const verdict = { what: 'import', value: median(wallMs), target: 250, unit: 'ms' };
  const spread = `${short(Math.round(wallMs[0] ?? 0))} to ${short(Math.round(wallMs.at(-1) ?? 0))} ms`;
  return [
    `\nCold import of the handlers (webpack bundle of ${whole(bundleKb)} kB, not minified, ${String(processes)} fresh processes)`,
    `wall ${whole(median(wallMs))} ms (${spread}), CPU ${whole(median(cpuMs))} ms  ${verdictText(verdict)}`,
  ].join('\n');
}

/** The last lines: how many targets were met, and each that was not. */
export function summaryOf(rows: readonly { readonly title: string; readonly row: Row }[]): string {
  const verdicts = rows.flatMap(({ title, row }) => row.verdicts.map((verdict) => ({ title, row, verdict })));
  const missed = verdicts.filter(({ verdict }) => !isMet(verdict));
  const wrong = rows.filter(({ row }) => row.wrong !== undefined);
  return [
    `\n${String(verdicts.length - missed.length)} of ${String(verdicts.length)} targets met`,
    ...missed.map(
      ({ title, row, verdict }) =>
        `MISSED ${title}, ${whole(row.findings)} ${row.step}: ${missText(verdict)}`,
    ),
    ...wrong.map(
      ({ title, row }) => `WRONG ${title}, ${whole(row.findings)} ${row.step}: ${row.wrong ?? ''}`,
    ),
  ].join('\n');
}
