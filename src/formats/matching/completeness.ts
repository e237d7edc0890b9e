import { incompleteReasons, type IncompleteReason } from '../../contract/report';
import type { ScopeState, StoredReport } from '../../contract/stored/reports';

export type ReportClaim = Pick<StoredReport, 'id' | 'acceptedAt' | 'complete' | 'piece'>;

/** Whether absence from a report proves anything now, and why not. */
export interface Verdict {
  readonly isComplete: boolean;
  /** Why a report that is called complete resolves nothing; what the portal is told. */
  readonly incomplete?: string;
  /** A newer complete report was worked in already: this one says nothing that is not known better. */
  readonly isOutdated: boolean;
  readonly uploads: NonNullable<ScopeState['uploads']>;
}

/** Large reports of which not all pieces came are forgotten in favour of newer ones. */
const mostUploads = 5;

/** Judges a report of one scope by its own word, its pieces, and what came before it. */
export function judgeReport(
  report: ReportClaim,
  failure: IncompleteReason | undefined,
  state: ScopeState | undefined,
): Verdict {
  const before = state?.uploads ?? [];
  const no = { isComplete: false, isOutdated: false, uploads: before };
  if ((state?.completeAt ?? -1) > report.acceptedAt)
    return { ...no, isOutdated: true, ...told(report, 'a newer complete report of its scope came first') };
  if (!report.complete) return no;
  if (report.piece !== undefined) return judgePiece({ ...report, piece: report.piece }, failure, state);
  if (failure !== undefined) return { ...no, incomplete: incompleteReasons[failure] };
  if ((state?.reportedAt ?? -1) > report.acceptedAt)
    return { ...no, incomplete: 'a newer report of its scope came first' };
  return { ...no, isComplete: true };
}

function told({ complete }: ReportClaim, incomplete: string): { incomplete?: string } {
  return complete ? { incomplete } : {};
}

/** Pieces count as one complete report when all are there, and no complete report came between them. */
function judgePiece(
  { acceptedAt, piece }: ReportClaim & Required<Pick<ReportClaim, 'piece'>>,
  failure: IncompleteReason | undefined,
  state: ScopeState | undefined,
): Verdict {
  const uploads = state?.uploads ?? [];
  const isSame = (one: (typeof uploads)[number]) => one.upload === piece.upload && one.of === piece.of;
  const known = uploads.find(isSame);
  const failed = failure ?? known?.incomplete;
  const upload = {
    upload: piece.upload,
    of: piece.of,
    numbers: [...new Set([...(known?.numbers ?? []), piece.number])].sort((one, other) => one - other),
    startedAt: Math.min(acceptedAt, known?.startedAt ?? acceptedAt),
    ...(failed !== undefined && { incomplete: failed }),
  };
  const others = uploads.filter((one) => !isSame(one));
  const missing = piece.of - upload.numbers.length;
  const stays = { isComplete: false, isOutdated: false, uploads: [upload, ...others].slice(0, mostUploads) };
  if (failed !== undefined) return { ...stays, incomplete: incompleteReasons[failed] };
  if (missing > 0)
    return { ...stays, incomplete: `${String(missing)} of its ${String(piece.of)} parts are still missing` };
  if ((state?.completeAt ?? -1) > upload.startedAt)
    return { ...stays, incomplete: 'another complete report of its scope came between its parts' };
  return { ...stays, isComplete: true };
}
