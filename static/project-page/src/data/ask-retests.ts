import { invoke } from '@forge/bridge';
import { mostRetests, type ProjectPageAnswer, type RetestOutcome } from '#contract/project-page-calls';
import { CallError, errorOf } from '../../../shared/call-error';

/** Asks for retests, a bounded number of issues a call. Answers what came of each. @throws CallError */
export async function askRetests(
  issues: readonly string[],
  reason: string,
): Promise<readonly RetestOutcome[]> {
  const outcomes: RetestOutcome[] = [];
  let left = [...issues];
  while (left.length > 0) {
    const some = left.slice(0, mostRetests);
    const answer = await invoke<ProjectPageAnswer>('page.retest', { issues: some, reason });
    const error = errorOf(answer);
    if (error !== undefined) throw new CallError(error);
    const done = 'outcomes' in answer ? answer.outcomes : [];
    outcomes.push(...done);
    const heard = new Set(done.map(({ issue }) => issue));
    // A call that came to nothing would be asked for ever.
    if (heard.size === 0) throw new CallError({ code: 'unavailable', message: 'The app did not answer.' });
    left = left.filter((issue) => !heard.has(issue));
  }
  return outcomes;
}
