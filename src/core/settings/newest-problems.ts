/** Problems of references that several look for at the same time. */
import type { HealthProblem } from '../../contract/health';
import { canonical } from '../data/hash';

/**
 * What is known once a look that began with `before` has found these problems, while others may have noted `now`: where
 * they said something else meanwhile, their word is the newer one. What stood there already keeps its place.
 */
export function newestProblems(
  before: readonly HealthProblem[],
  found: readonly HealthProblem[],
  now: readonly HealthProblem[],
): HealthProblem[] {
  const at = (problems: readonly HealthProblem[], path: string) =>
    canonical(problems.filter((problem) => problem.path === path));
  const isNewer = ({ path }: HealthProblem) => at(before, path) !== at(now, path);
  const all = [...found.filter((problem) => !isNewer(problem)), ...now.filter(isNewer)];
  const stood = new Map(now.map(({ path }, index) => [path, index]));
  const rank = ({ path }: HealthProblem) => stood.get(path) ?? now.length;
  return all.sort((a, b) => rank(a) - rank(b));
}
