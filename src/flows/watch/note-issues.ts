/** Writes down where issues are now; a pair that does not belong together any more becomes a todo. */
import type { LinkedIssue, LinkRecord } from '../../contract/link-record';
import { roles, type SettingsDocument } from '../../contract/settings';
import { decideClosing, noteAnswered, waitsForOthers } from '../../core/sync/closing';
import { noteFurther, noteGone, noteIssue } from '../../core/sync/note-issue';
import { isLeased } from '../../core/sync/lease';
import { type Change, commit } from '../records/commit';
import type { Ports } from '../ports';
import type { FetchedIssue } from '../../core/jira/issue';

/** What Jira shows of issues, by id. */
export interface Sight {
  readonly found: ReadonlyMap<string, FetchedIssue>;
  /** Issues that no longer exist. */
  readonly gone: ReadonlySet<string>;
}

/** Safe at any time, also twice at once: whoever changed a record meanwhile knows better. */
export async function noteIssues(
  ports: Ports,
  records: Iterable<readonly [string, LinkRecord]>,
  sight: Sight,
  settings: SettingsDocument,
): Promise<void> {
  const changes = [...records].flatMap(([key, before]): Change[] => {
    const after = isLeased(before, ports.now()) ? undefined : noted(before, sight, settings, ports.now());
    return after ? [{ key, before, after }] : [];
  });
  await commit(ports, changes);
  if (changes.some(({ after }) => after.todo?.follow !== undefined)) await ports.bells.ringDue();
}

/** The record after a look at its issues; undefined when nothing is new. Only issues that it names count. */
function noted(
  record: LinkRecord,
  { found, gone }: Sight,
  settings: SettingsDocument,
  now: number,
): LinkRecord | undefined {
  const next = structuredClone(record);
  noteAnswered(next, settings.closing);
  let changed = noteFurther(next, found);
  for (const role of roles) {
    const issue = next.issues[role];
    const fetched = found.get(issue?.id ?? '');
    if (issue && fetched && isNews(issue, fetched)) {
      noteIssue(issue, fetched, now);
      changed = true;
    }
    if (issue?.id !== undefined && gone.has(issue.id)) {
      noteGone(next, role);
      changed = true;
    }
  }
  const { product, security } = next.issues;
  const { closing } = settings;
  noteAnswered(next, closing);
  const isToFollow =
    product !== undefined &&
    security !== undefined &&
    (decideClosing(product, security, closing) !== 'nothing' || waitsForOthers(product, security, closing));
  if (isToFollow && next.todo?.follow === undefined && next.parked !== 'follow') {
    next.todo = { ...next.todo, follow: now };
    changed = true;
  }
  return changed ? next : undefined;
}

/** Names and categories are compared too: a status may change its own without any event of the issue. */
function isNews(issue: LinkedIssue, { key, status, resolution }: FetchedIssue): boolean {
  return (
    key !== issue.key ||
    status?.id !== issue.status ||
    status?.name !== issue.statusName ||
    status?.category !== issue.category ||
    resolution?.id !== issue.resolution
  );
}
