/** Comments that no event told: found in issues that were read anyway. */
import { at } from '../../core/data/look-up';
import type { Connection } from '../../contract/connection';
import type { LinkRecord } from '../../contract/link-record';
import { roles } from '../../contract/settings';
import type { Thread } from '../../contract/stored/threads';
import { hear, type Policy } from '../../core/comments/hear';
import { type Looked, lookedOn } from '../../core/comments/looked';
import { copiesToWrite } from '../../core/comments/mirror';
import { emptyThread } from '../../core/comments/thread';
import { waysOf } from '../../core/comments/ways';
import type { FetchedIssue } from '../../core/jira/issue';
import { commentsIn } from '../../core/jira/seen-comment';
import { issueThere } from '../../core/sync/issues';
import { policyOf } from '../comments/listen';
import type { Ports } from '../ports';

/** The field that has to be read of issues for it. */
export const commentField = 'comment';

/** Whether people's comments of a connection may go anywhere. */
export function listens(connection: Connection): boolean {
  const { fromJira, between } = waysOf(connection);
  return between || (fromJira !== 'off' && connection.hears !== undefined);
}

/** The records (keys) on whose issues something was said, changed or deleted that is not known yet. */
export async function findUnheard(
  ports: Ports,
  rows: Iterable<readonly [string, LinkRecord]>,
  found: ReadonlyMap<string, FetchedIssue>,
  listening: ReadonlyMap<string, Connection>,
): Promise<Set<string>> {
  const asked = [...rows].filter(
    ([, record]) => listening.has(record.connection) && mayHaveTalk(record, found),
  );
  const threads = await ports.threads.readMany(asked.map(([key]) => key));
  const unheard = asked.filter(([key, record]) => {
    const owner = listening.get(record.connection);
    return owner && isUnheard(record, threads.get(key) ?? emptyThread(), found, policyOf(ports, owner));
  });
  return new Set(unheard.map(([key]) => key));
}

/** Nothing is read for findings that nobody ever talked about. */
function mayHaveTalk(record: LinkRecord, found: ReadonlyMap<string, FetchedIssue>): boolean {
  if (record.hearing?.talked !== undefined) return true;
  return roles.some((role) => (fieldOf(record, role, found)?.comments.length ?? 0) > 0);
}

function fieldOf(record: LinkRecord, role: (typeof roles)[number], found: ReadonlyMap<string, FetchedIssue>) {
  return commentsIn(at(found, issueThere(record, role)?.id)?.fields[commentField]);
}

function isUnheard(
  record: LinkRecord,
  thread: Thread,
  found: ReadonlyMap<string, FetchedIssue>,
  policy: Policy,
): boolean {
  const looked = roles.flatMap((role): Looked[] => {
    const field = fieldOf(record, role, found);
    const issue = issueThere(record, role);
    if (!field || !issue) return [];
    const shown = field.comments.map((comment) => lookedOn(issue, role, comment.id, comment));
    const ids = new Set(shown.map(({ id }) => id));
    const missing = Object.entries(thread.people).filter(
      ([id, entry]) => entry.issue === issue.id && !ids.has(id),
    );
    return field.isWhole ? [...shown, ...missing.map(([id]) => lookedOn(issue, role, id, undefined))] : shown;
  });
  return looked.some((one) => {
    const entry = thread.people[one.id];
    if (hear(entry, one, policy)) return true;
    return (
      entry !== undefined &&
      entry.held === undefined &&
      copiesToWrite(entry, record, policy.between).length > 0
    );
  });
}
