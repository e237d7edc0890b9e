import type { Reason } from '../../contract/messages/message';
import type { IncompleteReason } from '../../contract/report';
import type { Guard } from '../../contract/settings';
import type { KnownResult, Marks } from '../../contract/stored/known-results';
import type { ScopeState } from '../../contract/stored/reports';
import { identify } from '../matching';
import { goesOn, judgeReport, type ReportClaim, type Verdict } from './completeness';
import { isTooMuch, weighed } from './guard';
import { type KnownAfter, knownAfter, namedByPiece, type PieceOfRun, type Run } from './known-after';
import type { Origin } from './new-ids';

type HeldBack = Extract<Reason, { code: 'reportHeld' }>;

/** A report of one scope, and what is known when it is worked in. */
export interface Situation {
  readonly report: ReportClaim;
  /** Why the report proves nothing by its own word. */
  readonly failure: IncompleteReason | undefined;
  readonly marks: readonly Marks[];
  readonly origin: Origin;
  readonly scope: string;
  readonly guard: Guard;
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
  /** What each was recognised as; undefined: never seen. */
  readonly recognised: readonly (KnownResult | undefined)[];
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
  const { report, failure, marks, state, here, handAll } = situation;
  const open = weighed(here, state);
  const judged = judgeReport(report, failure, state, open.length);
  const piece = pieceOf(report, judged);
  const { ids, known: recognised } = identified(situation, piece);
  const claim = {
    isComplete: judged.isComplete,
    isWaiting: state?.waits !== undefined,
    at: report.acceptedAt,
    awaited: awaitedBy(report, judged, piece),
    ...(piece && { piece }),
  };
  const certain = knownAfter(here, { marks, ids }, claim);
  const held = heldBack(situation, judged, certain, open);
  const after = held ? knownAfter(here, { marks, ids }, { ...claim, isHeld: true }) : certain;
  const verdict: Verdict = held ? { ...judged, isComplete: false, incomplete: held } : judged;
  const absent = [...(held ? [] : after.lacking), ...after.toldGone];
  return {
    verdict,
    ids,
    recognised,
    changed: changedOf(situation, verdict, recognised),
    fresh: verdict.isOutdated ? [] : freshOf(situation, recognised),
    resolved: verdict.isOutdated ? [] : heldNowhere(absent, situation.elsewhere),
    known: verdict.isOutdated ? here : after.results,
    handedAll: handAll && !verdict.isOutdated,
    asksOthers:
      after.lacking.length + after.toldGone.length > 0 ||
      recognised.some((one) => one?.goneAt !== undefined || one === undefined),
  };
}

function pieceOf({ piece, acceptedAt }: ReportClaim, { run, uploads }: Verdict): PieceOfRun | undefined {
  if (!piece || run === undefined) return undefined;
  const startedAt = uploads.find((one) => one.run === run)?.startedAt ?? acceptedAt;
  return { run, number: piece.number, startedAt };
}

function awaitedBy({ acceptedAt }: ReportClaim, { uploads }: Verdict, piece: PieceOfRun | undefined): Run[] {
  const others = uploads.flatMap(({ run, startedAt, ...one }) =>
    run !== undefined && run !== piece?.run && goesOn({ ...one, startedAt }, acceptedAt)
      ? [{ run, startedAt }]
      : [],
  );
  return piece ? [piece, ...others] : others;
}

/** What another piece of the same report named keeps its id. */
function identified({ marks, origin, here, elsewhere }: Situation, piece: PieceOfRun | undefined) {
  const ofOtherPiece = (one: KnownResult) =>
    piece !== undefined && ![undefined, piece.number].includes(namedByPiece(one, piece.run));
  const taken = here.filter(ofOtherPiece);
  return identify(marks, { here: here.filter((one) => !ofOtherPiece(one)), elsewhere, taken }, origin);
}

function changedOf(
  { marks, here, handAll }: Situation,
  { isOutdated }: Verdict,
  recognised: WorkedIn['recognised'],
): number[] {
  const ofScope = new Set(here.map(({ id }) => id));
  return [...marks.keys()].filter((index) => {
    const [one, was] = [marks[index], recognised[index]];
    if (one?.gone === true) return false;
    if (isOutdated && was === undefined) return false;
    const isHere = was !== undefined && ofScope.has(was.id) && was.goneAt === undefined;
    return handAll || !isHere || was.said === undefined || was.said !== one?.said;
  });
}

function freshOf({ marks, elsewhere }: Situation, recognised: WorkedIn['recognised']): number[] {
  const live = liveIds(elsewhere);
  return [...marks.keys()].filter((index) => {
    const [one, was] = [marks[index], recognised[index]];
    return one?.gone !== true && (was === undefined || (was.goneAt !== undefined && !live.has(was.id)));
  });
}

function liveIds(results: readonly KnownResult[]): Set<string> {
  return new Set(results.filter(({ goneAt }) => goneAt === undefined).map(({ id }) => id));
}

/** Those that no other scope holds. */
export function heldNowhere(absent: readonly string[], elsewhere: readonly KnownResult[]): string[] {
  const live = liveIds(elsewhere);
  return absent.filter((id) => !live.has(id));
}

/** Why a complete report has to wait for an admin's word; undefined: it need not. */
function heldBack(
  { guard, elsewhere, origin, scope }: Situation,
  { isComplete, uploads, run }: Verdict,
  { lacking }: KnownAfter,
  weighedNow: readonly KnownResult[],
): HeldBack | undefined {
  if (!isComplete) return undefined;
  const open = new Set(weighedNow.map(({ id }) => id));
  const resolves = heldNowhere(
    lacking.filter((id) => open.has(id)),
    elsewhere,
  ).length;
  const upload = uploads.find((one) => run !== undefined && one.run === run);
  const before = upload?.open ?? weighedNow.length;
  if (!isTooMuch(guard, resolves, before)) return undefined;
  const told = scope.split('\n').join(', ');
  return { code: 'reportHeld', ...origin, ...(told && { scope: told }), resolves, of: before };
}
