import type { IncompleteReason } from '../../contract/report';
import type { KnownResult, Marks } from '../../contract/stored/known-results';
import type { ScopeState } from '../../contract/stored/reports';
import { identify } from '../matching';
import { judgeReport, type ReportClaim, type Verdict } from './completeness';
import { knownAfter, pieceName } from './known-after';
import type { Origin } from './new-ids';

/** A report of one scope, and what is known when it is worked in. */
export interface Situation {
  readonly report: ReportClaim;
  /** Why the report proves nothing by its own word. */
  readonly failure: IncompleteReason | undefined;
  readonly marks: readonly Marks[];
  readonly origin: Origin;
  readonly state: ScopeState | undefined;
  readonly here: readonly KnownResult[];
  /** What other scopes of the same connection, product and tool know. */
  readonly elsewhere: readonly KnownResult[];
  /** Nothing counts as handed on already, though it looks unchanged. */
  readonly handAll: boolean;
}

/** What a report comes to. */
export interface WorkedIn {
  readonly verdict: Verdict;
  /** The id of each result, in the order of the report. */
  readonly ids: readonly string[];
  /** Positions of the results that say something new. */
  readonly changed: readonly number[];
  /** Positions of the results that no scope held before: never seen, or come back. */
  readonly fresh: readonly number[];
  /** Findings that no scope holds any more. */
  readonly resolved: readonly string[];
  readonly known: readonly KnownResult[];
  /** All that is there was handed on, changed or not. */
  readonly handedAll: boolean;
  /** Whether another look with what other scopes know could decide otherwise. */
  readonly asksOthers: boolean;
}

/** Gives the results of a report their identities and decides what is to be handed on and what is resolved. */
export function workIn(situation: Situation): WorkedIn {
  const { report, failure, marks, origin, state, here, elsewhere, handAll } = situation;
  const verdict = judgeReport(report, failure, state);
  const { piece } = report;
  const ofOtherPiece = (one: KnownResult) =>
    piece !== undefined &&
    one.piece?.startsWith(`${piece.upload}#`) === true &&
    one.piece !== pieceName(piece);
  const open = here.filter((one) => !ofOtherPiece(one));
  // What another piece of the same report named keeps its id.
  const taken = here.filter(ofOtherPiece);
  const { ids, known } = identify(marks, { here: open, elsewhere, taken }, origin);
  const after = knownAfter(
    here,
    { marks, ids },
    { isComplete: verdict.isComplete, at: report.acceptedAt, ...(piece && { piece }) },
  );
  const live = new Set(elsewhere.filter(({ goneAt }) => goneAt === undefined).map(({ id }) => id));
  const ofScope = new Set(here.map(({ id }) => id));
  const isNew = (index: number) => {
    const [one, was] = [marks[index], known[index]];
    if (one?.gone === true) return false;
    if (verdict.isOutdated && was === undefined) return false;
    const isHere = was !== undefined && ofScope.has(was.id) && was.goneAt === undefined;
    return handAll || !isHere || was.said === undefined || was.said !== one?.said;
  };
  const isFresh = (index: number) => {
    const [one, was] = [marks[index], known[index]];
    return one?.gone !== true && (was === undefined || (was.goneAt !== undefined && !live.has(was.id)));
  };
  return {
    verdict,
    ids,
    changed: [...marks.keys()].filter(isNew),
    fresh: verdict.isOutdated ? [] : [...marks.keys()].filter(isFresh),
    resolved: verdict.isOutdated ? [] : after.absent.filter((id) => !live.has(id)),
    known: verdict.isOutdated ? here : after.results,
    handedAll: handAll && !verdict.isOutdated,
    asksOthers: after.absent.length > 0 || known.includes(undefined),
  };
}
