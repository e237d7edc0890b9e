import { textOf } from '../json';
import { JiraError } from '../http/jira-error';
import { must, projectOf, setupOf, workflowOf } from '../state/lookup';
import type { ChangeItem, IssueRecord, ProjectRecord } from '../state/model';
import type { Actor, World } from '../world';
import { plainItem } from './change-items';
import { finishUpdate } from './edit-issue';
import { putValue } from './store-changes';

/** Moves an issue to another project or type. The key changes and the old one keeps finding the issue. */
export function moveIssue(
  world: World,
  actor: Actor,
  issue: IssueRecord,
  target: ProjectRecord,
  issueTypeId: string,
  statusId: string | null = null,
): void {
  if (!setupOf(target, issueTypeId))
    throw new JiraError(400, ['The issue type is not available in the target project.']);
  const items = [...rekey(world, issue, target), ...retype(world, issue, issueTypeId)];
  issue.projectId = target.id;
  issue.issueTypeId = issueTypeId;
  refit(world, issue, target);
  items.push(...restatus(world, issue, statusId));
  finishUpdate(world, actor, issue, items);
}

function rekey(world: World, issue: IssueRecord, target: ProjectRecord): ChangeItem[] {
  const source = projectOf(world.state, issue);
  if (source.id === target.id) return [];
  const before = issue.key;
  issue.key = `${target.key}-${String(target.nextIssueNumber)}`;
  target.nextIssueNumber += 1;
  world.state.keys.set(issue.key, issue.id);
  return [
    plainItem('project', 'project', [source.id, source.name], [target.id, target.name]),
    plainItem('Key', null, [null, before], [null, issue.key]),
  ];
}

function retype(world: World, issue: IssueRecord, issueTypeId: string): ChangeItem[] {
  if (issue.issueTypeId === issueTypeId) return [];
  const name = (id: string): string => must(world.state.issueTypes.get(id), 'issue type').name;
  return [
    plainItem(
      'issuetype',
      'issuetype',
      [issue.issueTypeId, name(issue.issueTypeId)],
      [issueTypeId, name(issueTypeId)],
    ),
  ];
}

/** Drops the values that mean nothing in the new project. */
function refit(world: World, issue: IssueRecord, target: ProjectRecord): void {
  const kept = new Set(must(setupOf(target, issue.issueTypeId), 'issue type').fieldIds);
  for (const fieldId of Object.keys(issue.values)) {
    const local = ['components', 'fixVersions', 'versions', 'security'].includes(fieldId);
    if (local || !kept.has(fieldId)) putValue(world, issue, fieldId, null);
  }
  if (target.priorityIds && !target.priorityIds.includes(textOf(issue.values['priority'])))
    putValue(world, issue, 'priority', target.defaultPriorityId);
}

function restatus(world: World, issue: IssueRecord, wanted: string | null): ChangeItem[] {
  const workflow = workflowOf(world.state, issue);
  if (workflow.statusIds.includes(issue.statusId)) return [];
  const before = must(world.state.statuses.get(issue.statusId), 'status');
  const fallback = must(workflow.transitions.find((t) => t.type === 'INITIAL')?.to, 'initial status');
  const after = must(world.state.statuses.get(wanted ?? fallback), 'status');
  issue.statusId = after.id;
  if (before.category !== after.category) issue.statusChangedAt = world.clock.now();
  return [plainItem('status', 'status', [before.id, before.name], [after.id, after.name])];
}
