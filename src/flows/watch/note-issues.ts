/** Writes down where issues are now; a pair that does not belong together any more becomes a todo. */
import { at } from '../../core/data/look-up';
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import { decidePair, noteAnswered, waitsForOthers } from '../../core/sync/closing';
import { todosOfBack } from '../../core/sync/back';
import { dueTodos } from '../../core/sync/todos';
import { isShownAgain, missingMs, waitsForHidden } from '../../core/sync/hidden';
import { returned } from '../../core/sync/issue-states';
import { issueMade, issueThere } from '../../core/sync/issues';
import { noteBack, noteGone } from '../../core/sync/left-jira';
import { noteFurther, noteIssue } from '../../core/sync/note-issue';
import { isContested } from '../../core/sync/rivals';
import { type Sight, seenRivals } from '../../core/sync/seen-rivals';
import { isLeased } from '../../core/sync/lease';
import { type Edited, noteShown } from '../../core/sync/seen';
import { spaceOfRecord } from '../../core/settings/spaces';
import { type Change, commit } from '../records/commit';
import { retryRows } from '../intake/retry-rows';
import type { Ports } from '../ports';
import { settleRivals } from './settle-rivals';
import type { FetchedIssue } from '../../core/jira/issue';

/** Safe at any time, also twice at once: whoever changed a record meanwhile knows better. */
export async function noteIssues(
  ports: Ports,
  records: Iterable<readonly [string, LinkRecord]>,
  sight: Sight,
  settings: SettingsDocument,
): Promise<void> {
  const changes = [...records].flatMap(([key, before]): Change[] => {
    const after = isLeased(before, ports.now()) ? undefined : noted(before, sight, settings, ports.now());
    const edited = edits({ before, after: after ?? before }, sight, settings, ports.now());
    const asked = sight.unheard.has(key) ? toListen(edited, ports.now()) : edited;
    return asked.after === before ? [] : [{ key, ...asked }];
  });
  const saved = await commit(ports, changes);
  const rows = [...records].filter(([, before]) => !isLeased(before, ports.now()));
  await retryRows(
    ports,
    rows.flatMap(([key, before]) => {
      const record = changes.some((change) => change.key === key) ? saved.get(key) : before;
      return record && isShownAgain(before, record, (id) => sight.found.has(id)) ? [{ key, record }] : [];
    }),
  );
  if (changes.some(({ after }) => dueTodos(after.todo, ports.now()).length > 0)) await ports.bells.ringDue();
  const contested = rows.filter(([, before]) => isContested(before));
  await settleRivals(
    ports,
    contested.map(([key, before]) => ({ key, record: saved.get(key) ?? before })),
    settings,
  );
}

/** The record after a look at its issues; undefined when nothing is new. Only issues that it names count. */
function noted(
  record: LinkRecord,
  sight: Sight,
  settings: SettingsDocument,
  now: number,
): LinkRecord | undefined {
  const seen = seenRivals(record, sight, now);
  const next = structuredClone(seen ?? record);
  noteAnswered(next, settings.closing);
  const news = [
    seen !== undefined,
    noteFurther(next, sight.found),
    ...roles.map((role) => noteOne(next, role, sight, settings, now)),
  ];
  noteBack(next);
  noteAnswered(next, settings.closing);
  const isHidden = waitsForHidden(record) && !isShownAgain(record, next, (id) => sight.found.has(id));
  if (isHidden || !isToFollow(next, settings)) return news.includes(true) ? next : undefined;
  return { ...next, todo: { ...next.todo, follow: now } };
}

/** What people said is looked at by itself, unless it is about to be. */
function toListen(edited: Edited, now: number): Edited {
  const { after } = edited;
  if (isLeased(after, now) || after.todo?.listen !== undefined || after.parked === 'listen') return edited;
  return { ...edited, after: { ...after, todo: { ...after.todo, listen: now } } };
}

/** Edits by people that no event told. */
function edits(so: Edited, { found, hearing }: Sight, settings: SettingsDocument, now: number): Edited {
  if (!hearing.has(so.before.connection) || isLeased(so.before, now)) return so;
  return roles.reduce((edited, role) => {
    const fetched = at(found, issueThere(edited.after, role)?.id);
    const space = spaceOfRecord(edited.after, role, settings);
    return fetched ? noteShown(edited, role, space, fetched.fields, now) : edited;
  }, so);
}

/** Notes what was seen of one issue. Answers whether that is news. */
function noteOne(
  record: LinkRecord,
  role: Role,
  { found, absent, doubtful }: Sight,
  settings: SettingsDocument,
  now: number,
): boolean {
  const issue = issueMade(record, role);
  if (!issue) return false;
  const fetched = found.get(issue.id);
  if (absent.has(issue.id)) return noteAbsent(record, role, now);
  if (fetched && issue.state === 'gone') {
    record.todo = { ...record.todo, ...todosOfBack(record, issue, settings, now) };
    const back = returned(issue);
    record.issues[role] = back;
    noteIssue(back, fetched, now);
    return true;
  }
  if (issue.state === 'gone') return false;
  if (fetched && isNews(issue, fetched)) {
    noteIssue(issue, fetched, now);
    return true;
  }
  const isDoubted = issue.missingSince !== undefined && doubtful.has(issue.id);
  if (isDoubted) delete issue.missingSince;
  return isDoubted;
}

function isToFollow(record: LinkRecord, settings: SettingsDocument): boolean {
  if (record.todo?.follow !== undefined || record.parked === 'follow') return false;
  return decidePair(record, settings) !== 'nothing' || waitsForOthers(record, settings.closing);
}

/** What is missing for a day, whenever one looks, no longer exists. Answers whether that is news. */
function noteAbsent(record: LinkRecord, role: Role, now: number): boolean {
  const issue = issueThere(record, role);
  if (!issue) return false;
  const isNew = issue.missingSince === undefined;
  issue.missingSince ??= now;
  const isGone = now - issue.missingSince >= missingMs;
  if (isGone) noteGone(record, role, issue.missingSince);
  return isNew || isGone;
}

/** Names and categories are compared too: a status may change its own without any event of the issue. */
function isNews(issue: IssueThere, { key, status, resolution }: FetchedIssue): boolean {
  return (
    issue.missingSince !== undefined ||
    key !== issue.key ||
    status?.id !== issue.status ||
    status?.name !== issue.statusName ||
    status?.category !== issue.category ||
    resolution?.id !== issue.resolution
  );
}
