/** Issues of many errands: read together, moved, and confirmed together with the other issue of their pair. */
import { type Consequence, consequenceOf } from '../../core/jira/failure';
import { readOf } from '../../core/jira/issue';
import { isThere, type WantedMove } from '../../core/sync/wanted-moves';
import { noteFurther, placeFields } from '../../core/sync/note-issue';
import { type Errand, isFree, mayBegin, type Pass } from '../records/errand';
import { moveAll } from './move-all';
import type { Move } from './move-issue';
import { readPlaces } from './read-places';

const pairFields = [...placeFields, 'issuelinks'];

/** One issue of an errand on its way. */
export interface Step {
  readonly errand: Errand;
  readonly move: Move;
}

/** Reads where the issues of these errands are: what they show now is the truth. */
export async function readPairs({ ports }: Pass, errands: readonly Errand[]): Promise<void> {
  const asked = errands.filter(isFree);
  const issues = asked.flatMap(({ record }) => Object.values(record.issues).filter(isThere));
  const read = await readPlaces(ports, issues, { fields: pairFields });
  for (const errand of asked) {
    const ids = Object.values(errand.record.issues)
      .filter(isThere)
      .map(({ id }) => id ?? '');
    for (const id of ids) {
      const one = readOf(read, id);
      if (!one.ok) errand.problem = consequenceOf(one.failure, 'reading');
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
    .flatMap((errand) => movesOf(errand).map((move): Step => ({ errand, move: { ...move } })));
  const errandOf = new Map(steps.map(({ errand, move }) => [move, errand]));
  await moveAll(pass.ports, [...errandOf.keys()], pass.settings, (move) => {
    const errand = errandOf.get(move);
    return errand !== undefined && mayBegin(pass, errand);
  });
  // What only has to wait goes first: it is tried again, and then shows what else stands in the way.
  for (const { errand, move } of steps)
    if (move.problem && errand.problem?.kind !== 'later') errand.problem = move.problem;
  await readPairs(pass, [...new Set(errandOf.values())]);
  return steps.filter(({ errand }) => isFree(errand));
}

/** Why an issue that Jira agreed to move holds its finding up. */
export function notMoved(cause: string, key: string): Consequence {
  return { kind: 'held', cause: `moved-back|${cause}`, reason: { code: 'notMoved', key } };
}
