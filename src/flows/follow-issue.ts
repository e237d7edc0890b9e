/** A Jira event on one of our issues. */
import type { LinkRecord } from '../contract/link-record';
import { type Role, roles } from '../contract/settings';
import { linkKey } from '../core/link-key';
import { connectionOfOwner } from '../core/owner';
import type { StatusCategory } from '../core/workflow';
import { notePlace } from './apply/note-issue';
import { followProducts, readPairs } from './close/follow-product';
import { parkTodo } from './due/park-todo';
import type { Errand, Pass } from './errand';
import type { Ports } from './ports';

/** What an event says. It may be late, doubled or out of order: it is a hint, not the truth. */
export interface IssueChange {
  readonly issueId: string;
  readonly owner: unknown;
  readonly findingId: unknown;
  readonly kind: 'moved' | 'deleted' | 'other';
  /** Where the issue was when the event was raised, if the event tells. */
  readonly status?: { readonly id: string; readonly category: StatusCategory };
}

/** What came of an event; `again`: seconds until the platform should deliver it once more. */
export type Followed =
  | { readonly kind: 'ignored' | 'noted' | 'closed' | 'reopened' }
  | { readonly kind: 'again'; readonly after: number };

const busySeconds = 30;

/** Follows one event. The link record must name the issue: properties can be forged by whoever may edit the issue. */
export async function followIssue(ports: Ports, change: IssueChange): Promise<Followed> {
  const connection = connectionOfOwner(ports.site.environment(), change.owner);
  if (connection === undefined || typeof change.findingId !== 'string') return { kind: 'ignored' };
  if (change.kind === 'other') return { kind: 'ignored' };
  const key = linkKey(connection, change.findingId);
  const record = (await ports.links.getMany([key])).get(key);
  const role = record && roles.find((one) => record.issues[one]?.id === change.issueId);
  if (!record || !role) return { kind: 'ignored' };
  if (record.leaseUntil !== undefined && record.leaseUntil > ports.now())
    return { kind: 'again', after: busySeconds };
  const next = structuredClone(record);
  const followed =
    change.kind === 'deleted' ? noteDeleted(next, role) : await followMove(ports, key, next, role, change);
  return save(ports, key, record, next, followed);
}

function noteDeleted(record: LinkRecord, role: Role): Followed {
  const issue = record.issues[role];
  if (issue) issue.gone = true;
  if (Object.values(record.issues).every(({ gone }) => gone)) record.state = 'deleted';
  return { kind: 'noted' };
}

async function followMove(
  ports: Ports,
  key: string,
  record: LinkRecord,
  role: Role,
  { status }: IssueChange,
): Promise<Followed> {
  const { document: settings } = await ports.settings.read();
  const pass: Pass = { ports, settings, until: Infinity };
  const errand: Errand = { key, record, todo: 'follow' };
  const issue = record.issues[role];
  const mustRead = settings.closing.wontDoResolutions.length > 0 || !placesKnown(record, role);
  if (!status || !issue || mustRead) await readPairs(pass, [errand]);
  else notePlace(issue, status, ports.now());
  await followProducts(pass, [errand]);
  // What may pass is done later by itself; what needs an admin is parked with its cause.
  if (errand.problem) await parkTodo(ports, record, 'follow', errand.problem);
  return {
    kind: errand.outcome === undefined ? 'noted' : errand.outcome === 'closed' ? 'closed' : 'reopened',
  };
}

/** Whether it is known where the other issue is. */
function placesKnown(record: LinkRecord, role: Role): boolean {
  return roles.every(
    (one) => one === role || record.issues[one]?.id === undefined || record.issues[one].status !== undefined,
  );
}

async function save(
  ports: Ports,
  key: string,
  before: LinkRecord,
  after: LinkRecord,
  followed: Followed,
): Promise<Followed> {
  const record = { ...after, version: before.version + 1 };
  const saved = await ports.links.saveMany([{ key, expected: before.version, record }]);
  return saved.has(key) ? followed : { kind: 'again', after: busySeconds };
}
