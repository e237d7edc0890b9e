/** Link records as older versions of the app stored them, brought to the shape of today. */
import { z } from 'zod';
import { LinkRecord } from '../link-record';
import { readStored } from './versions';

/** Raised whenever the shape changes. */
export const recordVersion = 2;

/** Until version 2 an issue did not say its state: what it had told, and what it lacked. */
const OldIssue = z.looseObject({
  id: z.string().optional(),
  claim: z.unknown().optional(),
  gone: z.boolean().optional(),
  project: z.string().default(''),
});
const OldRecord = z.looseObject({
  state: z.string(),
  cause: z.string().optional(),
  reason: z.unknown().optional(),
  issues: z.partialRecord(z.string(), OldIssue).default({}),
});

/**
 * Reads what this or an older version of the app stored.
 * @throws NewerVersion, or what zod says of a shape that was never stored
 */
export function upgradeRecord(stored: unknown): LinkRecord {
  return readStored({ shape: LinkRecord, version: recordVersion, upgrade }, stored);
}

function upgrade(stored: unknown): unknown {
  const { issues, ...record } = OldRecord.parse(stored);
  const upgraded = Object.entries(issues).flatMap(([role, issue]) => {
    const known = issue && issueOf(issue);
    return known ? [[role, known]] : [];
  });
  return { ...record, state: stateOf(record), issues: Object.fromEntries(upgraded) as unknown };
}

/** Held without saying by what was possible: such a finding waits for its next snapshot. */
function stateOf({
  state,
  cause,
  reason,
}: Pick<z.infer<typeof OldRecord>, 'state' | 'cause' | 'reason'>): string {
  return state === 'held' && (cause === undefined || reason === undefined) ? 'pending' : state;
}

/** An issue without id and claim said nothing: there was none. */
function issueOf({ gone, ...issue }: z.infer<typeof OldIssue>): object | undefined {
  if (issue.id !== undefined)
    return { key: '', issueType: '', sent: {}, ...issue, state: gone === true ? 'gone' : 'there' };
  const { claim, project } = issue;
  return claim === undefined ? undefined : { state: 'claimed', claim, project };
}
