import { invalidPayload, JiraError } from '../http/jira-error';
import { isObject } from '../json';
import type { Json, JsonObject } from '../json';
import type { IssueRecord, LinkTypeRecord } from '../state/model';
import type { Actor, World } from '../world';
import { createLink, linkedIssueOf, linkTypeOf } from './links';

/** A link that an `update.issuelinks.add` asks for, from the point of view of the written issue. */
export interface WantedLink {
  readonly type: LinkTypeRecord;
  readonly other: IssueRecord;
  /** True when the written issue is the source and shows the other as its outward issue. */
  readonly outward: boolean;
}

/** Reads `update.issuelinks` operations; a missing issue or type is a refused field. @throws JiraError 400 */
export function readLinkOperations(
  world: World,
  actor: Actor,
  operations: readonly JsonObject[],
): WantedLink[] {
  try {
    return operations.map((operation) => readLink(world, actor, operation['add']));
  } catch (error) {
    if (error instanceof JiraError && error.status === 404)
      throw new JiraError(400, [], { issuelinks: error.message });
    throw error;
  }
}

function readLink(world: World, actor: Actor, add: Json | undefined): WantedLink {
  if (!isObject(add)) throw invalidPayload();
  const outward = add['outwardIssue'] !== undefined;
  const other = linkedIssueOf(world, actor, outward ? add['outwardIssue'] : add['inwardIssue']);
  return { type: linkTypeOf(world, add['type']), other, outward };
}

/** Makes the links of a written issue. */
export function makeLinks(
  world: World,
  actor: Actor,
  issue: IssueRecord,
  wanted: readonly WantedLink[],
): void {
  for (const { type, other, outward } of wanted)
    createLink(world, actor, type, outward ? issue : other, outward ? other : issue);
}
