import type { FindingInput } from '../../../src/contract/finding';
import { formats } from '../../../src/formats';
import type { ReportReading } from '../../../src/formats/format';
import { sourceOf } from '../../../src/formats/source';

export type Fields = Readonly<Record<string, unknown>>;
type Read = Extract<ReportReading, { ok: true }>;

/** Reads a document that has to be a report. */
export function read(format: string, document: unknown): Read {
  const reading = tried(format, document);
  if (!reading?.ok) throw new Error(JSON.stringify(reading));
  return reading;
}

/** Reads a document that may be none. */
export function tried(format: string, document: unknown): ReportReading | undefined {
  return formats.get(format)?.read(sourceOf(JSON.stringify(document)), { product: 'Shop' });
}

/** The finding of a report of one. */
export function only(format: string, document: unknown): Omit<FindingInput, 'id'> {
  const { results } = read(format, document);
  const [first] = results;
  if (first === undefined || results.length > 1) throw new Error(`${String(results.length)} results`);
  return first.finding;
}

export const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N';
