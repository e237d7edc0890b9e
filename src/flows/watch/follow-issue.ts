/** A Jira event on one of our issues. */
import type { Outcome } from '../../contract/activity';
import type { LinkRecord, MadeIssue } from '../../contract/link-record';
import { type Role, roles, type SettingsDocument } from '../../contract/settings';
import { hasBegun, noteAhead } from '../../core/sync/begun';
import { decidePair, noteAnswered } from '../../core/sync/closing';
import { busySeconds, isLeased } from '../../core/sync/lease';
import type { StatusCategory } from '../../core/jira/workflow';
import { isShownAgain, waitsForHidden } from '../../core/sync/hidden';
import { returned } from '../../core/sync/issue-states';
import { issueMade, roleOf } from '../../core/sync/issues';
import { noteBack, noteGone } from '../../core/sync/left-jira';
import { isLate, notePlace, noteResolution } from '../../core/sync/note-issue';
import { heldByRivals, withoutRivals } from '../../core/sync/rivals';
import { followProducts } from '../close/follow-product';
import { readPairs } from '../move/move-errands';
import { commit } from '../records/commit';
import { connectionOfOwner } from '../../core/sync/owner';
import type { ChangelogItem } from '../../core/jira/edits';
import { type Edited, noteEdits } from '../../core/sync/seen';
import { spaceOfRecord } from '../../core/settings/spaces';
import { finishErrand } from '../records/finish-errand';
import { recordsOfIssues } from '../records/own-issue';
import { leaseOne, releaseDue } from '../records/lease-due';
import { did, type Errand, isFree, type Pass } from '../records/errand';
import { noteActivity } from '../activity/note-activity';
import { jiraUseSince } from '../activity/jira-use';
import { retryRows } from '../intake/retry-rows';
import type { Ports } from '../ports';
import { settleRivals } from './settle-rivals';

/** What an event says. It may be late, doubled or out of order: it is a hint, not the truth. */
export interface IssueChange {
  readonly issueId: string;
  /** `linked`: its links to other issues changed, or its project. `edited`: nothing but fields that people edit. */
  readonly kind: 'moved' | 'linked' | 'deleted' | 'edited' | 'other';
  readonly items: readonly ChangelogItem[];
  /** Whose deed it was, and when (ms), if the event tells. */
  readonly by?: string;
  readonly at?: number;
  /** What the issue says of whose it is: that may be forged. */
  readonly owner?: string;
  /** Where the issue was when the event was raised, if the event tells. */
  readonly status?: { readonly id: string; readonly name: string; readonly category: StatusCategory };
}

/** What came of an event; `again`: seconds until the platform should deliver it once more. */
export type Followed =
  { readonly kind: 'ignored' | 'noted' | Outcome } | { readonly kind: 'again'; readonly after: number };

/** Follows one event. Whose the issue is does not stand in the event: properties can be forged by whoever may edit it. */
export async function followIssue(ports: Ports, change: IssueChange): Promise<Followed> {
  if (change.kind === 'other' || (change.kind === 'edited' && !(await isHeard(ports, change))))
    return { kind: 'ignored' };
  const owner = (await recordsOfIssues(ports, [change.issueId])).get(change.issueId);
  if (!owner) return { kind: 'ignored' };
  const { key, record } = owner;
  const role = roleOf(record, change.issueId);
  if (!role && change.kind !== 'deleted') return { kind: 'ignored' };
  if (isLeased(record, ports.now())) return { kind: 'again', after: busySeconds };
  if (!role) return dropRival(ports, key, record, change.issueId);
  const { before, after } = await noteEdited(ports, record, role, change);
  const errand: Errand = {
    key,
    before,
    record: structuredClone(after),
    todo: 'follow',
    left: hasBegun(record),
    hidden: new Set(),
    heard: { role, at: change.at ?? ports.now(), ...(change.by === undefined ? {} : { by: change.by }) },
  };
  if (change.kind === 'deleted') noteDeleted(errand, role);
  else if (change.kind === 'edited') return save(ports, errand);
  else if (!(await followMove(ports, errand, role, change))) return { kind: 'again', after: busySeconds };
  const followed = await save(ports, errand);
  if (followed.kind !== 'again') await goOn(ports, record, errand);
  return followed;
}

/** One of several issues that contest a finding is deleted. */
async function dropRival(ports: Ports, key: string, before: LinkRecord, issueId: string): Promise<Followed> {
  const ids = new Set([issueId]);
  const after = roles.reduce((record, role) => withoutRivals(record, role, ids), before);
  const saved = (await commit(ports, [{ key, before, after: heldByRivals(after) }])).get(key);
  if (!saved) return { kind: 'again', after: busySeconds };
  const { document: settings } = await ports.settings.read();
  await settleRivals(ports, [{ key, record: saved }], settings);
  return { kind: 'noted' };
}

