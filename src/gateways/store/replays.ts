/** Ids of signed calls, remembered a little longer than their timestamps are taken. */
import { kvs } from '@forge/kvs';
import { sha256 } from '../../core/data/hash';
import type { Replays, StoredAnswer } from '../../flows/ports';
import { pack, unpack } from './packed';
import { isConflict } from './settings';

const ttl = { unit: 'MINUTES', value: 15 } as const;

interface Entry {
  readonly fingerprint: string;
  readonly at: number;
  /** Packed: answers repeat themselves, and a stored value is at most 240 KiB. */
  readonly answer?: string;
  /** The call was not carried out: the same one may come again. */
  readonly free?: true;
}

/** The ids seen by this installation. A message id may hold anything, so its hash is the key. */
export function createReplays(now: () => number): Replays {
  const keyOf = (connection: string, id: string) => `call:${connection}:${sha256(id)}`;
  return {
    async claim(connection, id, fingerprint) {
      const key = keyOf(connection, id);
      const entry: Entry = { fingerprint, at: now() };
      try {
        await kvs.set(key, entry, { keyPolicy: 'FAIL_IF_EXISTS', ttl });
        return 'new';
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
      const known = await kvs.get<Entry>(key);
      if (!known) return 'new';
      const { answer, free, ...rest } = known;
      if (free && rest.fingerprint === fingerprint) {
        await kvs.set(key, entry, { ttl });
        return 'new';
      }
      return { ...rest, ...(answer === undefined ? {} : { answer: unpack(answer) as StoredAnswer }) };
    },
    async keep(connection, id, fingerprint, answer) {
      const entry: Entry = { fingerprint, at: now(), answer: pack(answer) };
      await kvs.set(keyOf(connection, id), entry, { ttl });
    },
    async release(connection, id, fingerprint) {
      const entry: Entry = { fingerprint, at: now(), free: true };
      await kvs.set(keyOf(connection, id), entry, { ttl });
    },
  };
}
