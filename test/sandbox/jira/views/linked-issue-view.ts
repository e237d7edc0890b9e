import type { JsonObject } from '../json';
import { must, projectOf } from '../state/lookup';
import type { IssueRecord, LinkRecord, LinkTypeRecord } from '../state/model';
import type { World } from '../world';
import { priorityView, selfOf } from './choice-views';
import { issueTypeView } from './project-view';
import { statusView } from './status-view';

/** The few fields of another issue that links, parents and sub-tasks carry. */
export function linkedIssueView(world: World, issue: IssueRecord): JsonObject {
  const priority = projectOf(world.state, issue).priorityIds && issue.values['priority'];
  const record = typeof priority === 'string' ? world.state.priorities.get(priority) : undefined;
  return {
    id: issue.id,
    key: issue.key,
    self: selfOf(world, `issue/${issue.id}`),
    fields: {
      summary: issue.values['summary'] ?? '',
      status: statusView(world, must(world.state.statuses.get(issue.statusId), 'status')),
      ...(record ? { priority: priorityView(world, record) } : {}),
      issuetype: issueTypeView(world, must(world.state.issueTypes.get(issue.issueTypeId), 'issue type')),
    },
  };
}

/** The parent of an issue, in the form of a linked issue. */
export function parentView(world: World, issue: IssueRecord): JsonObject {
  return linkedIssueView(world, issue);
}

/** A link type with its two readings. */
export function linkTypeView(world: World, type: LinkTypeRecord): JsonObject {
  return {
    id: type.id,
    name: type.name,
    inward: type.inward,
    outward: type.outward,
    self: selfOf(world, `issueLinkType/${type.id}`),
  };
}

/** A link as one of its issues shows it: the source names the outward issue, the destination the inward one. */
export function issueLinkView(world: World, link: LinkRecord, seenFrom: string): JsonObject {
  const type = must(world.state.linkTypes.get(link.typeId), 'link type');
  const outward = link.sourceId === seenFrom;
  const other = must(world.state.issues.get(outward ? link.destinationId : link.sourceId), 'issue');
  return {
    id: link.id,
    self: selfOf(world, `issueLink/${link.id}`),
    type: linkTypeView(world, type),
    [outward ? 'outwardIssue' : 'inwardIssue']: linkedIssueView(world, other),
  };
}
