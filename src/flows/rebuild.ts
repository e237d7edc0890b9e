/**
 * "Rebuild from Jira": after a reinstall the app's storage is empty, but its issues still carry their identity. Only
 * issues that the app itself created in the configured projects are linked again; nothing is created or changed but
 * the identity's owner, where the connection got a new key.
 */
import type { FindingFacts, LinkedIssue, LinkRecord } from '../contract/link-record';
import { Identity } from '../contract/identity';
import { mark } from '../core/hash';
import { linkKey } from '../core/link-key';
import { connectionOfOwner, ownerOf } from '../core/owner';
import { identityMark, statusMark } from '../core/plan';
import { currentFields, markOfCurrent } from '../mappings/draft';
import { noteIssue } from './apply/note-issue';
import type { FetchedIssue, Ports } from './ports';
import { projectsOf } from './reconcile';

interface RebuiltPage {
  readonly relinked: number;
  /** Where to go on; absent: done. */
  readonly next?: string;
}

/** Relinks a page and rings for the next one. */
export async function rebuild(ports: Ports, connection: string, page?: string): Promise<void> {
  const { next } = await rebuildPage(ports, connection, page);
  if (next !== undefined) await ports.bells.ringRebuild(connection, next);
}

/** Relinks one page of issues to a connection. Safe to repeat. @throws when Jira does not answer clearly */
async function rebuildPage(ports: Ports, connection: string, page?: string): Promise<RebuiltPage> {
  const { document: settings } = await ports.settings.read();
  const projects = projectsOf(settings);
  const self = await ports.jira.self();
  const found = await ports.jira.findWithIdentity(projects, currentFields, page);
  if (!self.ok || !found.ok) throw new Error('Jira did not answer the search for the app’s own issues.');
  const connections = new Set((await ports.connections.list()).map(({ key }) => key));
  let relinked = 0;
  for (const issue of found.value.issues) {
    if (issue.creator !== self.value) continue;
    if (await relink(ports, connection, connections, issue)) relinked += 1;
  }
  return { relinked, ...(found.value.next === undefined ? {} : { next: found.value.next }) };
}

async function relink(
  ports: Ports,
  connection: string,
  connections: ReadonlySet<string>,
  issue: FetchedIssue,
): Promise<boolean> {
  const identity = Identity.safeParse(issue.identity).data;
  const owner = connectionOfOwner(ports.site.environment(), identity?.owner);
  // Another environment's issue, or one of a connection that still stands and knows its findings itself.
  if (!identity || owner === undefined || (owner !== connection && connections.has(owner))) return false;
  const key = linkKey(connection, identity.id);
  const known = (await ports.links.getMany([key])).get(key);
  if (known?.issues[identity.role] !== undefined) return false;
  const mine = { ...identity, owner: ownerOf(ports.site.environment(), connection) };
  if (owner !== connection) {
    const edited = await ports.jira.editIssue(issue.id, { identity: mine });
    if (!edited.ok) throw new Error('Jira refused to note the new owner of an issue.');
  }
  const record = recordOf(ports, connection, mine, issue, known);
  const saved = await ports.links.saveMany([{ key, expected: known?.version, record }]);
  return saved.has(key);
}

/** Order of snapshots starts anew: whatever the portal sends next is newer. */
function recordOf(
  ports: Ports,
  connection: string,
  identity: Identity,
  fetched: FetchedIssue,
  known: LinkRecord | undefined,
): LinkRecord {
  const { claim, ...unclaimed } = identity;
  const issue: LinkedIssue = {
    claim: { id: claim, at: 0, searches: 0 },
    labels: [],
    sent: {
      ...markOfCurrent(fetched.fields),
      [statusMark]: mark(identity.status),
      [identityMark]: mark(unclaimed),
    },
  };
  noteIssue(issue, fetched, ports.now());
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
    version: (known?.version ?? 0) + 1,
    seenAt: 0,
    facts: known?.facts ?? facts,
    issues: { ...known?.issues, [identity.role]: issue },
  };
}
