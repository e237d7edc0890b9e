/** A large report is complete once all its pieces are worked in, also where a piece holds nothing of a tool or scope. */
import type { ReportFamily, ScopeState, StoredReport, UploadState } from '../../contract/stored/reports';
import { reportVersion } from '../../contract/stored/reports';
import { goesOn, mostUploads } from '../../formats/matching/completeness';
import type { Ports } from '../ports';
import { familyKey, uploadsKey } from '../records/report-family';
import { namePart } from './name-report-part';
import { positionOf, type Receipt } from './report-receipt';

type PieceOfReport = StoredReport & Required<Pick<StoredReport, 'piece'>>;

/**
 * Notes that the piece is worked in. With the last one, what no piece named is gone from the scopes that wait for pieces.
 * `busy`: somebody else works in a report of one of the tools, or noted another piece just now.
 */
export async function finishUpload(
  ports: Ports,
  connection: string,
  report: PieceOfReport,
  receipt: Receipt,
): Promise<Receipt | 'busy'> {
  const upload = await noteUpload(ports, connection, report);
  if (!upload) return 'busy';
  if (upload.numbers.length < upload.of) return receipt;
  let told = receipt;
  for (const tool of upload.tools) {
    const family = await ports.known.family(familyKey(connection, report.product, tool));
    for (const { scope } of family?.scopes.filter((one) => waitsFor(one, report)) ?? []) {
      const part = { tool, scope };
      const index = positionOf(part);
      const before = withoutWait(told, report, part);
      const rest = { index, results: [], receipt: before, isLast: false, allPieces: true };
      const named = await namePart(ports, { connection, report, part, ...rest });
      if (named === 'busy') return 'busy';
      told = named;
    }
  }
  return told;
}

/** What the receipt said of the part while pieces were missing is over. */
function withoutWait(
  receipt: Receipt,
  { parts }: PieceOfReport,
  { tool, scope }: Pick<StoredReport['parts'][number], 'tool' | 'scope'>,
): Receipt {
  const position = String(parts.findIndex((one) => one.tool === tool && one.scope === scope));
  const { [position]: waited, ...others } = receipt.outcome.parts ?? {};
  if (!waited) return receipt;
  const { incomplete: _, ...rest } = waited;
  return { ...receipt, outcome: { ...receipt.outcome, parts: { ...others, [position]: rest } } };
}

/** Undefined: somebody else noted another piece just now. */
async function noteUpload(
  ports: Ports,
  connection: string,
  report: PieceOfReport,
): Promise<UploadState | undefined> {
  const key = uploadsKey(connection, report.product);
  const stored = await ports.known.family(key);
  const uploads = stored?.uploads ?? [];
  const known = uploads.find((one) => isSame(one, report));
  const upload = withPiece(known, report);
  const after: ReportFamily = {
    v: reportVersion,
    version: (stored?.version ?? 0) + 1,
    product: report.product,
    scopes: [],
    uploads: [upload, ...uploads.filter((one) => one !== known)].slice(0, mostUploads),
  };
  return (await ports.known.save(connection, key, after, stored?.version)) ? upload : undefined;
}

/** The same piece again, whose worker died over it, begins no other report. */
function withPiece(
  known: UploadState | undefined,
  { id, piece, parts, acceptedAt }: PieceOfReport,
): UploadState {
  const tools = parts.map(({ tool }) => tool);
  const before = known && (goesOn(known, acceptedAt) || known.reports.includes(id)) ? known : undefined;
  return {
    upload: piece.upload,
    of: piece.of,
    numbers: [...new Set([...(before?.numbers ?? []), piece.number])],
    tools: [...new Set([...(before?.tools ?? []), ...tools])],
    startedAt: before?.startedAt ?? acceptedAt,
    reports: [...new Set([...(before?.reports ?? []), id])],
  };
}

function isSame({ upload, of }: Pick<UploadState, 'upload' | 'of'>, { piece }: PieceOfReport): boolean {
  return upload === piece.upload && of === piece.of;
}

/** Whether some of the pieces held nothing of the scope. */
function waitsFor({ uploads = [] }: ScopeState, report: PieceOfReport): boolean {
  return uploads.some(
    (one) => isSame(one, report) && one.run !== undefined && goesOn(one, report.acceptedAt),
  );
}
