/** A finding that the portal no longer knows is closed as if it were resolved; a rejected one that was spared, as rejected. */
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import type { Consequence } from '../../core/jira/failure';
import { mark } from '../../core/data/hash';
import { followedStatus } from '../../core/sync/decided';
import { knownOf } from '../../core/sync/hearing';
import { issuesMade } from '../../core/sync/issues';
import { lifecycleOf } from '../../core/sync/lifecycle';
import { statusMark } from '../../core/sync/plan';
import { endOf, movesOfGone } from '../../core/sync/wanted-moves';
import { sayWhy } from '../close/say-why';
import { did, type Errand, isFree, type Pass } from '../records/errand';
import { linkPair, needsLink } from '../apply/link-issues';
import { isMade } from '../move/move-all';
import { moveAndConfirm, readPairs, type Step, toldIn } from '../move/move-errands';

/** Jira may only just have refused: an admin hears of it when it refuses once more. */
const linkAgainSeconds = 60;

/** Moves what is not done yet and confirms it. A finding that comes back reopens its issues. */
export async function closeGone(pass: Pass, errands: readonly Errand[]): Promise<void> {
  await readPairs(pass, errands);
  for (const { record } of errands.filter(isFree)) {
    const problem = needsLink(record) ? await linkPair(pass.ports, record) : undefined;
    const after = problem?.kind === 'later' ? problem.after : linkAgainSeconds;
    // That waits for nothing else and holds nothing up.
    if (problem) record.todo = { ...record.todo, link: pass.ports.now() + after * 1000 };
  }
  const steps = await moveAndConfirm(pass, errands, ({ record }) => movesOfGone(record, pass.settings));
  for (const step of steps) if (!isMade(step.move)) step.errand.problem = notDone(step);
  for (const { record, hidden } of errands.filter(isFree)) {
    const { status } = endOf(record, pass.settings);
    noteEnd(record, status, pass.settings);
    // Also what somebody else had closed before: it answers to the finding's end now.
    for (const issue of issuesMade(record)) if (!hidden.has(issue)) issue.sent[statusMark] = mark(status);
  }
  const closed = steps.filter(({ errand }) => isFree(errand));
  for (const { errand, move } of closed) {
    did(errand, 'closed', move.issue, 'portal');
    // The findings of a group may be open elsewhere: done is not the whole truth.
    if (errand.record.group) move.issue.owes = 'emptied';
  }
  await sayWhy(pass, closed.map(toldIn));
}

/** A finding that people rejected stays rejected by them, whatever its portal said last; any other is at its end. */
function noteEnd(record: LinkRecord, status: string, settings: SettingsDocument): void {
  if (record.decided && followedStatus(record) === status) return;
  const { has, lastOpen } = knownOf(record, settings);
  // Whoever opens its issues again means what it was while it was open.
  if (lifecycleOf(has, settings) === 'open') record.hearing = { ...record.hearing, lastOpen };
  delete record.decided;
  record.facts = { ...record.facts, status };
}

/** Links the pair of a finding that is gone, should the pass that made its issues not have come to that. */
export async function linkGone({ ports }: Pass, errands: readonly Errand[]): Promise<void> {
  for (const errand of errands.filter(({ record }) => needsLink(record))) {
    errand.problem = await linkPair(ports, errand.record);
    if (!errand.problem) for (const issue of issuesMade(errand.record)) did(errand, 'linked', issue, 'app');
  }
}

function notDone({ move: { issue } }: Step): Consequence {
  return { kind: 'held', cause: `moved-back|${issue.project}`, reason: { code: 'notDone', key: issue.key } };
}
