/** Findings that are gone: what that means for their issues is written into the record and then done as a todo. */
import { about, aboutRecord } from '../../core/activity/about';
import type { Outcome } from '../../contract/activity';
import type { GoneItem } from '../../contract/inbox';
import type { LinkRecord, Todo } from '../../contract/link-record';
import type { SettingsDocument } from '../../contract/settings';
import { bareRecord } from '../../core/sync/bare-record';
import { issuesMade } from '../../core/sync/issues';
import { linkKey, refOf, refText } from '../../core/sync/link-key';
import { busySeconds, isLeased } from '../../core/sync/lease';
import { placeFindings, type PlacedRow } from '../groups/place-findings';
import type { GoneRow } from '../../core/groups/row';
import { type Change, commit } from '../records/commit';
import { type Todos, without } from '../../core/sync/todos';
import { needsLink } from './link-issues';
import { forgetStatus } from '../../core/sync/plan';
import type { Ports } from '../ports';
import type { Applied } from './applied';

interface Verdict {
  readonly item: GoneItem;
  readonly outcome: Outcome;
  readonly change?: Change;
}

/** Marks the records; one that somebody works on is looked at again later. */
export async function applyGone(
  ports: Ports,
  connection: string,
  items: readonly GoneItem[],
): Promise<Applied> {
  const { document: settings } = await ports.settings.read();
  const records = await ports.links.getMany(items.map((item) => linkKey(connection, refOf(item))));
  const members = await membersGone(ports, connection, items, records, settings);
  const verdicts = items.map((item) => {
    const key = linkKey(connection, refOf(item));
    const outcome = members.get(key);
    return outcome
      ? { item, outcome }
      : judge(connection, key, item, records.get(key), settings, ports.now());
  });
  const changes = verdicts.flatMap(({ change }) => change ?? []);
  const saved = await commit(ports, changes);
  const deleted = verdicts.filter(
    ({ item, change }) => item.why === 'deleted' && change?.before && saved.has(change.key),
  );
  await ports.snapshots.forget(deleted.flatMap(({ change }) => change?.key ?? []));
  if (changes.some(({ after }) => after.todo !== undefined)) await ports.bells.ringDue();
  const isLater = ({ outcome, change }: Verdict) =>
    outcome === 'waiting' || (change !== undefined && !saved.has(change.key));
  return {
    items: verdicts.map((verdict) => {
      const { gone, product = '' } = verdict.item;
      const record = records.get(linkKey(connection, refOf(verdict.item)));
      const outcome = isLater(verdict) ? 'waiting' : verdict.outcome;
      return { ...(record ? aboutRecord(record) : about(gone, product)), outcome, issues: [] };
    }),
    later: verdicts.filter(isLater).map(({ item }) => ({
      ref: refText(connection, refOf(item)),
      after: busySeconds,
      reason: { code: 'busy' },
    })),
  };
}

/** What becomes of those that are members of groups, by key. */
async function membersGone(
  ports: Ports,
  connection: string,
  items: readonly GoneItem[],
  records: ReadonlyMap<string, LinkRecord>,
  settings: SettingsDocument,
): Promise<Map<string, Outcome>> {
  const rows = items.flatMap((gone): GoneRow[] => {
    const key = linkKey(connection, refOf(gone));
    const { product, memberOf } = records.get(key) ?? {};
    if (product === undefined || !memberOf) return [];
    return [{ key, connection, product, seenAt: gone.seenAt, target: undefined, gone }];
  });
  const placed = rows.length > 0 ? await placeFindings(ports, rows, records, settings, ports.now()) : [];
  const deleted = placed.filter(({ row, kind }) => kind === 'joined' && row.gone.why === 'deleted');
  await ports.snapshots.forget(deleted.map(({ row }) => row.key));
  return new Map(placed.map(({ row, kind }) => [row.key, goneOutcomes[kind]]));
}

/** Somebody is at it: it is looked at again. What cannot be read is left as it is. */
const goneOutcomes = {
  joined: 'unchanged',
  unchanged: 'unchanged',
  alone: 'waiting',
  busy: 'waiting',
  full: 'waiting',
  stale: 'stale',
  unreadable: 'held',
} as const satisfies Record<PlacedRow['kind'], Outcome>;

function judge(
  connection: string,
  key: string,
  item: GoneItem,
  record: LinkRecord | undefined,
  settings: SettingsDocument,
  now: number,
): Verdict {
  if (!record)
    return {
      item,
      outcome: 'skipped',
      change: { key, before: undefined, after: tombstone(connection, item) },
    };
  if (record.seenAt > item.seenAt) return { item, outcome: 'stale' };
  if (isLeased(record, now)) return { item, outcome: 'waiting' };
  const todo = todoFor(item, settings);
  const issues = structuredClone(record.issues);
  // Whoever closes them now or later, and whether that works out: a finding that comes back opens its issues.
  for (const issue of issuesMade({ issues })) forgetStatus(issue);
  // What is gone is not opened again because the day of an accepted risk comes.
  const left = without(record.todo, 'reopen');
  const outstanding: Todos = todo === undefined && isUnfinished(record) ? { ...left, link: now } : left;
  const next: LinkRecord = {
    ...record,
    todo: Object.keys(outstanding).length > 0 ? outstanding : undefined,
    issues,
    seenAt: item.seenAt,
    ...(item.why === 'deleted' ? { snapshot: undefined } : {}),
    ...(todo === 'delete' ? { forgotten: true } : {}),
    // What the portal said before is not tried again: it no longer knows the finding.
    ...(todo === undefined ? {} : { state: 'pending', held: undefined, todo: { ...left, [todo]: now } }),
  };
  return {
    item,
    // Nothing is done yet: what the todo does, it tells itself.
    outcome: 'unchanged',
    change: { key, before: record, after: next },
  };
}

/** Whether the pass that made its issues may not have come to link them. */
function isUnfinished(record: LinkRecord): boolean {
  const inDoubt = Object.values(record.issues).some(({ state }) => state === 'claimed');
  return inDoubt || needsLink(record);
}

function todoFor({ why }: GoneItem, { deleting }: SettingsDocument): Todo | undefined {
  if (why === 'absent') return 'close';
  switch (deleting.goneFromPortal) {
    case 'close':
      return 'close';
    case 'delete':
      return 'delete';
    case 'leave':
      return undefined;
  }
}

/** An older snapshot of this finding may still be on its way: it must not create an issue. */
function tombstone(connection: string, item: GoneItem): LinkRecord {
  const bare = bareRecord(connection, item);
  return { ...bare, state: 'deleted', facts: { ...bare.facts, status: 'resolved' } };
}
