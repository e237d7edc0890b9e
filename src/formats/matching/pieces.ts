/** Which pieces make one large report. */
import type { PieceState } from '../../contract/stored/reports';
import { longestUploadMs } from './completeness';

/** More pieces than this of one product are not on their way at once. */
const mostPieces = 500;

interface Pieces {
  /** Those of the report that the new piece belongs to, with it. */
  readonly own: readonly PieceState[];
  readonly all: readonly PieceState[];
}

/**
 * Notes a piece. Several pipelines may use one name at once, so the name alone says nothing: pieces belong together that
 * speak for the same tool and scope, and what these belong with. A piece that comes again begins no other report.
 */
export function withPiece(known: readonly PieceState[], fresh: PieceState): Pieces {
  const before = known.find(({ report }) => report === fresh.report);
  if (before?.run !== undefined) return { own: known.filter(({ run }) => run === before.run), all: known };
  const others = known.filter((one) => one !== before && fresh.at - one.at < longestUploadMs);
  const own = belongingTo(fresh, others.filter(isOnItsWay));
  const rest = others.filter((one) => !own.includes(one));
  const done = areAll(own) ? own.map((one) => ({ ...one, run: fresh.report })) : own;
  return { own: done, all: [...done, ...rest].slice(0, mostPieces) };
}

/** Whether every number is there. */
export function areAll(pieces: readonly PieceState[]): boolean {
  return new Set(pieces.map(({ number }) => number)).size === pieces[0]?.of;
}

/** What the pieces speak for. */
export function scopesByTool(pieces: readonly PieceState[]): Map<string, Set<string>> {
  const scopes = new Map<string, Set<string>>();
  for (const { tool, scope } of pieces.flatMap(({ parts }) => parts))
    scopes.set(tool, (scopes.get(tool) ?? new Set()).add(scope));
  return scopes;
}

function isOnItsWay({ run }: PieceState): boolean {
  return run === undefined;
}

function belongingTo(fresh: PieceState, others: readonly PieceState[]): readonly PieceState[] {
  const named = others.filter(({ upload, of }) => upload === fresh.upload && of === fresh.of);
  let own: readonly PieceState[] = [fresh];
  for (;;) {
    const scopes = scopesByTool(own);
    const speaksFor = ({ parts }: PieceState) =>
      parts.some(({ tool, scope }) => scopes.get(tool)?.has(scope) === true);
    const next = named.filter((one) => !own.includes(one) && speaksFor(one));
    if (next.length === 0) return own;
    own = [...own, ...next];
  }
}
