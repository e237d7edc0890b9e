/** Of the findings of a slice, those that are or are to be in groups find their place first; the others go on alone. */
import { about } from '../../core/activity/about';
import type { ActivityItem } from '../../contract/activity';
import type { Finding } from '../../contract/finding';
import type { SnapshotItem } from '../../contract/inbox';
import type { LinkRecord } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { mark } from '../../core/data/hash';
import { memberFrom } from '../../core/groups/members';
import { targetOf } from '../../core/groups/place-finding';
import type { SnapshotRow } from '../../core/groups/row';
import { createdAtOf } from '../../core/sla/sla-of';
import { ruleOf } from '../../core/settings/spaces';
import { heldBy } from '../../core/sync/finding-states';
import { issuesThere } from '../../core/sync/issues';
import { keptSnapshot } from '../../core/sync/kept-snapshot';
import { busySeconds } from '../../core/sync/lease';
import { linkKey, refText } from '../../core/sync/link-key';
import { unreadable } from '../../core/sync/unreadable';
import { bareRecord } from '../../core/sync/bare-record';
import { placeFindings, type PlacedRow } from '../groups/place-findings';
import { commit } from '../records/commit';
import type { Ports } from '../ports';
import type { Applied } from './applied';
import { decideOnce } from './decided';
import { type Accounts, findAccounts } from './find-accounts';

export interface SortedOut extends Applied {
  /** What goes on by itself, with the records as they lie in storage now. */
  readonly alone: readonly SnapshotItem[];
  readonly records: ReadonlyMap<string, LinkRecord>;
}

/** Where no finding and no rule speaks of groups, this costs nothing. `since` (ms): when the pass began. */
export async function sortOutGroups(
  ports: Ports,
  connection: string,
  items: readonly SnapshotItem[],
  records: ReadonlyMap<string, LinkRecord>,
  settings: SettingsDocument,
  since: number,
): Promise<SortedOut> {
  const concerned = items.flatMap((item) => rowOf(connection, item, records, settings, ports.now()) ?? []);
  if (concerned.length === 0) return { alone: items, records, items: [], later: [] };
  const accounts = await findAccounts(
    ports,
    concerned.map(({ finding }) => finding),
  );
  const kept = concerned.map((row) => ({ row, finding: keptOf(row, accounts) }));
  const rows = kept.map(({ row, finding }) => ({ ...row, snapshot: mark(finding) }));
  await keepSnapshots(ports, kept, records);
  const placed = await placeFindings(ports, rows, records, settings, since);
  await holdUnreadable(ports, placed);
  return sorted(connection, items, records, placed);
}

/** Before the records that say so. One that is going to stand alone is kept with what is written of it then. */
async function keepSnapshots(
  ports: Ports,
  kept: readonly { readonly row: SnapshotRow; readonly finding: Finding }[],
  records: ReadonlyMap<string, LinkRecord>,
): Promise<void> {
  const news = kept.filter(
    ({ row, finding }) =>
      row.target !== undefined &&
      (records.get(row.key)?.seenAt ?? 0) <= row.seenAt &&
      records.get(row.key)?.snapshot !== mark(finding),
  );
  if (news.length > 0)
    await ports.snapshots.writeMany(new Map(news.map(({ row, finding }) => [row.key, finding])));
}

function keptOf({ finding }: SnapshotRow, accounts: Accounts) {
  return keptSnapshot(finding, (email) => accounts.of(email));
}

/** Undefined: groups do not concern the finding, or the app cannot digest it, which is told of it alone. */
function rowOf(
  connection: string,
  { finding, seenAt, anew }: SnapshotItem,
  records: ReadonlyMap<string, LinkRecord>,
  settings: SettingsDocument,
  now: number,
): SnapshotRow | undefined {
  const key = linkKey(connection, finding);
  const record = records.get(key);
  const isSpoken = finding.group !== undefined || settings.rules.some(({ then }) => then.groupBy);
  if ((!isSpoken && !record?.memberOf) || record?.unreadable !== undefined) return undefined;
  try {
    const { lifecycle, ...decision } = decideOnce(finding, connection, settings, record)();
    const rule = ruleOf(settings, decision.rule);
    const target = targetOf({ finding, lifecycle, connection }, decision, rule, record);
    if (!target && !record?.memberOf) return undefined;
    const member = memberFrom(finding, decision, record ? createdAtOf(record) : now);
    const { product } = finding;
    return {
      key,
      connection,
      product,
      finding,
      seenAt,
      anew: anew === true,
      lifecycle,
      target,
      member,
      snapshot: '',
    };
  } catch {
    return undefined;
  }
}

/** A group that cannot be read is not overwritten: its findings wait like those whose own record cannot be read. */
async function holdUnreadable(ports: Ports, placed: readonly PlacedRow<SnapshotRow>[]): Promise<void> {
  const stuck = placed.filter(({ kind }) => kind === 'unreadable');
  await commit(
    ports,
    stuck.map(({ row: { key, connection, finding, seenAt }, record }) => {
      const known = record ?? bareRecord(connection, { finding, seenAt });
      return { key, before: record, after: heldBy({ ...known, seenAt, held: finding }, unreadable) };
    }),
  );
}

function sorted(
  connection: string,
  items: readonly SnapshotItem[],
  records: ReadonlyMap<string, LinkRecord>,
  placed: readonly PlacedRow<SnapshotRow>[],
): SortedOut {
  const byKey = new Map(placed.map((one) => [one.row.key, one]));
  const after = new Map(records);
  for (const { kind, row, record } of placed) if (kind === 'alone' && record) after.set(row.key, record);
  const busy = placed.filter(({ kind }) => kind === 'busy');
  return {
    alone: items.filter(({ finding }) => {
      const kind = byKey.get(linkKey(connection, finding))?.kind;
      // What is older than what is known is told as such with the others.
      return kind === undefined || kind === 'alone' || kind === 'stale';
    }),
    records: after,
    items: placed.filter(({ kind }) => kind !== 'alone' && kind !== 'stale').map(itemOf),
    later: busy.map(({ row }) => ({
      ref: refText(connection, row.finding),
      after: busySeconds,
      reason: { code: 'busy' },
    })),
  };
}

/** What the group's issues come to is told once they are brought after it. */
function itemOf({ kind, row: { finding }, group }: PlacedRow<SnapshotRow>): ActivityItem {
  const outcome = kind === 'busy' ? 'waiting' : kind === 'unreadable' ? 'held' : 'unchanged';
  const issues = kind === 'unchanged' && group ? issuesThere(group).map(({ key }) => key) : [];
  return { ...about(finding.id, finding.product, finding.title), outcome, issues, by: 'portal' };
}
