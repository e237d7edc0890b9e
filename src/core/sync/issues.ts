/** Narrow ways to the issues of a record: whoever needs one that is there gets one that is there. */
import type { IssueThere, LinkedIssue, LinkRecord, MadeIssue } from '../../contract/link-record';
import { type Role, roles } from '../../contract/settings';

type WithIssues = Pick<LinkRecord, 'issues'>;

/** Whether there is an issue in Jira, as far as is known. */
export function isThere(issue: LinkedIssue | undefined): issue is IssueThere {
  return issue?.state === 'there';
}

/** Whether Jira has or had the issue. */
export function wasMade(issue: LinkedIssue | undefined): issue is MadeIssue {
  return issue !== undefined && issue.state !== 'claimed';
}

/** The issue of a role, if Jira has it. */
export function issueThere({ issues }: WithIssues, role: Role): IssueThere | undefined {
  const issue = issues[role];
  return isThere(issue) ? issue : undefined;
}

/** The issue of a role, if Jira has or had it. */
export function issueMade({ issues }: WithIssues, role: Role): MadeIssue | undefined {
  const issue = issues[role];
  return wasMade(issue) ? issue : undefined;
}

/** All issues that Jira has. */
export function issuesThere({ issues }: WithIssues): IssueThere[] {
  return Object.values(issues).filter(isThere);
}

/** All issues that Jira has or had. */
export function issuesMade({ issues }: WithIssues): MadeIssue[] {
  return Object.values(issues).filter(wasMade);
}

/** The issues, those that Jira has or had changed as `changeOf` says. */
export function mapMade(
  issues: LinkRecord['issues'],
  changeOf: (issue: MadeIssue) => Partial<Pick<MadeIssue, 'sent' | 'linked'>>,
): LinkRecord['issues'] {
  return Object.fromEntries(
    Object.entries(issues).map(([role, issue]) => [
      role,
      wasMade(issue) ? { ...issue, ...changeOf(issue) } : issue,
    ]),
  );
}

/** The role of the issue with this id; undefined: the record names no such issue. */
export function roleOf({ issues }: WithIssues, id: string): Role | undefined {
  return roles.find((role) => {
    const issue = issues[role];
    return wasMade(issue) && issue.id === id;
  });
}

/** The id of the create call that made the issue or is to make it; empty for one that was adopted, or is not yet begun. */
export function claimIdOf(issue: LinkedIssue | undefined): string {
  return issue?.claim?.id ?? '';
}
