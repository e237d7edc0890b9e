/** What a receipt tells of a report so far, told again as often as a worker died over it. */
import type { PartOutcome, Refused, ReportOutcome } from '../../contract/inbox';
import type { StoredReport, StoredResult } from '../../contract/stored/reports';
import { sha256 } from '../../core/data/hash';
import type { ReportPart } from '../../formats/format';
import type { Ports } from '../ports';

export interface ChunkHead {
  readonly id: string;
  readonly findings: number;
  readonly ids: readonly string[];
}

export interface Receipt {
  readonly chunks: readonly ChunkHead[];
  readonly outcome: ReportOutcome;
  readonly refused?: Refused | undefined;
}

/** One tool and scope of a report, with the results that it brings. */
export interface PartToName {
  readonly connection: string;
  readonly report: StoredReport;
  readonly part: ReportPart;
  readonly index: number;
  readonly results: readonly StoredResult[];
  readonly receipt: Receipt;
  readonly isLast: boolean;
  /** All pieces of the large report are worked in, of which the first was accepted then (ms). */
  readonly allSince?: number;
}

/** Parts of a piece that it holds nothing of begin to count here. */
const firstPosition = 1_000;

/** A place for a part beside the parts of any report: the same in all pieces, and however often a worker dies over it. */
export function positionOf({ tool, scope }: Pick<ReportPart, 'tool' | 'scope'>): number {
  return firstPosition + Number.parseInt(sha256(JSON.stringify([tool, scope])).slice(0, 12), 16);
}

/** The receipt as it was written last; undefined: it is older than receipts last. */
export async function readReportReceipt(
  ports: Ports,
  connection: string,
  { id }: Pick<StoredReport, 'id'>,
): Promise<(Receipt & { readonly acceptedAt: number }) | undefined> {
  const found = await ports.inbox.receipt(connection, id);
  if (!found) return undefined;
  const chunks = found.head.chunks.flatMap((chunk, index) =>
    // Stands for the report itself, as long as nothing of it is named.
    chunk.id === `${id}-0` ? [] : [{ ...chunk, ids: found.ids[index] ?? [] }],
  );
  const { report = { named: false }, acceptedAt, refused } = found.head;
  return { chunks, outcome: report, acceptedAt, refused };
}

export async function writeReportReceipt(
  ports: Ports,
  connection: string,
  { id, acceptedAt }: Pick<StoredReport, 'id' | 'acceptedAt'>,
  { chunks, outcome, refused }: Receipt,
): Promise<void> {
  await ports.inbox.putReceipt(
    {
      receipt: id,
      connection,
      acceptedAt,
      report: outcome,
      ...(refused && { refused }),
      chunks: chunks.map((chunk) => ({ id: chunk.id, findings: chunk.findings })),
    },
    chunks.map(({ ids }) => ids),
  );
}

/** The receipt with what a part came to, in the place of what was told of that part before. */
export function withPart(
  { chunks, outcome, refused }: Receipt,
  { complete }: Pick<StoredReport, 'complete'>,
  part: { readonly index: number; readonly chunks: readonly ChunkHead[]; readonly outcome: PartOutcome },
): Receipt {
  const parts = { ...outcome.parts, [String(part.index)]: part.outcome };
  const told = Object.values(parts);
  const incomplete = told.find((one) => one.incomplete !== undefined)?.incomplete;
  const renewed = new Set(part.chunks.map(({ id }) => id));
  return {
    refused,
    chunks: [...chunks.filter(({ id }) => !renewed.has(id)), ...part.chunks],
    outcome: {
      named: outcome.named,
      ...(complete && { resolved: told.reduce((sum, { resolved }) => sum + resolved, 0) }),
      ...(incomplete !== undefined && { incomplete }),
      parts,
    },
  };
}
