import { useCallback, useEffect, useRef, useState } from 'react';

/** Where a request stands. While it is asked again or has failed, the last value stays. */
export type Async<T> = {
  readonly busy: boolean;
  readonly reload: () => void;
} & (
  | { readonly state: 'loading'; readonly value?: undefined }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: Error; readonly value?: T }
);

interface Answer<T> {
  readonly key?: string;
  readonly value?: { readonly of: T };
  readonly error?: Error;
  readonly busy: boolean;
}

/**
 * Runs `ask` when the part appears and whenever `key` changes; an answer to an older question is dropped.
 * `undefined` as key asks nothing and stays loading.
 */
export function useAsync<T>(key: string | undefined, ask: () => Promise<T>): Async<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ busy: true });
  const [turn, setTurn] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;

  useEffect(() => {
    if (key === undefined) return undefined;
    let current = true;
    setAnswer((before) => (before.key === key ? { ...before, busy: true } : { key, busy: true }));
    latest.current().then(
      (value) => {
        if (current) setAnswer({ key, value: { of: value }, busy: false });
      },
      (cause: unknown) => {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        if (current) setAnswer((before) => ({ ...before, error, busy: false }));
      },
    );
    return () => {
      current = false;
    };
  }, [key, turn]);

  const reload = useCallback(() => {
    setTurn((count) => count + 1);
  }, []);
  return { ...standing(answer.key === key ? answer : { busy: true }), reload };
}

function standing<T>({ value, error, busy }: Answer<T>) {
  if (error !== undefined) {
    return { state: 'failed' as const, error, busy, ...(value === undefined ? {} : { value: value.of }) };
  }
  return value === undefined
    ? { state: 'loading' as const, busy }
    : { state: 'ready' as const, value: value.of, busy };
}
