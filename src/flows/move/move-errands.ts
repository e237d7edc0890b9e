/** Issues of many errands: read together, moved, and confirmed together with the other issue of their pair. */
import { hasBegun, settleBegun } from '../../core/sync/begun';
import { noteAnswered } from '../../core/sync/closing';
import { busySeconds } from '../../core/sync/lease';
import { type Consequence, consequenceOf } from '../../core/jira/failure';
import { type FetchedIssue, readOf } from '../../core/jira/issue';
import { issuesMade, issuesThere } from '../../core/sync/issues';
import type { WantedMove } from '../../core/sync/wanted-moves';
import { noteFurther, placeFields } from '../../core/sync/note-issue';
import { type Errand, isFree, mayBegin, type Pass } from '../records/errand';
import { noteMoves } from '../records/lease-due';
import { moveAll } from './move-all';
import type { Move } from './move-issue';
import { readPlaces } from './read-places';

const pairFields = [...placeFields, 'issuelinks'];

/** One issue of an errand on its way. */
export interface Step {
  readonly errand: Errand;
  readonly move: Move;
}

/**
 * Reads where the issues of these errands are: what they show now is the truth. What an earlier pass may have moved
 * without saying so is settled by their history.
 */
export async function readPairs(pass: Pass, errands: readonly Errand[]): Promise<void> {
  const { ports, settings } = pass;
  const left = errands.filter((errand) => isFree(errand) && errand.left && hasBegun(errand.record));
  for (const { record } of errands) noteAnswered(record, settings.closing);
  const self = left.length > 0 ? await ports.jira.self() : undefined;
  if (self && !self.ok) for (const errand of left) errand.problem = consequenceOf(self.failure, 'reading');
  const found = await look(pass, errands, left.length > 0);
  for (const errand of left)
    if (self?.ok && isFree(errand)) settleBegun(errand.record, found, self.value, settings, ports.now());
  for (const { record } of errands) noteAnswered(record, settings.closing);
}

async function look(
  { ports }: Pass,
  errands: readonly Errand[],
  changelog = false,
): Promise<ReadonlyMap<string, FetchedIssue>> {
  const asked = errands.filter(isFree);
  const issues = asked.flatMap(({ record }) => issuesThere(record));
  const read = await readPlaces(ports, issues, { fields: pairFields, changelog });
  for (const errand of asked) {
    for (const issue of issuesThere(errand.record)) {
      const one = readOf(read, issue.id);
      if (!one.ok) errand.problem = consequenceOf(one.failure, 'reading');
      else if (one.value) errand.hidden.delete(issue);
      else errand.hidden.add(issue);
    }
    if (read.ok) noteFurther(errand.record, read.value);
  }
  return read.ok ? read.value : new Map();
}

/**
 * Makes the moves that each errand asks for, as far as Jira shows their issues, and reads all moved issues once more, for a 204 is no proof. Answers the
 * steps of the errands that nothing stands in the way of; whether they are made shows in their issues.
 */
export async function moveAndConfirm(
  pass: Pass,
  errands: readonly Errand[],
  movesOf: (errand: Errand) => readonly WantedMove[],
): Promise<Step[]> {
  const steps = errands
    .filter(isFree)
    .flatMap((errand) => movesOf(errand).map((move): Step => ({ errand, move: { ...move } })))
    .filter(({ errand, move }) => !errand.hidden.has(move.issue));
  await noteBefore(pass, errands, steps);
  const errandOf = new Map(steps.map(({ errand, move }) => [move, errand]));
  await moveAll(pass.ports, [...errandOf.keys()], pass.settings, (move) => {
    const errand = errandOf.get(move);
    return errand !== undefined && mayBegin(pass, errand);
  });
  // What only has to wait goes first: it is tried again, and then shows what else stands in the way.
  for (const { errand, move } of steps)
    if (move.problem && errand.problem?.kind !== 'later') errand.problem = move.problem;
  await look(pass, [...new Set(errandOf.values())]);
  for (const { errand, move } of steps.filter(isShown)) {
    delete move.issue.moving;
    noteAnswered(errand.record, pass.settings.closing);
  }
  return steps.filter(isShown);
}

/** Nothing stands in the way, and Jira shows what became of the issue. */
function isShown({ errand, move }: Step): boolean {
  return isFree(errand) && !errand.hidden.has(move.issue);
}

/** Why issues are moved lies in storage before they are: a pass that dies, or hears no answer, leaves that behind. */
async function noteBefore(
  { ports }: Pass,
  errands: readonly Errand[],
  steps: readonly Step[],
): Promise<void> {
  for (const { record } of errands.filter(isFree))
    for (const issue of issuesMade(record)) delete issue.moving;
  for (const { move } of steps) if (move.reason !== undefined) move.issue.moving = move.reason;
  const moving = [...new Set(steps.map(({ errand }) => errand))];
  const unnoted = moving.filter((errand) => !isNoted(errand));
  const held = await noteMoves(ports, unnoted);
  for (const errand of unnoted)
    if (!held.has(errand))
      errand.problem = { kind: 'later', after: busySeconds, reason: { code: 'overtaken' } };
}

function isNoted({ before, record }: Errand): boolean {
  const noted = new Set(issuesMade(before).map(({ id, moving = 'not' }) => `${id} ${moving}`));
  return issuesMade(record).every(({ id, moving }) => moving === undefined || noted.has(`${id} ${moving}`));
}

/** The issue of a step, as what is to be said of it. */
export function toldIn({ errand: { record }, move: { issue } }: Step) {
  return { record, issue };
}

/** Why an issue that Jira agreed to move holds its finding up. */
export function notMoved(cause: string, key: string): Consequence {
  return { kind: 'held', cause: `moved-back|${cause}`, reason: { code: 'notMoved', key } };
}
