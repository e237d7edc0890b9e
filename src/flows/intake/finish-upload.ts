/** A large report is complete once all its pieces are worked in, also where a piece holds nothing of a tool or scope. */
import {
  type PieceState,
  type ReportFamily,
  reportVersion,
  type ScopeState,
  type StoredReport,
} from '../../contract/stored/reports';
import { goesOn } from '../../formats/matching/completeness';
import { areAll, scopesByTool, withPiece } from '../../formats/matching/pieces';
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
  const pieces = await notePiece(ports, connection, report);
  if (!pieces) return 'busy';
  if (!areAll(pieces)) return receipt;
  const allSince = Math.min(...pieces.map(({ at }) => at));
  let told = receipt;
  for (const [tool, scopes] of scopesByTool(pieces)) {
    const family = await ports.known.family(familyKey(connection, report.product, tool));
    const waiting = family?.scopes.filter((one) => scopes.has(one.scope) && waitsFor(one, report));
    for (const { scope } of waiting ?? []) {
      const part = { tool, scope };
      const index = positionOf(part);
      const before = withoutWait(told, report, part);
      const rest = { index, results: [], receipt: before, isLast: false, allSince };
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

/** The pieces of the report that this one belongs to, as far as they are there. Undefined: somebody else noted another. */
async function notePiece(
  ports: Ports,
  connection: string,
  { id, product, piece, parts, acceptedAt }: PieceOfReport,
): Promise<readonly PieceState[] | undefined> {
  const key = uploadsKey(connection, product);
  const stored = await ports.known.family(key);
  const fresh = {
    ...piece,
    report: id,
    at: acceptedAt,
    parts: parts.map(({ tool, scope }) => ({ tool, scope })),
  };
  const { own, all } = withPiece(stored?.pieces ?? [], fresh);
  const version = (stored?.version ?? 0) + 1;
  const after: ReportFamily = { v: reportVersion, version, product, scopes: [], pieces: [...all] };
  return (await ports.known.save(connection, key, after, stored?.version)) ? own : undefined;
}

/** Whether some of the pieces held nothing of the scope. */
function waitsFor({ uploads = [] }: ScopeState, report: PieceOfReport): boolean {
  return uploads.some(
    (one) =>
      one.upload === report.piece.upload &&
      one.of === report.piece.of &&
      one.run !== undefined &&
      goesOn(one, report.acceptedAt),
  );
}
