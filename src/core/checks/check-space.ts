/** Everything that can stand in the way of issues in one space, by what Jira said. */
import type { Check } from '../../contract/api';
import { ok, plain, unreadable, wrong } from './check';
import type { SpaceFacts, TypeFacts } from './facts';
import { checkPermissions } from './permissions';
import { checkScreen } from './screen';
import { checkStatuses } from './statuses';

/** The checks of a space that is on; what depends on a project that is not there is left out. */
export function checkSpace(facts: SpaceFacts): Check[] {
  const project = checkProject(facts);
  if (project.result === 'problem') return [project];
  const several = facts.types.length > 1;
  const ofTypes = facts.types.flatMap((type) =>
    checkType(facts, type).map((check) => (several ? { ...check, issueType: type.name } : check)),
  );
  return [project, checkPermissions(facts), ...ofTypes];
}

function checkProject({ project, space }: SpaceFacts): Check {
  const what = { code: 'aboutProject' } as const;
  const name = space.project?.name ?? space.project?.id;
  if (name === undefined) return wrong(what, { code: 'noProject' }, { code: 'chooseProjectOrOff' });
  if (!project.ok) return unreadable(what, project.failure);
  const { value } = project;
  if (!value) return wrong(what, { code: 'projectMissing', name }, { code: 'restoreOrBrowse' });
  return value.archived
    ? wrong(what, { code: 'projectArchived', name: value.name }, { code: 'restoreOrOther' })
    : ok(what, plain(`${value.name} (${value.key})`));
}

function checkType(facts: SpaceFacts, type: TypeFacts): Check[] {
  const what = { code: 'aboutIssueType' } as const;
  const known = facts.project.ok ? facts.project.value?.issueTypes : undefined;
  const found = known?.find(({ id }) => id === type.id);
  if (known && !found) return [wrong(what, { code: 'typeMissing', type: type.name }, { code: 'otherType' })];
  if (found?.subtask === true)
    return [wrong(what, { code: 'typeIsSubtask', type: type.name }, { code: 'otherType' })];
  return [
    ok(what, plain(found?.name ?? type.name)),
    ...checkScreen(facts, type),
    ...checkStatuses(facts, type),
  ];
}
