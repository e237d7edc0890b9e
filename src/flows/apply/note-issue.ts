import type { LinkedIssue } from '../../contract/link-record';
import type { FetchedIssue } from '../ports';

/** Brings what is remembered of an issue up to what Jira just said. */
export function noteIssue(issue: LinkedIssue, fetched: FetchedIssue): void {
  issue.id = fetched.id;
  issue.key = fetched.key;
  issue.project = fetched.projectId ?? issue.project;
  issue.issueType = fetched.issueTypeId ?? issue.issueType;
  issue.resolution = fetched.resolution?.id;
  if (fetched.status) {
    issue.status = fetched.status.id;
    issue.category = fetched.status.category;
  }
}
