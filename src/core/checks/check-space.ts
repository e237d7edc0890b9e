/** Everything that can stand in the way of issues in one space, by what Jira said. */
import type { Check } from '../../contract/api';
import { ok, unreadable, wrong } from './check';
import type { SpaceFacts, TypeFacts } from './facts';
import { checkPermissions } from './permissions';
import { checkScreen } from './screen';
import { checkStatuses } from './statuses';

/** The checks of a space that is on; what depends on a project that is not there is left out. */
export function checkSpace(facts: SpaceFacts): Check[] {
  const project = checkProject(facts);
  if (project.result === 'problem') return [project];
  const several = facts.types.length > 1;
  return [
    project,
    checkPermissions(facts),
    ...facts.types.flatMap((type) => checkType(facts, type, several ? ` (${type.name})` : '')),
  ];
}

function checkProject({ project, space }: SpaceFacts): Check {
  const what = 'Project';
  const name = space.project?.name ?? space.project?.id;
  if (name === undefined)
    return wrong(
      what,
      'No project is chosen.',
      'Choose a project under Team spaces, or switch the space off.',
    );
  if (!project.ok) return unreadable(what, project.failure);
  if (!project.value)
    return wrong(
      what,
      `${name} does not exist any more, or the app may not see it.`,
      'Restore the project, give the role atlassian-addons-project-access the permission to browse it, or choose another one.',
    );
  if (project.value.archived)
    return wrong(
      what,
      `${project.value.name} is archived: nothing can be created or changed there.`,
      'Restore the project from the archive, or choose another one.',
    );
  return ok(what, `${project.value.name} (${project.value.key})`);
}

function checkType(facts: SpaceFacts, type: TypeFacts, suffix: string): Check[] {
  const what = `Issue type${suffix}`;
  const known = facts.project.ok ? facts.project.value?.issueTypes : undefined;
  const found = known?.find(({ id }) => id === type.id);
  const fix = 'Choose another issue type under Team spaces, or add it to the project in Jira.';
  if (known && !found) return [wrong(what, `${type.name} does not exist in the project.`, fix)];
  if (found?.subtask === true)
    return [wrong(what, `${type.name} is a type of sub-tasks, which need a parent.`, fix)];
  return [
    ok(what, found?.name ?? type.name),
    ...checkScreen(facts, type, suffix),
    ...checkStatuses(facts, type, suffix),
  ];
}
