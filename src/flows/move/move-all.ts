/** Many moves, for whatever reason: each over the graph, the doubtful ones after one shared read, all confirmed by one. */
import { inParallel } from '../../core/data/in-parallel';
import { groupBy } from '../../core/data/lists';
import { consequenceOf, type JiraResult } from '../../core/jira/failure';
import type { SettingsDocument } from '../../contract/settings';
import { hiddenProblem } from '../../core/sync/hidden';
import { type ReadIssues, readOf } from '../../core/jira/issue';
import type { Ports } from '../ports';
import { type Move, moveByGraph, type Moved, moveFromFetched } from './move-issue';
import { readPlaces } from './read-places';

const always = () => true;

/**
 * Makes these moves; what came of each is noted in it: `at` or `problem`. One that may not begin
 * any more stays as it is.
 */
export async function moveAll(
  ports: Ports,
  moves: readonly Move[],
  settings: SettingsDocument,
  mayBegin: (move: Move) => boolean = always,
): Promise<void> {
  const unsettled: Move[] = [];
  await alongEachWay(moves, async (move) => {
    if (!mayBegin(move)) return;
    const moved = await moveByGraph(ports, move, settings);
    if (moved.kind === 'unsettled') unsettled.push(move);
    else settle(move, moved);
  });
  if (unsettled.length === 0) return;
  const read = await readPlaces(
    ports,
    unsettled.map(({ issue }) => issue),
    { transitions: true },
  );
  await inParallel(unsettled, async (move) => {
    if (mayBegin(move)) settle(move, await moveAfterReading(ports, move, read, settings));
  });
}

/** Many at once, but the first on each way goes ahead: it shows what the screens on it ask for. */
function alongEachWay(moves: readonly Move[], go: (move: Move) => Promise<void>): Promise<void> {
  const ways = groupBy(moves, ({ issue, target }) =>
    [issue.project, issue.issueType, issue.status, ...target.statuses].join(),
  );
  return inParallel([...ways.values()], async ([first, ...others]) => {
    if (first) await go(first);
    await inParallel(others, go);
  });
}

async function moveAfterReading(
  ports: Ports,
  move: Move,
  read: JiraResult<ReadIssues>,
  settings: SettingsDocument,
): Promise<Moved> {
  const one = readOf(read, move.issue.id);
  if (!one.ok) return { kind: 'failed', problem: consequenceOf(one.failure, 'reading') };
  const fetched = one.value;
  if (!fetched) return { kind: 'failed', problem: hiddenProblem(move.issue) };
  const moved = await moveFromFetched(ports, move, fetched, settings);
  // What already is where it should be is confirmed by this very read.
  if (moved.kind === 'arrived' && moved.at === fetched.status?.id) move.shown = fetched;
  return moved;
}

function settle(move: Move, moved: Moved): void {
  if (moved.kind === 'arrived') move.at = moved.at;
  else if (moved.kind === 'failed') move.problem = moved.problem;
}

/** Reads once more what was moved, for a 204 is no proof: `shown` is what Jira then shows. */
export async function confirmMoves(ports: Ports, moves: readonly Move[]): Promise<void> {
  const moved = moves.filter((move) => move.at !== undefined && move.shown === undefined);
  const read = await readPlaces(
    ports,
    moved.map(({ issue }) => issue),
  );
  for (const move of moved) {
    const one = readOf(read, move.issue.id);
    if (one.ok && one.value) move.shown = one.value;
    else if (one.ok) move.problem = hiddenProblem(move.issue);
    else move.problem = consequenceOf(one.failure, 'confirming');
  }
}

/**
 * Whether the issue, as it was read last, is where the move should bring it. A workflow may carry it on to another
 * done status: what matters is that done is done.
 */
export function isMade({ issue, lifecycle, at }: Move): boolean {
  const settles = lifecycle === 'resolved' || lifecycle === 'rejected';
  return issue.status === at || (settles && issue.category === 'done');
}
