import type { LinkRecord } from '../../contract/link-record';
import { issuesMade } from './issues';
import { contestedIds } from './rivals';

/** The issues that a change of a record makes its own, and those that it lets go. An issue that is gone stays its own. */
export function pointersBetween(
  before: LinkRecord | undefined,
  after: LinkRecord,
): { readonly taken: string[]; readonly freed: string[] } {
  const [had, has] = [issueIdsOf(before), issueIdsOf(after)];
  return { taken: has.filter((id) => !had.includes(id)), freed: had.filter((id) => !has.includes(id)) };
}

/** Whether the record says that this issue is its own. */
export function namesIssue(record: LinkRecord, issueId: string): boolean {
  return issueIdsOf(record).includes(issueId);
}

/** The issues of a record, also those that are gone, and those among which somebody has to choose. */
export function issueIdsOf(record: LinkRecord | undefined): string[] {
  return record ? [...issuesMade(record).map(({ id }) => id), ...contestedIds(record)] : [];
}
