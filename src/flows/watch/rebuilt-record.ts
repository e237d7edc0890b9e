import type { FindingFacts, IssueThere, LinkRecord } from '../../contract/link-record';
import type { Identity } from '../../contract/identity';
import type { SettingsDocument } from '../../contract/settings';
import { mark } from '../../core/data/hash';
import type { FetchedIssue } from '../../core/jira/issue';
import { groupOfIdentity, rebuiltGroup } from '../../core/groups/rebuilt-group';
import { effectiveSpace } from '../../core/settings/spaces';
import { found } from '../../core/sync/issue-states';
import { identityMark, statusMark } from '../../core/sync/plan';
import { mappingsFor, markOfCurrent } from '../../mappings/mappings-for';

/** An issue that tells whose it is. */
interface Claiming {
  readonly connection: string;
  readonly identity: Identity;
  readonly fetched: FetchedIssue;
}

/**
 * The record of a finding whose issue tells what it is. Order of snapshots starts anew: whatever the portal sends next is
 * newer. `now` in ms.
 */
export function rebuiltRecord(
  { connection, identity, fetched }: Claiming,
  known: LinkRecord | undefined,
  settings: SettingsDocument,
  now: number,
): LinkRecord {
  const { summary } = fetched.fields;
  const facts: FindingFacts = {
    title: typeof summary === 'string' ? summary : identity.id.slice(0, 255),
    severity: identity.severity,
    status: identity.status,
    kind: identity.kind,
    tool: identity.tool,
    dueDate: identity.due,
  };
  const { id: findingId, product, role } = identity;
  const issues = { ...known?.issues, [role]: rebuiltIssue(identity, fetched, settings, now) };
  const ref = groupOfIdentity(identity);
  const group = ref && { group: rebuiltGroup(ref, identity, known?.group) };
  if (known?.state === 'held' || known?.state === 'pending') return { ...known, ...group, issues };
  const bare = { connection, findingId, product, version: 0, seenAt: 0, facts };
  return { ...(known ?? bare), ...group, state: 'synced', issues };
}

/** An issue as if what it shows had just been sent. That its claim has no time says that only the issue itself told it. */
export function rebuiltIssue(
  identity: Identity,
  fetched: FetchedIssue,
  settings: SettingsDocument,
  now: number,
): IssueThere {
  const { claim, ...unclaimed } = identity;
  const { space } = effectiveSpace(settings, identity.role, identity.product);
  const claiming = {
    project: fetched.projectId ?? '',
    claim: { id: claim, at: 0, searches: 0 },
    labels: [],
    sent: {
      ...markOfCurrent(mappingsFor(settings, space), fetched.fields),
      [statusMark]: mark(identity.status),
      [identityMark]: mark(unclaimed),
    },
  };
  return found(fetched, claiming, now);
}
