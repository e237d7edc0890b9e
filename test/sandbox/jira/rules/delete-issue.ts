import { raiseIssueEvent } from '../events/issue-events';
import type { IssueRecord } from '../state/model';
import { removeFromSet } from '../state/site-state';
import type { Actor, World } from '../world';
import { dropLink, linksOf } from './links';

/** The sub-tasks of an issue: children one level below the standard types. */
export function subtasksOf(world: World, issue: IssueRecord): IssueRecord[] {
  const children = [...(world.state.children.get(issue.id) ?? [])].flatMap(
    (id) => world.state.issues.get(id) ?? [],
  );
  return children.filter((child) => (world.state.issueTypes.get(child.issueTypeId)?.hierarchyLevel ?? 0) < 0);
}

/** Deletes an issue with its sub-tasks. Only the top issue has an event; links vanish without one. */
export function deleteIssue(world: World, actor: Actor, issue: IssueRecord): void {
  for (const subtask of subtasksOf(world, issue)) removeIssue(world, subtask);
  removeIssue(world, issue);
  raiseIssueEvent(world, 'avi:jira:deleted:issue', issue, actor.accountId, {});
}

/** Takes an issue out of the site without an event. */
export function removeIssue(world: World, issue: IssueRecord): void {
  for (const link of linksOf(world, issue)) dropLink(world, link);
  for (const childId of world.state.children.get(issue.id) ?? []) orphan(world, childId);
  world.state.children.delete(issue.id);
  const parent = issue.values['parent'];
  if (typeof parent === 'string') removeFromSet(world.state.children, parent, issue.id);
  world.state.issues.delete(issue.id);
  // The key stays reserved but finds nothing any more: there is no tombstone.
  world.index.remove(issue.id);
}

function orphan(world: World, childId: string): void {
  const child = world.state.issues.get(childId);
  if (!child) return;
  delete child.values['parent'];
  world.index.note(child);
}
