/** Threads: an entity, changed only by compare-and-set; and the words of comments that wait, each under a key of its own. */
import { kvs, WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import {
  type Thread,
  upgradeThread,
  upgradeWaitingWords,
  type WaitingWords,
} from '../../contract/stored/threads';
import { emptyThread, waitingEntries, wordsKeys } from '../../core/comments/thread';
import { failureLine } from '../../core/data/failure-line';
import { slices } from '../../core/data/lists';
import type { KeptWords, Threads } from '../../flows/ports-threads';
import { StorageError } from './outage';
import { packRecord, unpackRecord } from './packed';
import { isSaved } from './transactions';

const entityName = 'thread';
const atOnce = 25;
/** Words are up to 40 KB each. */
const wordsAtOnce = 10;
const rounds = 6;
const prefix = 'words:';
const storageKey = (record: string, key: string) => `${prefix}${record}:${key}`;

interface Row {
  readonly version: number;
  readonly body: string;
}

/** The threads of this installation. */
export function createThreads(): Threads {
  return { readMany, change, wordsOf, putWords, dropWords, walkWords, forget, move };
}

async function readMany(records: readonly string[]): Promise<Map<string, Thread>> {
  const found = new Map<string, Thread>();
  for (const some of slices([...new Set(records)], atOnce)) {
    const answer = await kvs.batchGet<Row>(some.map((key) => ({ key, entityName })));
    for (const { key, value } of answer.successfulKeys) {
      const thread = readableThread(key, value);
      if (thread) found.set(key, thread);
    }
    const failed = answer.failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed) throw new StorageError(`Reading threads failed: ${failed.error.code}`);
  }
  return found;
}

/** What a newer version of the app wrote stays as it is: nobody can change what counts as missing here. */
function readableThread(record: string, { body }: Row): Thread | undefined {
  try {
    return upgradeThread(unpackRecord(body));
  } catch (error) {
    console.error(failureLine('reading a thread', error, { record: record.slice(-16) }));
    return undefined;
  }
}

async function change(record: string, changed: (before: Thread) => Thread): Promise<Thread> {
  for (let round = 1; round <= rounds; round += 1) {
    const before = (await readMany([record])).get(record) ?? emptyThread();
    const wanted = changed(before);
    if (wanted === before) return before;
    const next = { ...wanted, version: before.version + 1 };
    const row = { version: next.version, body: packRecord(next) };
    if (await isSaved(entityName, record, row, before.version)) return next;
  }
  throw new StorageError('A thread of comments is changed by too many at once.');
}

async function wordsOf(record: string, keys: readonly string[]): Promise<Map<string, WaitingWords>> {
  const found = new Map<string, WaitingWords>();
  const names = new Map(keys.map((key) => [storageKey(record, key), key]));
  for (const some of slices([...names.keys()], wordsAtOnce)) {
    const answer = await kvs.batchGet<unknown>(some.map((key) => ({ key })));
    for (const { key, value } of answer.successfulKeys) {
      const [name, words] = [names.get(key), readable(key, value)];
      if (name !== undefined && words) found.set(name, words);
    }
    const failed = answer.failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed) throw new StorageError(`Reading comments failed: ${failed.error.code}`);
  }
  return found;
}

function readable(key: string, value: unknown): WaitingWords | undefined {
  try {
    return upgradeWaitingWords(unpackRecord(z.string().parse(value)));
  } catch (error) {
    console.error(failureLine('reading a comment', error, { comment: key.slice(-20) }));
    return undefined;
  }
}

async function putWords(record: string, words: ReadonlyMap<string, WaitingWords>): Promise<void> {
  const items = [...words].map(([key, value]) => ({
    key: storageKey(record, key),
    value: packRecord(value),
  }));
  for (const some of slices(items, wordsAtOnce)) {
    const { failedKeys } = await kvs.batchSet(some);
    if (failedKeys[0]) throw new StorageError(`Writing comments failed: ${failedKeys[0].error.code}`);
  }
}

async function dropWords(record: string, keys: readonly string[]): Promise<void> {
  for (const some of slices(keys, atOnce))
    await kvs.batchDelete(some.map((key) => ({ key: storageKey(record, key) })));
}

async function walkWords(cursor?: string): Promise<{ words: KeptWords[]; next?: string }> {
  const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(wordsAtOnce);
  const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
  const words = page.results.flatMap(({ key, value }): KeptWords[] => {
    const kept = readable(key, value);
    const at = key.lastIndexOf(':');
    return kept ? [{ record: key.slice(prefix.length, at), key: key.slice(at + 1), words: kept }] : [];
  });
  return { words, ...(page.nextCursor === undefined ? {} : { next: page.nextCursor }) };
}

async function forget(records: readonly string[]): Promise<void> {
  const threads = await readMany(records);
  for (const [record, thread] of threads) await dropWords(record, wordsKeys(waitingEntries(thread)));
  for (const some of slices([...threads.keys()], atOnce))
    await kvs.batchDelete(some.map((key) => ({ key, entityName })));
}

async function move(from: string, to: string): Promise<void> {
  const thread = (await readMany([from])).get(from);
  if (!thread) return;
  await putWords(to, await wordsOf(from, wordsKeys(waitingEntries(thread))));
  await change(to, ({ version }) => ({ ...thread, version }));
  await forget([from]);
}
