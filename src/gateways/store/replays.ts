/** Ids of signed calls, remembered a little longer than their timestamps are taken. */
import { kvs } from '@forge/kvs';
import { sha256 } from '../../core/hash';
import type { Replays, StoredAnswer } from '../../flows/ports';
import { isConflict } from './settings';

const ttl = { unit: 'MINUTES', value: 15 } as const;

interface Entry {
  readonly fingerprint: string;
  readonly at: number;
  readonly answer?: StoredAnswer;
}

/** The ids seen by this installation. A message id may hold anything, so its hash is the key. */
export function createReplays(now: () => number): Replays {
  const keyOf = (connection: string, id: string) => `call:${connection}:${sha256(id)}`;
  return {
    async claim(connection, id, fingerprint) {
      const key = keyOf(connection, id);
      try {
        await kvs.set(key, { fingerprint, at: now() }, { keyPolicy: 'FAIL_IF_EXISTS', ttl });
        return 'new';
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
      return (await kvs.get<Entry>(key)) ?? 'new';
    },
    keep: (connection, id, fingerprint, answer) =>
      kvs.set(keyOf(connection, id), { fingerprint, at: now(), answer }, { ttl }),
  };
}
