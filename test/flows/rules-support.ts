/** What tests of rules, simulation and jobs share. */
import type { JobResult, SimulationResult } from '../../src/contract/job-results';
import type { When } from '../../src/contract/rules';
import type { World } from '../support/world';

const everything: When = { all: [] };

/** A rule that takes every open finding, with what a test is about put in. */
export function rule(id: string, more: { when?: When; then?: object; enabled?: boolean } = {}) {
  return { id, name: `Rule ${id}`, enabled: true, when: everything, then: { create: 'both' }, ...more };
}

/** Where issues of a role go by a rule. */
export function goingTo(world: World, project: string, more: object = {}) {
  return { project: world.ref('project', project), issueType: world.ref('type', project, 'Task'), ...more };
}

/** Lets a job come to its end; answers what came of it. */
export async function finished<Result extends JobResult>(world: World, job: string): Promise<Result> {
  await world.settle();
  const { done, result } = await world.admin('jobs.get', { job });
  if (!done || !result) throw new Error(`job ${job} is not done`);
  return result as Result;
}

/** Simulates rules that are not saved. */
export async function simulate(
  world: World,
  rules: readonly object[],
  more: { limit?: number; filter?: When } = {},
): Promise<SimulationResult> {
  const { job } = await world.admin('rules.simulate', { rules: rules as never, ...more });
  return finished<SimulationResult>(world, job);
}

/** Keys of the issues in the site. */
export function issueKeys(world: World): string[] {
  return [...world.site.world.state.issues.values()].map(({ key }) => key);
}

/** The severity and title of every issue, by what its summary says. */
export function summaries(world: World): string[] {
  return issueKeys(world).map((key) => String(world.fields(key)['summary']));
}
