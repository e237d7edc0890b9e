/** A Jira event on one of our issues. */
import type { Outcome } from '../../contract/activity';
import type { LinkRecord } from '../../contract/link-record';
import { type Role, roles } from '../../contract/settings';
import { hasBegun, noteAhead } from '../../core/sync/begun';
import { decidePair, noteAnswered } from '../../core/sync/closing';
import { busySeconds, isLeased } from '../../core/sync/lease';
import type { StatusCategory } from '../../core/jira/workflow';
import { noteGone, notePlace } from '../../core/sync/note-issue';
import { followProducts } from '../close/follow-product';
import { readPairs } from '../move/move-errands';
import { finishErrand } from '../records/finish-errand';
import { recordsOfIssues } from '../records/own-issue';
import { leaseOne, releaseDue } from '../records/lease-due';
import { did, type Errand, isFree, type Pass } from '../records/errand';
import { noteActivity } from '../activity/note-activity';
import { jiraUseSince } from '../activity/jira-use';
import type { Ports } from '../ports';

/** What an event says. It may be late, doubled or out of order: it is a hint, not the truth. */
export interface IssueChange {
  readonly issueId: string;
  /** `linked`: its links to other issues changed. */
  readonly kind: 'moved' | 'linked' | 'deleted' | 'other';
  /** Where the issue was when the event was raised, if the event tells. */
  readonly status?: { readonly id: string; readonly name: string; readonly category: StatusCategory };
}

/** What came of an event; `again`: seconds until the platform should deliver it once more. */
export type Followed =
  { readonly kind: 'ignored' | 'noted' | Outcome } | { readonly kind: 'again'; readonly after: number };

/** Follows one event. Whose the issue is does not stand in the event: properties can be forged by whoever may edit it. */
export async function followIssue(ports: Ports, change: IssueChange): Promise<Followed> {
  if (change.kind === 'other') return { kind: 'ignored' };
  const owner = (await recordsOfIssues(ports, [change.issueId])).get(change.issueId);
  const role = owner && roles.find((one) => owner.record.issues[one]?.id === change.issueId);
  if (!owner || !role) return { kind: 'ignored' };
  const { key, record } = owner;
  if (isLeased(record, ports.now())) return { kind: 'again', after: busySeconds };
  const left = hasBegun(record);
  const errand: Errand = { key, before: record, record: structuredClone(record), todo: 'follow', left };
  if (change.kind === 'deleted') noteDeleted(errand, role);
  else if (!(await followMove(ports, errand, role, change))) return { kind: 'again', after: busySeconds };
  return save(ports, errand);
}

function noteDeleted(errand: Errand, role: Role): void {
  const { record } = errand;
  const issue = record.issues[role];
  if (!issue || issue.gone) return;
  noteGone(record, role);
  did(errand, 'deleted', issue, 'person');
}

/** Answers false when somebody else works on the finding. */
async function followMove(ports: Ports, errand: Errand, role: Role, change: IssueChange): Promise<boolean> {
  const { record } = errand;
  const { document: settings } = await ports.settings.read();
  const pass: Pass = { ports, settings, until: Infinity };
  await learnPlaces(pass, errand, role, change);
  const moves = isFree(errand) && decidePair(record, settings) !== 'nothing';
  if (moves) noteAhead(record, 'follow', settings);
  if (moves && !(await leaseOne(ports, errand))) return false;
  await followProducts(pass, [errand]);
  if (moves || !isFree(errand)) finishErrand(ports, errand);
  return true;
}

/** Believes the event as far as that is enough. What an earlier pass may have moved is read before it is forgotten. */
async function learnPlaces(
  pass: Pass,
  errand: Errand,
  role: Role,
  { kind, status }: IssueChange,
): Promise<void> {
  const { record } = errand;
  const { ports, settings } = pass;
  const issue = record.issues[role];
  const mustRead =
    kind === 'linked' ||
    errand.left === true ||
    settings.closing.wontDoResolutions.length > 0 ||
    record.issues.security?.further !== undefined ||
    !placesKnown(record, role);
  if (status === undefined || issue === undefined || mustRead) {
    await readPairs(pass, [errand]);
    return;
  }
  noteAnswered(record, settings.closing);
  notePlace(issue, status, ports.now());
  noteAnswered(record, settings.closing);
}

/** Whether it is known where the other issue is. */
function placesKnown(record: LinkRecord, role: Role): boolean {
  return roles.every(
    (one) => one === role || record.issues[one]?.id === undefined || record.issues[one].status !== undefined,
  );
}

/** Only what is written down has happened, and only what did something is told. */
async function save(ports: Ports, errand: Errand): Promise<Followed> {
  const [released] = await releaseDue(ports, [errand]);
  if (!released) return { kind: 'again', after: busySeconds };
  if (errand.deed === undefined) return { kind: 'noted' };
  await noteActivity(ports, [released], jiraUseSince(ports));
  return { kind: errand.deed.outcome };
}
