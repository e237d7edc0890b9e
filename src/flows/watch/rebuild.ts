/**
 * "Rebuild from Jira": after a reinstall the app's storage is empty, but its issues still carry their identity. Only
 * issues that the app itself created in the configured projects are linked again; nothing is created or changed but
 * the identity's owner, where the connection got a new key. Where several issues claim one finding, an admin decides.
 */
import type { LinkRecord } from '../../contract/link-record';
import { Identity } from '../../contract/identity';
import type { Role, SettingsDocument } from '../../contract/settings';
import { goesTo } from '../../core/settings/goes-to';
import type { JiraFailure } from '../../core/jira/failure';
import { busySeconds, isLeased } from '../../core/sync/lease';
import { groupKeyOf, rebuiltMembers } from '../../core/groups/rebuilt-group';
import { linkKey } from '../../core/sync/link-key';
import { connectionOfOwner, ownerOf } from '../../core/sync/owner';
import { namesIssue } from '../../core/sync/pointers';
import {
  contestants,
  contestedIds,
  isKnown,
  isOnlyClaimed,
  type Rival,
  withRival,
} from '../../core/sync/rivals';
import { currentFields } from '../../mappings/mappings-for';
import { noteIssues } from './note-issues';
import { rebuiltRecord } from './rebuilt-record';
import { type Change, commit } from '../records/commit';
import { ownIssue } from '../records/own-issue';
import type { Ports } from '../ports';
import type { FetchedIssue } from '../../core/jira/issue';
import { projectsOf } from './reconcile';

interface RebuiltPage {
  /** Where to go on; absent: done, or at this page again. */
  readonly next?: string;
  /** Seconds until Jira may be asked again: this page is not done. */
  readonly after?: number;
}

/** Relinks a page and rings for the next one, or for this one again when Jira's limits want it so. */
export async function rebuild(ports: Ports, connection: string, page?: string): Promise<void> {
  const { next, after } = await rebuildPage(ports, connection, page);
  if (after !== undefined) await ports.bells.ringRebuild(connection, page, after);
  else if (next !== undefined) await ports.bells.ringRebuild(connection, next);
}

/** Relinks one page of issues to a connection. Safe to repeat. @throws when Jira does not answer clearly */
async function rebuildPage(ports: Ports, connection: string, page?: string): Promise<RebuiltPage> {
  const { document: settings } = await ports.settings.read();
  const projects = projectsOf(settings);
  const self = await ports.jira.self();
  if (!self.ok) return pauseAfter(self.failure);
  const found = await ports.jira.findWithIdentity(projects, currentFields(settings), page);
  if (!found.ok) return pauseAfter(found.failure);
  const connections = new Set(
    (await ports.connections.list()).filter((one) => one.archived?.findings !== 0).map(({ key }) => key),
  );
  for (const issue of found.value.issues) {
    if (issue.creator !== self.value) continue;
    const failure = await relink(ports, connection, connections, issue, settings);
    if (failure) return pauseAfter(failure);
  }
  return found.value.next === undefined ? {} : { next: found.value.next };
}

function pauseAfter(failure: JiraFailure): RebuiltPage {
  if (failure.kind === 'limited') return { after: failure.retryAfter };
  throw new Error('Jira did not let the app look for its own issues.');
}

