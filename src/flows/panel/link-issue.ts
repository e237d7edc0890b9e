/** A person gives a finding an existing issue of the other space, or takes that away from it. */
import { Identity } from '../../contract/identity';
import type { LinkRecord } from '../../contract/link-record';
import type { Role } from '../../contract/settings';
import type { FetchedIssue } from '../../core/jira/issue';
import { readySpace, spaceOfRecord } from '../../core/settings/spaces';
import { found } from '../../core/sync/issue-states';
import { issuesMade, issueThere } from '../../core/sync/issues';
import { linkKey } from '../../core/sync/link-key';
import { contestants } from '../../core/sync/rivals';
import type { Ports } from '../ports';
import { ownIssue } from '../records/own-issue';
import { changeFinding, type InFront, type Wish } from './change-finding';
import { otherRole } from './panel-issue';
import type { Person } from '../ports-person';
import { type Acted, refused } from './refused';

const mayNotLink = refused('forbidden', 'You need permission to link issues here.');
/** Hidden and missing issues are answered alike, and so is what would tell of an issue that the person may not see. */
const noIssue = refused('not_found', 'There is no such issue, or it cannot be linked here.');

/** Adopts the issue of this key as the finding's other one. */
export async function linkIssue(ports: Ports, issueId: string, person: Person, key: string): Promise<Acted> {
  const asked = (await person.browses([key])).get(key);
  return changeFinding(ports, issueId, person, {
    outcome: 'linked',
    at: ({ role }) => otherRole(role),
    async change(of) {
      if (!(await person.may(issueId, ['LINK_ISSUES'])).has('LINK_ISSUES')) return mayNotLink;
      if (!asked) return noIssue;
      const read = await ports.jira.fetchIssues([asked.id], { fields: [] });
      const fetched = read.ok ? read.value.get(asked.id) : undefined;
      // The app itself does not see it: then it could not keep it in step either.
      return fetched ? adopted(ports, of, otherRole(of.role), fetched, person) : noIssue;
    },
  });
}

/** The record with an existing issue as its issue of a role, or why it does not take it. The issue is claimed for it. */
export async function adopted(
  ports: Ports,
  { key, record }: Pick<InFront, 'key' | 'record'>,
  role: Role,
  fetched: FetchedIssue,
  person: Person,
): Promise<Wish> {
  if (issueThere(record, role)?.id === fetched.id) return record;
  const { document: settings } = await ports.settings.read();
  const space = spaceOfRecord(record, role, settings);
  const ready = readySpace(space, record.facts.kind);
  if (!space.enabled || 'missing' in ready)
    return refused('conflict', 'No project is set up for the other issue.', 'unset');
  if (fetched.projectId !== ready.projectId)
    return refused('conflict', 'The issue is not in the project that is set up for it.', 'elsewhere');
  const hindrance = await pairedWith(record, role, person);
  if (hindrance) return hindrance;
  if (isAnothers(record, fetched) || !(await ownIssue(ports, fetched.id, key)).isOwn)
    return refused('conflict', 'The issue belongs to a finding already.', 'taken');
  const issue = found(fetched, { project: ready.projectId, adopted: true, labels: [] }, ports.now());
  return {
    ...record,
    issues: { ...record.issues, [role]: issue },
    parted: partedStill(record, role, fetched.id),
    todo: { ...record.todo, apply: ports.now() },
  };
}

/** What is still to be taken off another issue that was unlinked before is not forgotten. */
function partedStill({ parted }: LinkRecord, role: Role, linked: string): LinkRecord['parted'] {
  const { [role]: before, ...rest } = parted ?? {};
  const left = before?.issue && before.issue.id !== linked ? { ...rest, [role]: before } : rest;
  return Object.keys(left).length > 0 ? left : undefined;
}

/** Why the finding takes no other issue; undefined: it has none. */
async function pairedWith(
  record: LinkRecord,
  role: Role,
  person: Person,
): Promise<Required<Acted> | undefined> {
  const held = record.issues[role];
  if (contestants(record, role).length > 0) return noIssue;
  if (!held || held.state === 'gone') return undefined;
  if (held.state === 'claimed')
    return refused('unavailable', 'An issue is just being made. Try again in a moment.', 'busy');
  return (await person.browses([held.id])).has(held.id)
    ? refused('conflict', 'The finding has its other issue already. Unlink that first.', 'paired')
    : noIssue;
}

/** Whether the issue says that it is another finding's. */
function isAnothers(record: LinkRecord, { identity }: FetchedIssue): boolean {
  const said = Identity.safeParse(identity).data;
  const { connection, findingId: id, product } = record;
  return said !== undefined && linkKey(connection, said) !== linkKey(connection, { id, product });
}

/** Takes the other issue away from the finding; the app makes no new one in its place. */
export async function unlinkIssue(ports: Ports, issueId: string, person: Person): Promise<Acted> {
  return changeFinding(ports, issueId, person, {
    outcome: 'unlinked',
    at: ({ role }) => otherRole(role),
    async change({ record, role }) {
      if (!(await person.may(issueId, ['LINK_ISSUES'])).has('LINK_ISSUES')) return mayNotLink;
      const other = otherRole(role);
      const issue = issueThere(record, other);
      if (!issue || !(await person.browses([issue.id])).has(issue.id)) return noIssue;
      if (record.parted?.[other]?.issue)
        return refused(
          'unavailable',
          'The issue before is just being unlinked. Try again in a moment.',
          'busy',
        );
      return withoutIssue(record, other, ports.now());
    },
  });
}

function withoutIssue(record: LinkRecord, role: Role, now: number): LinkRecord {
  const { [role]: issue, ...issues }: LinkRecord['issues'] = structuredClone(record.issues);
  for (const left of issuesMade({ issues })) delete left.linked;
  const mark =
    issue && issue.state !== 'claimed'
      ? { issue: { id: issue.id, key: issue.key, project: issue.project } }
      : {};
  return {
    ...record,
    issues,
    parted: { ...record.parted, [role]: mark },
    todo: { ...record.todo, part: now },
  };
}
