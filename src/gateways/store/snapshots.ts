/**
 * The last snapshots of findings, each packed under a key of its own. The account of an assignee lies apart, once for
 * all snapshots that name it: whoever is to be erased is erased in one place.
 */
import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { Finding } from '../../contract/finding';
import { snapshotVersion, type StoredSnapshot, upgradeSnapshot } from '../../contract/stored/snapshots';
import { failureLine } from '../../core/data/failure-line';
import { sha256 } from '../../core/data/hash';
import { slices } from '../../core/data/lists';
import type { Snapshots } from '../../flows/ports';
import { packRecord, unpackRecord } from './packed';
import { StorageError } from './outage';

const snapshotKey = (record: string) => `snapshot:${record}`;
const personPrefix = 'person:';
const personKey = (person: string) => `${personPrefix}${person}`;
/** Storage takes 25 values and 4 MB at once; most snapshots are small. */
const atOnce = { values: 25, characters: 2_000_000 } as const;
const page = 100;

const Person = z.object({ account: z.string(), at: z.number().int() });

/** The snapshots of this installation. */
export function createSnapshots(now: () => number): Snapshots {
  return {
    readMany,
    writeMany: (findings) => writeMany(findings, now()),
    forget: (keys) => remove(keys.map(snapshotKey)),
    people,
    forgetPeople: (accounts) => remove(accounts.map((account) => personKey(nameOf(account)))),
  };
}

/** The same for one account, always; it tells nothing of it. */
function nameOf(account: string): string {
  return sha256(account).slice(0, 32);
}

async function readMany(keys: readonly string[]): Promise<Map<string, Finding>> {
  const stored = await read(keys.map(snapshotKey));
  const snapshots = new Map<string, StoredSnapshot>();
  for (const key of keys) {
    const snapshot = readable(key, stored.get(snapshotKey(key)));
    if (snapshot) snapshots.set(key, snapshot);
  }
  const named = [...new Set([...snapshots.values()].flatMap(({ person }) => person ?? []))];
  const accounts = await read(named.map(personKey));
  const found = new Map<string, Finding>();
  for (const [key, { finding, person }] of snapshots) {
    const stored = person === undefined ? undefined : accounts.get(personKey(person));
    const accountId = Person.safeParse(stored).data?.account;
    found.set(
      key,
      accountId === undefined ? finding : { ...finding, assignee: { accountId, email: undefined } },
    );
  }
  return found;
}

/** One that cannot be read is told of, and stands in nobody's way: the portal sends another. */
function readable(key: string, value: unknown): StoredSnapshot | undefined {
  if (value === undefined) return undefined;
  try {
    return upgradeSnapshot(unpackRecord(z.string().parse(value)));
  } catch (error) {
    console.error(failureLine('reading a snapshot', error, { finding: sha256(key).slice(0, 16) }));
    return undefined;
  }
}

async function writeMany(findings: ReadonlyMap<string, Finding>, at: number): Promise<void> {
  await notePeople([...findings.values()], at);
  let some: { key: string; value: string }[] = [];
  let characters = 0;
  for (const [key, finding] of findings) {
    const value = packRecord(storedOf(finding));
    if (some.length >= atOnce.values || characters + value.length > atOnce.characters) {
      await write(some);
      [some, characters] = [[], 0];
    }
    some.push({ key: snapshotKey(key), value });
    characters += value.length;
  }
  await write(some);
}

function storedOf(finding: Finding): StoredSnapshot {
  const account = finding.assignee?.accountId;
  return {
    v: snapshotVersion,
    finding: { ...finding, assignee: undefined },
    ...(account !== undefined && { person: nameOf(account) }),
  };
}

/** Before the snapshots that name them; who is there already keeps the time of the first mention. */
async function notePeople(findings: readonly Finding[], at: number): Promise<void> {
  const accounts = [...new Set(findings.flatMap(({ assignee }) => assignee?.accountId ?? []))];
  const known = await read(accounts.map((account) => personKey(nameOf(account))));
  const fresh = accounts.filter((account) => !known.has(personKey(nameOf(account))));
  for (const some of slices(fresh, atOnce.values))
    await write(some.map((account) => ({ key: personKey(nameOf(account)), value: { account, at } })));
}

async function people(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(personPrefix)).limit(page);
    const answer = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
    for (const { value } of answer.results) {
      const person = Person.safeParse(value).data;
      if (person) found.set(person.account, person.at);
    }
    cursor = answer.nextCursor;
  } while (cursor !== undefined);
  return found;
}

async function read(keys: readonly string[]): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const some of slices(keys, atOnce.values)) {
    const answer = await kvs.batchGet<unknown>(some.map((key) => ({ key })));
    for (const { key, value } of answer.successfulKeys) found.set(key, value);
    const failed = answer.failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed) throw new StorageError(`Reading from storage failed: ${failed.error.code}`);
  }
  return found;
}

async function write(values: { key: string; value: unknown }[]): Promise<void> {
  if (values.length === 0) return;
  const { failedKeys } = await kvs.batchSet(values);
  if (failedKeys[0]) throw new StorageError(`Writing to storage failed: ${failedKeys[0].error.code}`);
}

/** What is not there any more is no failure. */
async function remove(keys: readonly string[]): Promise<void> {
  for (const some of slices(keys, atOnce.values)) await kvs.batchDelete(some.map((key) => ({ key })));
}
