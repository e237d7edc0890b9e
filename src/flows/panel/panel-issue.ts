/** The issue in front of a person, with the record of its finding. */
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import type { Role } from '../../contract/settings';
import { issueThere, roleOf } from '../../core/sync/issues';
import type { ReadPorts } from '../ports';
import { recordsOfIssues } from '../records/own-issue';
import type { Person } from '../ports-person';

export interface PanelIssue {
  readonly key: string;
  readonly record: LinkRecord;
  /** Whose issue it is, and the issue itself. */
  readonly role: Role;
  readonly issue: IssueThere;
}

/** Whose the issue is, its pointer tells; undefined: no finding's. */
export async function panelIssue(
  ports: Pick<ReadPorts, 'links' | 'pointers'>,
  issueId: string,
): Promise<PanelIssue | undefined> {
  const { key, record } = (await recordsOfIssues(ports, [issueId])).get(issueId) ?? {};
  const role = record && roleOf(record, issueId);
  const issue = record && role && issueThere(record, role);
  return key !== undefined && record && role && issue ? { key, record, role, issue } : undefined;
}

/** The other role. */
export function otherRole(role: Role): Role {
  return role === 'product' ? 'security' : 'product';
}

/** The issue that decisions about risk need Edit on: the security team's, or the only one. */
export function decidingIssue(record: LinkRecord): IssueThere | undefined {
  return issueThere(record, 'security') ?? issueThere(record, 'product');
}

/** Whether the person may decide about the risk of the finding. */
export async function mayDecide(person: Person, record: LinkRecord): Promise<boolean> {
  const issue = decidingIssue(record);
  return issue !== undefined && (await person.may(issue.id, ['EDIT_ISSUES'])).has('EDIT_ISSUES');
}
