/**
 * Findings join groups, go on in them, or leave them. A finding's record and those of its groups change in one
 * transaction: what a record says of its group, and what the group says of its members, is never at odds.
 */
import { at } from '../../core/data/look-up';
import type { LinkRecord } from '../../contract/link-record';
import { mark } from '../../core/data/hash';
import { groupKey, keyOfGroup } from '../../core/groups/group-ref';
import { placeFinding } from '../../core/groups/place-finding';
import type { Placed, Placing, Row, Shelf } from '../../core/groups/row';
import { gatherMs } from '../../core/groups/regroup';
import { awaitsAnswer } from '../../core/sync/hearing';
import type { SettingsDocument } from '../../contract/settings';
import { commitTogether } from '../records/commit';
import type { Ports } from '../ports';
import { followRenames } from './renamed-groups';

/** A transaction takes 25 records. */
const recordsAtOnce = 25;
/** Others may be faster, and parts may be full, so often. */
const rounds = 20;
/** Somebody else is at the same groups: they get ahead so far that the two are not in each other's way any more. */
const standAsideMs = 1_000;

/** What became of a row, and its record as it lies in storage now. */
export interface PlacedRow<Of extends Row = Row> {
  readonly row: Of;
  readonly kind: Placed['kind'];
  readonly record: LinkRecord | undefined;
  /** The group where it is now. */
  readonly group: LinkRecord | undefined;
}

/**
 * Places each row. `known`: the records as they were just read. `since` (ms): when the first of what comes together was
 * looked at. What others keep changing is `busy`.
 */
export async function placeFindings<Of extends Row>(
  ports: Ports,
  rows: readonly Of[],
  known: ReadonlyMap<string, LinkRecord>,
  settings: SettingsDocument,
  since: number,
): Promise<PlacedRow<Of>[]> {
  const placed: PlacedRow<Of>[] = [];
  const same = { settings, by: mark(settings), foldAt: since + gatherMs };
  let waiting = rows;
  for (let round = 0; waiting.length > 0 && round < rounds; round += 1) {
    const shelf = await readShelf(ports, waiting, round === 0 ? known : undefined);
    const placing = await placingOf(ports, waiting, shelf, same);
    const left: Of[] = [];
    let isBeaten = false;
    for (const unit of unitsOf(waiting, shelf)) {
      // Whoever was faster goes on with what comes next here, too.
      const done: Tried<Of>[] = isBeaten ? unit.map(untried) : await placeUnit(ports, unit, shelf, placing);
      isBeaten ||= done.some(({ kind }) => kind === 'again');
      placed.push(...done.filter(({ kind }) => kind !== 'again' && kind !== 'full').map(asPlaced));
      left.push(...done.flatMap(againAs));
    }
    waiting = left;
    if (isBeaten) await ports.pause(standAsideMs);
  }
  placed.push(...waiting.map((row) => ({ row, kind: 'busy' as const, record: undefined, group: undefined })));
  if (placed.some(({ kind }) => kind === 'joined' || kind === 'alone'))
    await ports.bells.ringDue(Math.max(1, Math.ceil((same.foldAt - ports.now()) / 1000) + 1));
  return placed;
}

type Tried<Of extends Row> = Omit<PlacedRow<Of>, 'kind'> & {
  readonly kind: Placed['kind'] | 'again';
  /** The part to try next. */
  readonly next?: number;
};

function untried<Of extends Row>(row: Of): Tried<Of> {
  return { row, kind: 'again', record: undefined, group: undefined };
}

function asPlaced<Of extends Row>({ row, kind, record, group }: Tried<Of>): PlacedRow<Of> {
  return { row, kind: kind === 'again' ? 'busy' : kind, record, group };
}

function againAs<Of extends Row>({ row, kind, next }: Tried<Of>): Of[] {
  if (kind === 'full') return [{ ...row, part: next }];
  return kind === 'again' ? [row] : [];
}

interface Working {
  readonly records: Map<string, LinkRecord>;
  readonly groups: Map<string, LinkRecord>;
}

