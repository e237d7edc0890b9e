/** An accepted risk whose date has passed: its issues are open again. */
import { movesOfExpired } from '../../core/wanted-moves';
import { expiredComment } from '../../mappings/closing-comment';
import { type Errand, isFree, type Pass } from '../errand';
import { moveAndConfirm, notMoved, readPlaces } from '../move/move-many';

/** Moves what is done back to work, confirms it, and says why. */
export async function reopenExpired(pass: Pass, errands: readonly Errand[]): Promise<void> {
  await readPlaces(pass, errands);
  const steps = await moveAndConfirm(pass, errands, ({ record }) => movesOfExpired(record));
  for (const { errand, move } of steps)
    if (!move.issue.gone && move.issue.category === 'done')
      errand.problem = notMoved(move.issue.project ?? '', move.issue.key ?? '');
  for (const { errand, move } of steps) {
    if (!isFree(errand) || move.issue.gone) continue;
    errand.outcome = 'reopened';
    const comment = expiredComment(errand.record.facts.acceptedUntil ?? '');
    const said = await pass.ports.jira.addComment(move.issue.id ?? '', comment);
    if (!said.ok)
      await pass.ports.causes.note(
        'comment|expired',
        'The comment on a reopened issue failed.',
        pass.ports.now(),
      );
  }
}
