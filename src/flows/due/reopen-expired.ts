/** An accepted risk whose date has passed: its issues are open again, and what people decided is over. */
import { withoutEnded } from '../../core/groups/run-out';
import { noteMoved } from '../../core/sync/begun';
import { runOut } from '../../core/sync/deciding';
import { lifecycleOf } from '../../core/sync/lifecycle';
import { movesOfExpired } from '../../core/sync/wanted-moves';
import { sayWhy } from '../close/say-why';
import { did, type Errand, isFree, type Pass } from '../records/errand';
import { moveAndConfirm, notMoved, readPairs, toldIn } from '../move/move-errands';

/** Moves what is done back to work, confirms it, and says why. */
export async function reopenExpired(pass: Pass, errands: readonly Errand[]): Promise<void> {
  const { ports, settings } = pass;
  for (const errand of errands)
    errand.record = withoutEnded(runOut(errand.record, ports.newId(), settings), ports.now());
  await readPairs(pass, errands);
  const steps = await moveAndConfirm(pass, errands, ({ record }) => movesOfExpired(record));
  for (const { errand, move } of steps)
    if (move.issue.category === 'done') errand.problem = notMoved(move.issue.project, move.issue.key);
  const made = steps.filter(({ errand }) => isFree(errand));
  for (const { errand, move } of made) {
    did(errand, 'reopened', move.issue, 'app');
    noteMoved(move.issue, 'expired', settings);
  }
  await sayWhy(pass, made.map(toldIn));
  // Only people can have accepted the risk of what the portal calls open: what else shows that is to say so no more.
  // In a group only some are accepted no more.
  for (const errand of errands.filter(isFree))
    errand.appliesAgain =
      errand.record.group !== undefined || lifecycleOf(errand.record.facts.status, settings) === 'open';
}