async function readShelf(
  ports: Ports,
  rows: readonly Row[],
  known: ReadonlyMap<string, LinkRecord> | undefined,
): Promise<Working> {
  const records = new Map(known ?? (await ports.links.getMany(rows.map(({ key }) => key))));
  const keys = rows.flatMap((row) => groupKeysOf(row, records.get(row.key)));
  const groups = await ports.links.getMany([...new Set(keys)]);
  await followRenames(ports, rows, records, groups);
  return { records, groups };
}

/** Where the finding is, the first part of where it belongs, and the part that is to be tried. */
function groupKeysOf({ connection, product, target, part }: Row, record: LinkRecord | undefined): string[] {
  const present = record && keyOfGroup(record);
  const wanted = target
    ? [target, ...(part === undefined ? [] : [{ ...target, part }])].map((ref) =>
        groupKey(connection, product, ref),
      )
    : [];
  return [...(present === undefined ? [] : [present]), ...wanted];
}

async function placingOf(
  ports: Ports,
  rows: readonly Row[],
  { groups }: Working,
  same: Pick<Placing, 'settings' | 'by' | 'foldAt'>,
): Promise<Placing> {
  const connection = rows[0]?.connection ?? '';
  const known = [...groups.values()];
  const hasDone = known.some(({ issues }) =>
    Object.values(issues).some((issue) => issue.state === 'there' && issue.category === 'done'),
  );
  const hears = hasDone && (await ports.outbox.hears(connection)) !== undefined;
  const awaits = known.some((one) => awaitsAnswer(one) || one.group?.members.some(({ decided }) => decided));
  const receipts = awaits ? await ports.outbox.receipts(connection) : [];
  return { ...same, hears, receipts, now: ports.now() };
}

/** Rows that fit one transaction with their groups; those of one group side by side. */
function unitsOf<Of extends Row>(rows: readonly Of[], { records }: Shelf): Of[][] {
  const keyed = rows.map((row) => ({ row, keys: groupKeysOf(row, records.get(row.key)) }));
  keyed.sort((a, b) => compare(a.keys.at(-1) ?? '', b.keys.at(-1) ?? ''));
  const units: { rows: Of[]; keys: Set<string> }[] = [];
  for (const { row, keys } of keyed) {
    const last = units.at(-1);
    const together = new Set([...(last?.keys ?? []), ...keys, row.key]);
    if (last && together.size <= recordsAtOnce) {
      last.rows.push(row);
      last.keys = together;
    } else units.push({ rows: [row], keys: new Set([...keys, row.key]) });
  }
  return units.map((unit) => unit.rows);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Decides over the rows one after the other, and writes what they change all at once. */
async function placeUnit<Of extends Row>(
  ports: Ports,
  unit: readonly Of[],
  shelf: Working,
  placing: Placing,
): Promise<Tried<Of>[]> {
  const after = new Map<string, LinkRecord>();
  const now: Shelf = { records: over(shelf.records, after), groups: over(shelf.groups, after) };
  const tried = unit.map((row) => {
    const placed = placeFinding(row, now, placing);
    if ('changes' in placed) for (const [key, record] of placed.changes) after.set(key, record);
    return { row, kind: placed.kind, ...('next' in placed && { next: placed.next }) };
  });
  const stored = (key: string) => shelf.records.get(key) ?? shelf.groups.get(key);
  const changes = [...after].map(([key, record]) => ({ key, before: stored(key), after: record }));
  const saved = await commitTogether(ports, changes);
  for (const [key, record] of saved ?? []) (record.group ? shelf.groups : shelf.records).set(key, record);
  return tried.map(({ row, kind, next }) => {
    const record = shelf.records.get(row.key);
    const group = record && at(shelf.groups, keyOfGroup(record));
    const isWritten = saved !== undefined || !['joined', 'unchanged', 'alone'].includes(kind);
    return { row, kind: isWritten ? kind : 'again', record, group, ...(next !== undefined && { next }) };
  });
}

/** What was decided so far, over what lies in storage. */
function over(stored: ReadonlyMap<string, LinkRecord>, after: ReadonlyMap<string, LinkRecord>) {
  return {
    get: (key: string) => after.get(key) ?? stored.get(key),
  };
}
