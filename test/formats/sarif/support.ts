import type { FindingInput } from '../../../src/contract/finding';
import type { ReportReading } from '../../../src/formats/format';
import { nameFindings } from '../../../src/formats/name-findings';
import { readSarif } from '../../../src/formats/sarif/read-sarif';

type Fields = Record<string, unknown>;
type Reading = Extract<ReportReading, { ok: true }>;
export interface Read extends Reading {
  readonly findings: readonly FindingInput[];
}

/** A log of one run with these results. */
export function logOf(results: readonly unknown[], run: Fields = {}): Fields {
  return { version: '2.1.0', runs: [{ tool: { driver: { name: 'Scanner' } }, results, ...run }] };
}

/** A run's tool with these rules. */
export function toolOf(...rules: Fields[]): Fields {
  return { tool: { driver: { name: 'Scanner', rules } } };
}

/** Reads a document that has to be a report. */
export function read(document: unknown, product = 'Shop'): Read {
  const reading = readSarif(document, { product });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return { ...reading, findings: nameFindings(reading, product) };
}

/** The finding of a single result. */
export function findingOf(result: Fields, run: Fields = {}): FindingInput {
  const { findings } = read(logOf([{ message: { text: 'Message' }, ...result }], run));
  const [finding] = findings;
  if (finding === undefined || findings.length > 1) throw new Error(`${String(findings.length)} findings`);
  return finding;
}

/** The locations of a result in a file. */
export function at(uri: string, startLine = 1, more: Fields = {}): Fields {
  return { locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine, ...more } } }] };
}

/** The ids of the findings of these results. */
export function idsOf(results: readonly Fields[], product = 'Shop'): string[] {
  return read(
    logOf(results.map((result) => ({ message: { text: 'Message' }, ...result }))),
    product,
  ).findings.map(({ id }) => id);
}
