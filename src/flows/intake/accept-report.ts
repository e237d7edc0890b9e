/** A scanner's report into storage. Its results get their identities later, one report of a scope at a time. */
import type { Finding } from '../../contract/finding';
import { type MaskedCounts, totalCounts } from '../../contract/masking';
import type { SnapshotItem } from '../../contract/inbox';
import type { Accepted, Rejected } from '../../contract/portal-api';
import {
  type Piece,
  reportVersion,
  type StoredReport,
  type StoredResult,
} from '../../contract/stored/reports';
import { sha256 } from '../../core/data/hash';
import { remembered } from '../../core/data/remembered';
import { lifecycleOf } from '../../core/sync/lifecycle';
import type { ReadResult, RejectedResult, ReportPart } from '../../formats/format';
import { maskFindings } from '../../masking/mask-findings';
import type { Ports } from '../ports';
import { sortFindings } from './accept-findings';
import { refusedOf } from './refused-of';
import { noteUnchanged } from './unchanged-report';
import { chunksOf, putAll, ringFor } from '../records/put-chunks';

/** A report as it was read, and what the caller says of it. */
export interface ReportToAccept {
  readonly product: string;
  readonly results: readonly ReadResult[];
  readonly parts: readonly ReportPart[];
  readonly rejected: readonly RejectedResult[];
  readonly complete: boolean;
  /** Goes before what the report says of itself. */
  readonly scope?: string;
  readonly piece?: Piece;
  /** What was masked already. */
  readonly masked: MaskedCounts;
}

export type AcceptedReport =
  | { readonly ok: true; readonly body: Accepted }
  /** None of its results is valid, and there are some. */
  | { readonly ok: false; readonly rejected: readonly Rejected[] };

/**
 * Puts a report into the inbox and rings the bell. A report without results is good news, no error.
 * @throws when storage fails; then nothing was accepted.
 */
export async function acceptReport(
  ports: Ports,
  connection: string,
  report: ReportToAccept,
): Promise<AcceptedReport> {
  const { valid, rejected, masked } = await validate(ports, report);
  if (valid.length === 0 && rejected.length > 0) return { ok: false, rejected };
  const acceptedAt = ports.now();
  const id = ports.newId();
  const { results, parts } = grouped(valid, report, rejected);
  const head = { receipt: id, connection, acceptedAt, ...refusedOf(rejected) };
  const body = { receipt: id, accepted: valid.length, rejected: [...rejected] };
  const { product, complete, piece } = report;
  const claim = { product, complete, parts: [...parts], acceptedAt, ...(piece && { piece }) };
  await ports.products.note([product], acceptedAt);
  const sameAs = await noteUnchanged(ports, connection, claim, results);
  if (sameAs !== undefined) {
    const told = { named: true, resolved: 0, parts: {}, sameAs };
    await ports.inbox.putReceipt({ ...head, chunks: [], report: told }, []);
    return { ok: true, body };
  }
  const chunk = `${id}-0`;
  // Where nothing is to be named and nothing can be gone, nobody has to wait.
  const named = results.length === 0 && !report.complete;
  await ports.inbox.putReceipt({ ...head, chunks: [{ id: chunk, findings: 0 }], report: { named } }, [[]]);
  const stored: StoredReport = {
    v: reportVersion,
    id,
    ...claim,
    values: await ports.reports.put(id, results),
    ...(masked && { masked }),
  };
  const chunks = chunksOf(ports, connection, id, [{ report: stored, seenAt: acceptedAt }]);
  await putAll(ports, chunks);
  await ringFor(
    ports,
    chunks.map(({ mark: one }) => one),
  );
  return { ok: true, body };
}

interface Valid {
  readonly read: ReadResult;
  readonly finding: SnapshotItem['finding'];
  /** The report itself says that it is not open. */
  readonly isShut: boolean;
}

/** Checks each result by itself, under a stand-in for the id that it does not have yet. */
async function validate(
  ports: Ports,
  { results, rejected: unreadable, masked }: ReportToAccept,
): Promise<{ valid: Valid[]; rejected: Rejected[]; masked: MaskedCounts | undefined }> {
  const { document } = await ports.settings.read();
  const inputs = results.map(({ finding }) => ({ ...finding, id: 'result' }));
  const { items, rejected } = sortFindings(inputs, document, ports.now(), '');
  const invalid = new Set(rejected.map(({ index }) => index));
  const kept = results.filter((_, index) => !invalid.has(index));
  // Again: a message may hold a secret only once its arguments are filled in.
  const filled = await maskFindings(
    items.flatMap((item) => ('finding' in item ? [item.finding] : [])),
    document.masking,
  );
  const valid = kept.flatMap((read, index) => {
    const finding = filled[index]?.finding;
    if (!finding) return [];
    return [{ read, finding, isShut: lifecycleOf(finding.status, document) !== 'open' }];
  });
  return {
    valid,
    masked: totalCounts([masked, ...filled.map(({ counts }) => counts)]),
    rejected: [
      ...unreadable.map(({ index, errors }) => ({ index, errors: [...errors] })),
      ...rejected.map(({ index, errors }) => ({ index: results[index]?.index ?? index, errors })),
    ],
  };
}

/** Parts of one tool and scope are one part. What was refused is still there: then absence proves nothing. */
function grouped(
  valid: readonly Valid[],
  { results, parts, scope }: ReportToAccept,
  rejected: readonly Rejected[],
): { results: StoredResult[]; parts: ReportPart[] } {
  const refused = new Set(rejected.map(({ index }) => index));
  const broken = new Set(results.filter(({ index }) => refused.has(index)).map(({ part }) => part));
  const merged: ReportPart[] = [];
  const positions = parts.map((part, index) => {
    const own = scope === undefined ? part.scope : `scope=${scope}`;
    const found = merged.findIndex((one) => one.tool === part.tool && one.scope === own);
    const position = found < 0 ? merged.length : found;
    // The caller may know what the report does not say.
    const failure = scope !== undefined && part.incomplete === 'noScope' ? undefined : part.incomplete;
    const incomplete =
      merged[position]?.incomplete ?? failure ?? (broken.has(index) ? 'brokenResults' : undefined);
    merged[position] = { tool: part.tool, scope: own, ...(incomplete && { incomplete }) };
    return position;
  });
  const stored = valid.map(({ read, isShut, finding: { id: _, ...finding } }) => ({
    finding,
    marks: { ...read.marks, said: saidBy(finding), ...(isShut && { shut: true }) },
    part: positions[read.part] ?? 0,
  }));
  return { results: stored, parts: merged };
}

/** Findings come out of their schema with their keys in its order: thousands of them need no sorting. */
function saidBy(finding: Omit<Finding, 'id'>): string {
  const { description = '', remediation = '' } = finding;
  const short = { ...finding, description: shortly(description), remediation: shortly(remediation) };
  return sha256(JSON.stringify(short)).slice(0, 10);
}

/** What a rule says, all of its results say: long texts are hashed once. */
function shortly(text: string): string {
  return text.length > longText ? hashOf(text) : text;
}

const longText = 200;
const hashOf = remembered(sha256);
