import { subtasksOf } from '../rules/delete-issue';
import { moveIssue } from '../rules/move-issue';
import type { IssueRecord, ProjectRecord } from '../state/model';
import type { Actor, World } from '../world';

/** Moves the sub-tasks of a moved issue after it; they keep their parent. */
export function moveSubtasks(world: World, actor: Actor, issue: IssueRecord, target: ProjectRecord): void {
  const setup = target.setups.find(
    ({ issueTypeId }) => (world.state.issueTypes.get(issueTypeId)?.hierarchyLevel ?? 0) < 0,
  );
  if (!setup) return;
  for (const subtask of subtasksOf(world, issue))
    if (subtask.projectId !== target.id) moveIssue(world, actor, subtask, target, setup.issueTypeId);
}
