/** Rivals as Jira shows them now: some may be gone, and some may have been put right. */
import { Identity } from '../../contract/identity';
import type { LinkRecord } from '../../contract/link-record';
import type { Role } from '../../contract/settings';
import { canonical } from '../data/hash';
import type { FetchedIssue } from '../jira/issue';
import { missingMs } from './hidden';
import { linkKey } from './link-key';
import { contestants, contestedRoles, heldByRivals, type Rival, withoutRivals } from './rivals';
import type { Vanished } from './vanished';

/** What Jira shows of issues, by id. */
export interface Sight extends Pick<Vanished, 'absent' | 'doubtful'> {
  readonly found: ReadonlyMap<string, FetchedIssue>;
  /** Connections whose portals hear of edits: of their issues the fields that people edit were read. */
  readonly hearing: ReadonlySet<string>;
  /** Records (keys) on whose issues people said something that is not known yet. */
  readonly unheard: ReadonlySet<string>;
}

/** The identity by which an issue claims to be the finding's issue of this role; undefined: it says something else. */
export function claimOf(record: LinkRecord, role: Role, issue: FetchedIssue): Identity | undefined {
  const identity = Identity.safeParse(issue.identity).data;
  const key = linkKey(record.connection, { id: record.findingId, product: record.product });
  return identity?.role === role && linkKey(record.connection, identity) === key ? identity : undefined;
}

/** The record after a look at its rivals; undefined when nothing is new. What is missing for a day is gone. `now` in ms. */
export function seenRivals(record: LinkRecord, sight: Sight, now: number): LinkRecord | undefined {
  let next = record;
  for (const role of contestedRoles(record)) {
    const before = contestants(record, role);
    const left = before.flatMap((rival) => seen(record, role, rival, sight, now));
    if (canonical(left) === canonical(before)) continue;
    const over = new Set(before.map(({ id }) => id));
    const rest = withoutRivals(next, role, over);
    next = left.length > 0 ? { ...rest, rivals: { ...rest.rivals, [role]: { issues: left } } } : rest;
  }
  return next === record ? undefined : heldByRivals(next);
}

function seen(
  record: LinkRecord,
  role: Role,
  rival: Rival,
  { found, absent, doubtful }: Sight,
  now: number,
): Rival[] {
  const issue = found.get(rival.id);
  const { missingSince, ...there } = rival;
  if (issue) {
    const { key, projectId = rival.project } = issue;
    return claimOf(record, role, issue) ? [{ ...there, key, project: projectId }] : [];
  }
  if (absent.has(rival.id)) {
    const since = missingSince ?? now;
    return now - since >= missingMs ? [] : [{ ...there, missingSince: since }];
  }
  return [doubtful.has(rival.id) ? there : rival];
}
