/** What Jira said a while ago, kept so that it need not be asked again. */
import { kvs } from '@forge/kvs';
import type { JiraResult, Refused } from '../../core/jira/failure';

interface Entry {
  readonly v: typeof version;
  readonly at: number;
  readonly result: { ok: true; value: unknown } | { ok: false; failure: Refused };
}

/** Raised whenever what is remembered changes its shape: entries of another version are read from Jira anew. */
const version = 1;

export interface Cache {
  /** The remembered value if it is fresh, else the value read now. Refusals are remembered for `refusedMs`, doubt never. */
  through<T>(
    key: string,
    freshMs: number,
    refusedMs: number,
    readNow: () => Promise<JiraResult<T>>,
  ): Promise<JiraResult<T>>;
  drop(key: string): Promise<void>;
  /** Remembers what cannot be read again at any time: it never grows old. */
  keep(key: string, value: unknown): Promise<void>;
  kept(key: string): Promise<unknown>;
}

/** The platform stores at most 240 KiB under a key; what is larger, such as a list of 10,000 options, is read anew. */
const largest = 230_000;

/** What is no longer fresh is of no use to anybody: storage forgets it. */
function ttlOf(ms: number): { unit: 'SECONDS'; value: number } {
  return { unit: 'SECONDS', value: Math.ceil(ms / 1000) };
}

/** A cache for one invocation over the app's storage. Who asks while the same is read waits for that answer. */
export function createCache(now: () => number): Cache {
  const memo = new Map<string, Entry>();
  const underWay = new Map<string, Promise<unknown>>();
  const keyOf = (key: string) => `cache:${key}`;

  async function readThrough<T>(
    key: string,
    freshMs: number,
    refusedMs: number,
    readNow: () => Promise<JiraResult<T>>,
  ): Promise<JiraResult<T>> {
    const known = memo.get(key) ?? (await kvs.get<Entry>(keyOf(key)));
    if (known?.v === version && now() - known.at < (known.result.ok ? freshMs : refusedMs)) {
      memo.set(key, known);
      return known.result as JiraResult<T>;
    }
    const result = await readNow();
    if (result.ok || (result.failure.kind === 'refused' && refusedMs > 0)) {
      const entry: Entry = {
        v: version,
        at: now(),
        result: result.ok ? result : { ok: false, failure: result.failure as Refused },
      };
      memo.set(key, entry);
      if (Buffer.byteLength(JSON.stringify(entry)) <= largest)
        await kvs.set(keyOf(key), entry, { ttl: ttlOf(result.ok ? freshMs : refusedMs) });
    }
    return result;
  }

  return {
    through<T>(key: string, freshMs: number, refusedMs: number, readNow: () => Promise<JiraResult<T>>) {
      const asked = underWay.get(key);
      if (asked) return asked as Promise<JiraResult<T>>;
      const reading = readThrough(key, freshMs, refusedMs, readNow).finally(() => underWay.delete(key));
      underWay.set(key, reading);
      return reading;
    },
    async drop(key) {
      memo.delete(key);
      await kvs.delete(keyOf(key));
    },
    keep: (key, value) => kvs.set(keyOf(key), value),
    kept: (key) => kvs.get(keyOf(key)),
  };
}
