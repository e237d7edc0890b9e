/**
 * "Rebuild from Jira": after a reinstall the app's storage is empty, but its issues still carry their identity. Only
 * issues that the app itself created in the configured projects are linked again; nothing is created or changed but
 * the identity's owner, where the connection got a new key.
 */
import type { FindingFacts, LinkRecord } from '../../contract/link-record';
import { Identity } from '../../contract/identity';
import type { SettingsDocument } from '../../contract/settings';
import { goesTo } from '../../core/settings/goes-to';
import { effectiveSpace } from '../../core/settings/spaces';
import type { JiraFailure } from '../../core/jira/failure';
import { mark } from '../../core/data/hash';
import { linkKey } from '../../core/sync/link-key';
import { connectionOfOwner, ownerOf } from '../../core/sync/owner';
import { identityMark, statusMark } from '../../core/sync/plan';
import { currentFields, mappingsFor, markOfCurrent } from '../../mappings/mappings-for';
import { noteIssues } from './note-issues';
import { found } from '../../core/sync/issue-states';
import { commit } from '../records/commit';
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

/** Answers why Jira did not note the new owner, if so. */
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
  const key = linkKey(connection, identity);
  const known = (await ports.links.getMany([key])).get(key);
  if (known?.issues[identity.role] !== undefined) return seeAgain(ports, key, known, issue, settings);
  const owned = await ownIssue(ports, issue.id, key, ({ connection: one }) => !connections.has(one));
  if (!owned.isOwn) return undefined;
  const mine = { ...identity, owner: ownerOf(ports.site.environment(), connection) };
  if (owner !== connection) {
    const edited = await ports.jira.editIssue(issue.id, { identity: mine });
    if (!edited.ok) return edited.failure;
  }
  const record = recordOf(ports, connection, mine, { ...issue, project }, known, settings);
  await commit(ports, [{ key, before: known, after: record }]);
  return undefined;
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
  };
  await noteIssues(ports, [[key, before]], sight, settings);
}

/** Order of snapshots starts anew: whatever the portal sends next is newer. */
function recordOf(
  ports: Ports,
  connection: string,
  identity: Identity,
  fetched: FetchedIssue & { readonly project: string },
  known: LinkRecord | undefined,
  settings: SettingsDocument,
): LinkRecord {
  const { claim, ...unclaimed } = identity;
  const { space } = effectiveSpace(settings, identity.role, identity.product);
  const issue = found(
    fetched,
    {
      project: fetched.project,
      claim: { id: claim, at: 0, searches: 0 },
      labels: [],
      sent: {
        ...markOfCurrent(mappingsFor(settings, space), fetched.fields),
        [statusMark]: mark(identity.status),
        [identityMark]: mark(unclaimed),
      },
    },
    ports.now(),
  );
  const { summary } = fetched.fields;
  const facts: FindingFacts = {
    title: typeof summary === 'string' ? summary : identity.id.slice(0, 255),
    severity: identity.severity,
    status: identity.status,
    kind: identity.kind,
    tool: identity.tool,
    dueDate: identity.due,
  };
  return {
    connection,
    findingId: identity.id,
    product: identity.product,
    state: 'synced',
    version: 0,
    seenAt: 0,
    facts: known?.facts ?? facts,
    issues: { ...known?.issues, [identity.role]: issue },
  };
}
