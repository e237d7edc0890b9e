import { JiraError } from '../http/jira-error';
import { idOf, objectOr, stringOf } from '../json';
import type { Json, JsonObject } from '../json';
import { findIssue, must } from '../state/lookup';
import type { IssueRecord, LinkRecord, LinkTypeRecord } from '../state/model';
import { addToSet, nextId, removeFromSet } from '../state/site-state';
import { linkTypeView } from '../views/linked-issue-view';
import type { Actor, World } from '../world';
import { plainItem } from './change-items';
import { canSeeIssue } from './permissions';
import { touch, writeHistory } from './store-changes';

const LINK_CAP = 2000;

/** The link type a `{id}` or `{name}` names. @throws JiraError 404 */
export function linkTypeOf(world: World, value: Json | undefined): LinkTypeRecord {
  const reference = objectOr(value);
  const id = idOf(reference['id']);
  const name = stringOf(reference['name'])?.toLowerCase();
  for (const type of world.state.linkTypes.values())
    if (id === undefined ? type.name.toLowerCase() === name : type.id === id) return type;
  throw new JiraError(404, [
    `No issue link type with ${id === undefined ? 'name' : 'id'} '${id ?? name ?? ''}' found.`,
  ]);
}

/** The visible issue a `{id}` or `{key}` names. @throws JiraError 404 */
export function linkedIssueOf(world: World, actor: Actor, value: Json | undefined): IssueRecord {
  const reference = objectOr(value);
  const name = stringOf(reference['key']) ?? idOf(reference['id']);
  const issue = name === undefined ? undefined : findIssue(world.state, name);
  if (!issue || !canSeeIssue(world, actor.accountId, issue))
    throw new JiraError(404, [`Issue does not exist or you do not have permission to see it.`]);
  return issue;
}

/** Links two issues; the same link twice is one link. @throws JiraError 413 */
export function createLink(
  world: World,
  actor: Actor,
  type: LinkTypeRecord,
  source: IssueRecord,
  destination: IssueRecord,
): void {
  if (source.id === destination.id) throw new JiraError(400, ['You cannot link an issue to itself.']);
  if (linksOf(world, source).some((link) => isSame(link, type, source, destination))) return;
  for (const issue of [source, destination])
    if (linksOf(world, issue).length >= LINK_CAP)
      throw new JiraError(413, ['The issue has reached the limit of 2000 issue links.']);
  const link: LinkRecord = {
    id: nextId(world.state, 'link'),
    typeId: type.id,
    sourceId: source.id,
    destinationId: destination.id,
  };
  world.state.links.set(link.id, link);
  addToSet(world.state.linksOf, source.id, link.id);
  addToSet(world.state.linksOf, destination.id, link.id);
  logLink(world, actor, link, 'added');
  raiseLinkEvent(world, 'avi:jira:created:issuelink', link, actor.accountId);
}

function isSame(
  link: LinkRecord,
  type: LinkTypeRecord,
  source: IssueRecord,
  destination: IssueRecord,
): boolean {
  return link.typeId === type.id && link.sourceId === source.id && link.destinationId === destination.id;
}

/** The links of an issue, oldest first. */
export function linksOf(world: World, issue: IssueRecord): LinkRecord[] {
  const ids = world.state.linksOf.get(issue.id) ?? new Set<string>();
  return [...ids].map((id) => must(world.state.links.get(id), 'link'));
}

/** Removes a link and raises its event. */
export function deleteLink(world: World, actor: Actor, link: LinkRecord): void {
  logLink(world, actor, link, 'removed');
  dropLink(world, link);
  raiseLinkEvent(world, 'avi:jira:deleted:issuelink', link, actor.accountId);
}

/** Removes a link without a trace, as the deletion of an issue does. */
export function dropLink(world: World, link: LinkRecord): void {
  world.state.links.delete(link.id);
  removeFromSet(world.state.linksOf, link.sourceId, link.id);
  removeFromSet(world.state.linksOf, link.destinationId, link.id);
}

function logLink(world: World, actor: Actor, link: LinkRecord, what: 'added' | 'removed'): void {
  const type = must(world.state.linkTypes.get(link.typeId), 'link type');
  const source = must(world.state.issues.get(link.sourceId), 'issue');
  const destination = must(world.state.issues.get(link.destinationId), 'issue');
  const sides = [
    [source, destination, type.outward],
    [destination, source, type.inward],
  ] as const;
  for (const [issue, other, reading] of sides) {
    const value = [other.key, `This issue ${reading} ${other.key}`] as const;
    const nothing = [null, null] as const;
    const item =
      what === 'added'
        ? plainItem('Link', 'issuelinks', nothing, value)
        : plainItem('Link', 'issuelinks', value, nothing);
    writeHistory(world, issue, actor.accountId, [item]);
    touch(world, issue);
  }
}

function raiseLinkEvent(world: World, name: string, link: LinkRecord, accountId: string): void {
  const at = world.clock.now();
  const source = must(world.state.issues.get(link.sourceId), 'issue');
  const destination = must(world.state.issues.get(link.destinationId), 'issue');
  const type = must(world.state.linkTypes.get(link.typeId), 'link type');
  const { self: _self, ...issueLinkType } = linkTypeView(world, type);
  const payload: JsonObject = {
    id: link.id,
    sourceIssueId: source.id,
    destinationIssueId: destination.id,
    sourceProjectId: source.projectId,
    destinationProjectId: destination.projectId,
    issueLinkType,
    timestamp: String(at),
  };
  world.events.emit({ name, payload, accountId, issueId: source.id, at });
}
