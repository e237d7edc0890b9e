/** What Jira refuses, explained by what it says of the project: asked only then, once per project and invocation. */
import { type Consequence } from '../../core/jira/failure';
import { explained, permissionOf } from '../../core/sync/refusal';
import type { Ports } from '../ports';

/** The problem with its true cause, as far as Jira shows it: an archived project or a permission that is missing. */
export async function explain(
  { catalogue }: Pick<Ports, 'catalogue'>,
  problem: Consequence,
): Promise<Consequence> {
  if (problem.kind === 'later' || !problem.refusal) return problem;
  const { project: id } = problem.refusal;
  const project = await catalogue.project(id);
  if (!project.ok || !project.value) return problem;
  if (project.value.archived) return explained(problem, project.value, false);
  const wanted = permissionOf(problem);
  const granted = wanted && (await catalogue.permissions(id, [wanted]));
  const lacks = granted?.ok === true && !granted.value.has(wanted ?? '');
  return explained(problem, project.value, lacks);
}

/** Whether no issue of the project (id) takes a change, whatever it is. */
export async function isArchived({ catalogue }: Pick<Ports, 'catalogue'>, project: string): Promise<boolean> {
  const read = await catalogue.project(project);
  return read.ok && read.value?.archived === true;
}
