/** An installation after years of use, put into storage behind the app's back. */
import { rowsOf } from '../../src/core/activity/rows';
import { dayMs, hourMs, lastDays, lastHours } from '../../src/core/activity/totals';
import type { Outcome } from '../../src/contract/activity';
import { newMark } from '../../src/core/sync/pending-mark';
import { sha256 } from '../../src/core/data/hash';
import { slices } from '../../src/core/data/lists';
import { pack, packRecord, unpackRecord } from '../../src/gateways/store/packed';
import type { StoredRecord } from '../sandbox/forge/kvs/space';
import type { Bench } from './setup';
import { bodiesOf, buildFindings } from './findings';
import { send } from './setup';

export interface Size {
  readonly findings: number;
  readonly products: number;
  readonly activitiesADay: number;
  /** Held findings, over so many causes. */
  readonly held: number;
  readonly causes: number;
  readonly waitingChunks: number;
  readonly connections: number;
  readonly versions: number;
}

/** What the targets of the project speak of, with what such an installation has besides. */
export const bigSize: Size = {
  findings: 100_000,
  products: 2_000,
  activitiesADay: 20_000,
  held: 5_000,
  causes: 60,
  waitingChunks: 900,
  connections: 20,
  versions: 300,
};

const productOf = (number: number) => `product-${String(number).padStart(5, '0')}`;

/** Findings that really went through the app: with issues, pointers and receipts. The others are made in their likeness. */
export const realFindings = 1_000;

/** Fills the installation up to its size. The connections that it adds come behind the real one, by key. */
export async function seedBig(bench: Bench, size: Size): Promise<void> {
  const { host } = bench.world;
  await send(bench, bodiesOf(buildFindings(Math.min(realFindings, size.findings))));
  const keys = Array.from(
    { length: size.connections - 1 },
    (_, number) => `zz${String(number).padStart(6, '0')}`,
  );
  host.kvs.plant(connectionsLike(bench, keys));
  host.kvs.plant(linksLike(bench, keys, size), 'link');
  host.kvs.plant(
    Array.from({ length: size.products }, (_, number) => ({
      key: sha256(productOf(number)),
      value: { name: productOf(number), firstSeenAt: bench.world.clock.now() },
    })),
    'product',
  );
  host.kvs.plant(activityOf(bench, size), 'activity');
  host.kvs.plant(sumsOf(bench, size));
  host.kvs.plant(causesOf(bench, size));
  host.kvs.plant(waitingOf(bench, keys, size));
  host.kvs.plant(receiptOf(bench, keys[2] ?? '', size));
  host.kvs.plant(versionsOf(bench, size));
}

function valuesOf(bench: Bench, prefix: string): readonly StoredRecord[] {
  return bench.world.host.kvs.snapshot().values.filter(({ key }) => key.startsWith(prefix));
}

function* connectionsLike(bench: Bench, keys: readonly string[]) {
  const [model] = valuesOf(bench, 'connection:');
  for (const [number, key] of keys.entries()) {
    const value = { ...(model?.value as object), key, name: `Portal ${String(number)}`, paused: true };
    yield { key: `connection:${key}`, value };
    yield { key: `pulse:${key}`, value: { lastCallAt: bench.world.clock.now() } };
  }
}

type Row = Readonly<Record<string, unknown>> & { readonly body: string };

/** Rows like those of the findings that went through the app; some are held, some rejected. */
function* linksLike(bench: Bench, keys: readonly string[], size: Size) {
  const models = bench.world.host.kvs.snapshot().entities['link'] ?? [];
  const now = bench.world.clock.now();
  for (let number = models.length; number < size.findings; number += 1) {
    const connection = keys[number % Math.max(1, keys.length)] ?? '';
    const findingId = `seeded-${String(number)}`;
    const model = models[number % models.length]?.value as Row;
    const rest = unpackRecord(model.body) as Record<string, unknown>;
    const isHeld = number - models.length < size.held;
    const body = packRecord({
      ...rest,
      issues: issuesLike(rest['issues'], number),
      ...(isHeld && { held: { ...buildFindings(1)[0], id: findingId }, reason: reasonOf(number, size) }),
    });
    const row = {
      ...model,
      connection,
      findingId,
      product: productOf(number % size.products),
      seenAt: now - (number % 30) * dayMs,
      status: number % 50 === 0 ? 'rejected' : model['status'],
      ...(isHeld && { state: 'held', cause: causeOf(number, size) }),
      body,
    };
    yield { key: `${connection}:${sha256(findingId)}`, value: row };
  }
}

function issuesLike(issues: unknown, number: number): object {
  const entries = Object.entries(issues as Record<string, Record<string, unknown>>);
  return Object.fromEntries(
    entries.map(([role, issue]) => [
      role,
      { ...issue, id: `9${String(number)}`, key: `OLD-${String(number)}` },
    ]),
  );
}

