/** Issues of many errands: read together, moved one by one, confirmed together. */
import { type Consequence, consequenceOf, type JiraResult } from '../../core/jira/failure';
import { isThere, type WantedMove } from '../../core/sync/wanted-moves';
import { noteFurther, noteIssue, placeFields } from '../../core/sync/note-issue';
import { type Errand, isFree, mayBegin, type Pass } from '../records/errand';
import type { FetchedIssue } from '../../core/jira/issue';
import { moveByGraph, type Moved, moveFromFetched } from './move-issue';

const pairFields = [...placeFields, 'issuelinks'];

/** One issue on its way; `at`: the status that Jira let it go to. */
export interface Step {
  readonly errand: Errand;
  readonly move: WantedMove;
  at?: string;
}

/** Reads where the issues of these errands are: what they show now is the truth. */
export async function readPlaces({ ports }: Pass, errands: readonly Errand[]): Promise<void> {
  const asked = errands
    .filter(isFree)
    .map((errand) => ({ errand, issues: Object.values(errand.record.issues).filter(isThere) }));
  const ids = asked.flatMap(({ issues }) => issues.flatMap(({ id }) => id ?? []));
  if (ids.length === 0) return;
  const read = await ports.jira.fetchIssues(ids, { fields: pairFields });
  for (const { errand, issues } of asked) {
    if (!read.ok) errand.problem = consequenceOf(read.failure, 'reading');
    for (const issue of read.ok ? issues : []) {
      const fetched = read.ok ? read.value.get(issue.id ?? '') : undefined;
      if (fetched) noteIssue(issue, fetched, ports.now());
      else issue.gone = true;
    }
    if (read.ok) noteFurther(errand.record, read.value);
  }
}

/**
 * Makes the moves that each errand asks for and reads all moved issues once more, for a 204 is no proof. Answers the
 * steps of the errands that nothing stands in the way of; whether they are made shows in their issues.
 */
export async function moveAndConfirm(
  pass: Pass,
  errands: readonly Errand[],
  movesOf: (errand: Errand) => readonly WantedMove[],
): Promise<Step[]> {
  const steps = errands
    .filter(isFree)
    .flatMap((errand) => movesOf(errand).map((move): Step => ({ errand, move })));
  await makeMoves(pass, steps);
  await readPlaces(pass, [...new Set(steps.map(({ errand }) => errand))]);
  return steps.filter(({ errand }) => isFree(errand));
}

/** By what is remembered, else from where one shared read says that the issues are. */
async function makeMoves(pass: Pass, steps: readonly Step[]): Promise<void> {
  const unsettled: Step[] = [];
  for (const step of steps) {
    if (!mayBegin(pass, step.errand)) continue;
    const moved = await moveByGraph(pass.ports, step.move, pass.settings);
    if (moved.kind === 'unsettled') unsettled.push(step);
    else settle(step, moved);
  }
  if (unsettled.length === 0) return;
  const read = await pass.ports.jira.fetchIssues(
    unsettled.flatMap(({ move }) => move.issue.id ?? []),
    { fields: pairFields, transitions: true },
  );
  for (const step of unsettled)
    if (mayBegin(pass, step.errand)) settle(step, await moveAfterReading(pass, step, read));
}

async function moveAfterReading(
  { ports, settings }: Pass,
  { move }: Step,
  read: JiraResult<ReadonlyMap<string, FetchedIssue>>,
): Promise<Moved> {
  if (!read.ok) return { kind: 'failed', problem: consequenceOf(read.failure, 'reading') };
  const fetched = read.value.get(move.issue.id ?? '');
  if (!fetched) return { kind: 'gone' };
  noteIssue(move.issue, fetched, ports.now());
  return moveFromFetched(ports, move, fetched, settings);
}

function settle(step: Step, moved: Moved): void {
  if (moved.kind === 'arrived') step.at = moved.at;
  else if (moved.kind === 'gone') step.move.issue.gone = true;
  else if (moved.kind === 'failed') step.errand.problem = moved.problem;
}

/** Why an issue that Jira agreed to move holds its finding up. */
export function notMoved(cause: string, key: string): Consequence {
  return { kind: 'held', cause: `moved-back|${cause}`, reason: { code: 'notMoved', key } };
}
