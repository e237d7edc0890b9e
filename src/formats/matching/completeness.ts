import type { Reason } from '../../contract/messages/message';
import type { IncompleteReason } from '../../contract/report';
import type { ScopeState, StoredReport } from '../../contract/stored/reports';

export type ReportClaim = Pick<StoredReport, 'id' | 'acceptedAt' | 'complete' | 'piece'> & {
  /**
   * All pieces of the large report are worked in, of which the first was accepted at this time (ms): those that the scope
   * did not hear of hold nothing of it.
   */
  readonly allSince?: number;
};

/** Whether absence from a report proves anything now, and why not. */
export interface Verdict {
  readonly isComplete: boolean;
  /** Why a report that is called complete resolves nothing. */
  readonly incomplete?: Reason;
  /** A newer complete report was worked in already: this one says nothing that is not known better. */
  readonly isOutdated: boolean;
  readonly uploads: NonNullable<ScopeState['uploads']>;
  /** Names the large report that this is a piece of. */
  readonly run?: string;
}

type Upload = NonNullable<ScopeState['uploads']>[number];

/** Large reports of which not all pieces came are forgotten in favour of newer ones. */
const mostUploads = 5;
/** Pieces of one report come within this time; later ones begin another under its name. */
export const longestUploadMs = 12 * 3_600_000;

/** Judges a report of one scope by its own word, its pieces, and what came before it. `open`: how many findings are. */
export function judgeReport(
  report: ReportClaim,
  failure: IncompleteReason | undefined,
  state: ScopeState | undefined,
  open: number,
): Verdict {
  const before = state?.uploads ?? [];
  const no = { isComplete: false, isOutdated: false, uploads: before };
  if ((state?.completeAt ?? -1) > report.acceptedAt)
    return { ...no, isOutdated: true, ...told(report, { code: 'newerComplete' }) };
  if (!report.complete) return no;
  if (report.piece !== undefined) return judgePiece({ ...report, piece: report.piece }, failure, state, open);
  if (failure !== undefined) return { ...no, incomplete: { code: 'reportUnproven', why: failure } };
  if ((state?.reportedAt ?? -1) > report.acceptedAt) return { ...no, incomplete: { code: 'newerReport' } };
  return { ...no, isComplete: true };
}

function told({ complete }: ReportClaim, incomplete: Reason): { incomplete?: Reason } {
  return complete ? { incomplete } : {};
}

/** Pieces count as one complete report when all are there, and no complete report came between them. */
function judgePiece(
  report: ReportClaim & Required<Pick<ReportClaim, 'piece'>>,
  failure: IncompleteReason | undefined,
  state: ScopeState | undefined,
  open: number,
): Verdict {
  const { piece } = report;
  const uploads = state?.uploads ?? [];
  const isSame = (one: Upload) => one.upload === piece.upload && one.of === piece.of;
  const known = uploads.find((one) => isSame(one) && one.run !== undefined && goesOn(one, report.acceptedAt));
  const upload = withPiece(known, report, failure, { open, before: state?.reportedAt });
  const { run, incomplete: failed } = upload;
  const others = uploads.filter((one) => !isSame(one));
  const missing = piece.of - upload.numbers.length;
  const kept = [upload, ...others].slice(0, mostUploads);
  const stays = { isComplete: false, isOutdated: false, uploads: kept, ...(run !== undefined && { run }) };
  if (failed !== undefined) return { ...stays, incomplete: { code: 'reportUnproven', why: failed } };
  if (missing > 0) return { ...stays, incomplete: { code: 'partsMissing', missing, of: piece.of } };
  const { startedAt, before = -1 } = upload;
  // The scope did not hear of the first pieces: what came since them is known by its time alone.
  const isLate = report.allSince !== undefined && before > report.allSince;
  if ((state?.completeAt ?? -1) > startedAt || isLate)
    return { ...stays, incomplete: { code: 'partsInterrupted' } };
  return { ...stays, isComplete: true };
}

/** Whether a further piece belongs to it. Pipelines may call every night's report the same. */
export function goesOn(
  { numbers, of, startedAt }: Pick<Upload, 'numbers' | 'of' | 'startedAt'>,
  at: number,
): boolean {
  return numbers.length < of && at - startedAt < longestUploadMs;
}

function withPiece(
  known: Upload | undefined,
  { id, acceptedAt, piece, allSince }: ReportClaim & Required<Pick<ReportClaim, 'piece'>>,
  failure: IncompleteReason | undefined,
  now: { readonly open: number; readonly before: number | undefined },
): Upload {
  const failed = failure ?? known?.incomplete;
  const before = known ? known.before : now.before;
  const all =
    allSince !== undefined ? Array.from({ length: piece.of }, (_, index) => index + 1) : [piece.number];
  return {
    upload: piece.upload,
    of: piece.of,
    run: known?.run ?? id,
    numbers: [...new Set([...(known?.numbers ?? []), ...all])].sort((one, other) => one - other),
    startedAt: Math.min(acceptedAt, known?.startedAt ?? acceptedAt),
    open: known?.open ?? now.open,
    ...(before !== undefined && { before }),
    ...(failed !== undefined && { incomplete: failed }),
  };
}