/** Answers why this page has to be read again later, if so. */
async function relink(
  ports: Ports,
  connection: string,
  connections: ReadonlySet<string>,
  issue: FetchedIssue,
  settings: SettingsDocument,
): Promise<JiraFailure | undefined> {
  const identity = Identity.safeParse(issue.identity).data;
  const owner = connectionOfOwner(ports.site.environment(), identity?.owner);
  // Another environment's issue, or one of a connection that still stands and knows its findings itself.
  if (!identity || owner === undefined || (owner !== connection && connections.has(owner))) return undefined;
  // Whoever may edit an issue may write into its identity what it is: it must lie where such issues go.
  const { projectId: project } = issue;
  if (project === undefined || !goesTo(project, identity.role, identity.product, settings)) return undefined;
  const key = groupKeyOf(connection, identity) ?? linkKey(connection, identity);
  const known = (await ports.links.getMany([key])).get(key);
  if (known && namesIssue(known, issue.id)) return seeAgain(ports, key, known, issue, settings);
  const standing = known && standingOf(known, identity.role, ports.now());
  if (standing !== undefined) return standing === 'busy' ? busy : undefined;
  const owned = await ownIssue(ports, issue.id, key, (one) => yields(one, issue.id, connections));
  if (!owned.isOwn) return undefined;
  const linked = isContested(known, identity.role)
    ? { key, before: known, after: withRival(known, identity.role, rivalOf(issue)) }
    : await takeOver(ports, { connection, key, known }, identity, issue, settings);
  if ('kind' in linked) return linked;
  const saved = (await commit(ports, [linked])).get(key);
  if (saved?.group) await addMembers(ports, saved);
  return saved ? undefined : busy;
}

/** Why a record is left as it is: it knows better, or somebody else is at it. */
function standingOf(known: LinkRecord, role: Role, now: number): 'known' | 'busy' | undefined {
  if (isKnown(known, role)) return 'known';
  return isLeased(known, now) ? 'busy' : undefined;
}

/** Another issue may be the finding's too. */
function isContested(known: LinkRecord | undefined, role: Role): known is LinkRecord {
  return known !== undefined && (isOnlyClaimed(known, role) || contestants(known, role).length > 0);
}

/** The findings of a group have records of their own: those that are there know better. */
async function addMembers(ports: Ports, group: LinkRecord): Promise<void> {
  const members = rebuiltMembers(group).map((record) => {
    const { connection, findingId: id, product } = record;
    return { key: linkKey(connection, { id, product }), before: undefined, after: record };
  });
  const known = await ports.links.getMany(members.map(({ key }) => key));
  await commit(
    ports,
    members.filter(({ key }) => !known.has(key)),
  );
}

/** Somebody else is at the finding: its page is read again. */
const busy: JiraFailure = { kind: 'limited', retryAfter: busySeconds, reason: 'busy', own: true };

/** A connection that is no more has no issues, and who contests an issue has none of them yet. */
function yields(owner: LinkRecord, issueId: string, connections: ReadonlySet<string>): boolean {
  return !connections.has(owner.connection) || contestedIds(owner).includes(issueId);
}

function rivalOf({ id, key, projectId = '' }: FetchedIssue): Rival {
  return { id, key, project: projectId };
}

/** The change that links the issue, once Jira has noted its owner; else why it did not. */
async function takeOver(
  ports: Ports,
  { connection, key, known }: { connection: string; key: string; known: LinkRecord | undefined },
  identity: Identity,
  issue: FetchedIssue,
  settings: SettingsDocument,
): Promise<Change | JiraFailure> {
  const mine = { ...identity, owner: ownerOf(ports.site.environment(), connection) };
  if (mine.owner !== identity.owner) {
    const edited = await ports.jira.editIssue(issue.id, { identity: mine });
    if (!edited.ok) return edited.failure;
  }
  const one = { connection, identity: mine, fetched: issue };
  return { key, before: known, after: rebuiltRecord(one, known, settings, ports.now()) };
}

/** An issue that was thought gone is there. */
async function seeAgain(
  ports: Ports,
  key: string,
  before: LinkRecord,
  issue: FetchedIssue,
  settings: SettingsDocument,
): Promise<undefined> {
  const sight = {
    found: new Map([[issue.id, issue]]),
    absent: new Set<string>(),
    doubtful: new Set<string>(),
    hearing: new Set<string>(),
    unheard: new Set<string>(),
  };
  await noteIssues(ports, [[key, before]], sight, settings);
}
