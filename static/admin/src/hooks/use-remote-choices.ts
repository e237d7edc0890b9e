import { useCallback, useEffect, useRef, useState } from 'react';
import type { Choice, PickerProps } from '../parts/picker-types';

interface Found {
  readonly items: readonly Choice[];
  readonly next?: number;
}

const pauseMs = 250;

/** A drop-down's list that is searched in Jira as people type and read page by page as they scroll. */
export function useRemoteChoices(find: (text: string, startAt: number) => Promise<Found>): Required<
  Pick<PickerProps, 'choices' | 'remote'>
> & {
  readonly error?: Error;
  readonly retry: () => void;
} {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>({ items: [] });
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<Error>();
  const turn = useRef(0);
  const latest = useRef(find);
  latest.current = find;

  const read = useCallback(async (query: string, before: readonly Choice[], startAt: number) => {
    turn.current += 1;
    const mine = turn.current;
    setLoading(true);
    try {
      const page = await latest.current(query, startAt);
      if (mine !== turn.current) return;
      setFound({ ...page, items: [...before, ...page.items] });
      setError(undefined);
    } catch (cause) {
      if (mine === turn.current) setError(cause instanceof Error ? cause : new Error(String(cause)));
    } finally {
      if (mine === turn.current) setLoading(false);
    }
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => void read(text, [], 0), text === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [text, read]);

  const more = () => {
    if (!loading && found.next !== undefined) void read(text, found.items, found.next);
  };
  const retry = () => void read(text, [], 0);
  return { retry, choices: found.items, remote: { loading, search: setText, more }, ...(error && { error }) };
}