/** What people edit concerns nobody but a portal that hears of it. */
async function isHeard(ports: Ports, { owner }: IssueChange): Promise<boolean> {
  const connection = connectionOfOwner(ports.site.environment(), owner);
  return connection !== undefined && (await ports.outbox.hears(connection)) !== undefined;
}

/** Notes the edits among the changes, where a portal hears of them. */
async function noteEdited(
  ports: Ports,
  record: LinkRecord,
  role: Role,
  change: IssueChange,
): Promise<Edited> {
  const so: Edited = { before: record, after: record };
  if (change.items.length === 0 || !(await ports.outbox.hears(record.connection))) return so;
  const space = spaceOfRecord(record, role, (await ports.settings.read()).document);
  return noteEdits(so, role, space, change.items, change.at ?? ports.now());
}

function noteDeleted(errand: Errand, role: Role): void {
  const { record } = errand;
  const issue = issueMade(record, role);
  if (!issue || (issue.state === 'gone' && issue.missingSince === undefined)) return;
  if (issue.state === 'there') did(errand, 'deleted', issue, 'person');
  noteGone(record, role);
}

/** Answers false when somebody else works on the finding. */
async function followMove(ports: Ports, errand: Errand, role: Role, change: IssueChange): Promise<boolean> {
  const { record } = errand;
  const { document: settings } = await ports.settings.read();
  const pass: Pass = { ports, settings, until: Infinity };
  await learnPlaces(pass, errand, role, change);
  // Where it is by now, somebody else may have put it.
  const isTheirs = change.status === undefined || issueMade(record, role)?.status === change.status.id;
  if (!isTheirs) errand.heard = { role, at: ports.now() };
  const isShown = errand.hidden.size === 0;
  const moves = isFree(errand) && isShown && decidePair(record, settings) !== 'nothing';
  if (moves) noteAhead(record, 'follow', settings);
  if (moves && !(await leaseOne(ports, errand))) return false;
  await followProducts(pass, [errand]);
  if (moves || !isFree(errand) || !isShown) await finishErrand(ports, errand);
  return true;
}

/** Believes the event as far as that is enough. What an earlier pass may have moved is read before it is forgotten. */
async function learnPlaces(
  pass: Pass,
  errand: Errand,
  role: Role,
  { kind, status, items, at }: IssueChange,
): Promise<void> {
  const { record } = errand;
  const { ports, settings } = pass;
  const known = issueMade(record, role);
  const move = items.find(({ field }) => field === 'status');
  // Of an issue that does not exist there are no news.
  const issue = known?.state === 'gone' ? returned(known) : known;
  if (issue) record.issues[role] = issue;
  const isDoubtful = known !== undefined && (isThought(known) || isLate(known, at, move?.from.id));
  const mustRead = kind === 'linked' || isDoubtful || asksJira(errand, role, settings);
  if (status === undefined || issue === undefined || mustRead) {
    await readPairs(pass, [errand]);
    noteBack(record);
    return;
  }
  noteAnswered(record, settings.closing);
  notePlace(issue, status, ports.now());
  if (at !== undefined && move) issue.placeAt = at;
  const resolved = items.find(({ field }) => field === 'resolution')?.to;
  if (resolved) noteResolution(issue, resolved);
  noteAnswered(record, settings.closing);
}

/** Whether an issue that an event tells of is thought gone, or missing. */
function isThought({ state, missingSince }: MadeIssue): boolean {
  return state === 'gone' || missingSince !== undefined;
}

/** Whether an event does not tell enough of this finding, whatever it says. */
function asksJira({ record, left }: Errand, role: Role, { closing, statuses }: SettingsDocument): boolean {
  return (
    waitsForHidden(record) ||
    left === true ||
    closing.wontDoResolutions.length > 0 ||
    statuses.resolutions.length > 0 ||
    issueMade(record, 'security')?.further !== undefined ||
    !placesKnown(record, role)
  );
}

/** Whether it is known where the other issue is. */
function placesKnown(record: LinkRecord, role: Role): boolean {
  return roles.every((one) => {
    const issue = issueMade(record, one);
    return one === role || issue?.status !== undefined || issue === undefined;
  });
}

/** What waited for an issue that is shown again, or known to be gone, goes on. */
async function goOn(ports: Ports, before: LinkRecord, errand: Errand): Promise<void> {
  const hidden = [...errand.hidden].map(({ id }) => id);
  const { key, before: record } = errand;
  if (isFree(errand) && isShownAgain(before, record, (id) => !hidden.includes(id)))
    await retryRows(ports, [{ key, record }], before.cause);
}

/** Only what is written down has happened, and only what did something is told. */
async function save(ports: Ports, errand: Errand): Promise<Followed> {
  const [released] = await releaseDue(ports, [errand]);
  if (!released) return { kind: 'again', after: busySeconds };
  if (errand.deed === undefined) return { kind: 'noted' };
  await noteActivity(ports, [released], jiraUseSince(ports));
  return { kind: errand.deed.outcome };
}