function causeOf(number: number, { causes }: Size): string {
  return `required|${String(number % causes)}`;
}

function reasonOf(number: number, { causes }: Size): object {
  return {
    code: 'fieldRequired',
    project: 'WEB',
    field: `Field ${String(number % causes)}`,
    where: 'fields',
  };
}

function* causesOf(bench: Bench, size: Size) {
  for (let number = 0; number < size.causes; number += 1) {
    const cause = causeOf(number, size);
    const value = { cause, reason: reasonOf(number, size), since: bench.world.clock.now() };
    yield { key: `cause:${sha256(cause)}`, value };
  }
}

/** What the hourly look left behind half an hour ago. */
function* sumsOf(bench: Bench, { activitiesADay }: Size) {
  const now = bench.world.clock.now();
  const each = { jiraCalls: 2 * activitiesADay, jiraPoints: 4 * activitiesADay };
  const days = lastDays(now, 30).map((day) => ({ day, counts: { changed: activitiesADay }, ...each }));
  const hours = lastHours(now, new Map());
  yield { key: 'activity-sums', value: { v: 1, upTo: now - hourMs / 2, days, hours } };
}

const outcomes: readonly Outcome[] = ['created', 'changed', 'moved', 'closed', 'held'];

/** Thirty days, from the newest back. */
function* activityOf(bench: Bench, { activitiesADay, products }: Size) {
  const step = dayMs / activitiesADay;
  for (let number = 0; number < 30 * activitiesADay; number += 1) {
    const outcome = outcomes[number % outcomes.length] ?? 'changed';
    const item = {
      finding: `seeded-${String(number)}`,
      product: productOf(number % products),
      title: `Unsanitised value ${String(number)} in the search form`,
      outcome,
      issues: [`OLD-${String(number % 1000)}`],
      by: 'portal' as const,
    };
    const rows = rowsOf({
      id: `seed${number.toString(36)}`,
      at: Math.floor(bench.world.clock.now() - number * step),
      connection: 'zz000000',
      counts: { [outcome]: 1 },
      jiraCalls: 2,
      jiraPoints: 4,
      items: [item],
    });
    for (const value of rows) yield { key: `activity:${value.body.id}-${String(value.body.n)}`, value };
  }
}

/** Chunks of a paused connection, each a request of its own with its receipt. */
function* waitingOf(bench: Bench, [connection = '']: readonly string[], { waitingChunks }: Size) {
  const items = buildFindings(100).map((finding) => ({
    finding: { ...finding, kind: 'vulnerability' },
    seenAt: 1,
  }));
  const packed = pack(items);
  const ids = items.map(({ finding }) => finding.id);
  for (let number = 0; number < waitingChunks; number += 1) {
    const receipt = `waiting${String(number)}`;
    const id = `${receipt}-0`;
    const acceptedAt = bench.world.clock.now();
    const head = { v: 1 as const, id, connection, receipt, acceptedAt };
    yield { key: `inbox:${id}`, value: { ...head, packed } };
    yield { key: `pending:${connection}:${id}`, value: newMark({ ...head, items: [] }, 'bell') };
    yield {
      key: `receipt:${receipt}`,
      value: { receipt, connection, acceptedAt, chunks: [{ id, findings: ids.length }] },
    };
    yield { key: `receipt:${receipt}:0`, value: ids };
  }
}

/** The name of the receipt of a request with as many findings as one may have. */
export const largeReceipt = 'large0receipt';
const largeRequest = 10_000;

/** Its findings are those of a connection, from the first. */
function* receiptOf(bench: Bench, connection: string, { findings, connections }: Size) {
  const all = Array.from({ length: findings }, (_, number) => number).filter(
    (number) => number >= realFindings && number % (connections - 1) === 2,
  );
  const ids = Array.from({ length: largeRequest }, (_, at) => `seeded-${String(all[at] ?? at)}`);
  const parts = slices(ids, 100);
  const chunks = parts.map((some, part) => ({
    id: `${largeReceipt}-${String(part)}`,
    findings: some.length,
  }));
  const acceptedAt = bench.world.clock.now();
  yield { key: `receipt:${largeReceipt}`, value: { receipt: largeReceipt, connection, acceptedAt, chunks } };
  for (const [part, some] of parts.entries())
    yield { key: `receipt:${largeReceipt}:${String(part)}`, value: some };
}

/** Versions of a section of the settings, as admins leave them behind. */
function* versionsOf(bench: Bench, { versions }: Size) {
  const newest = valuesOf(bench, 'settings:spaces:').at(-1);
  for (let version = 1; version <= versions; version += 1)
    yield { key: `settings:spaces:${String(version)}`, value: newest?.value };
  yield { key: 'settings:spaces', value: versions };
}
