import { useCallback, useEffect, useRef, useState } from 'react';

/** Where a question to Jira stands; while it is asked again, the last answer stays on view. */
export interface Asked<T> {
  readonly busy: boolean;
  readonly value?: T;
  readonly problem?: string;
  readonly again: () => void;
}

/** Asks when the page appears and whenever `key` changes; an answer to an older question is dropped. */
export function useAsked<T>(key: string, ask: () => Promise<T>): Asked<T> {
  const [answer, setAnswer] = useState<Omit<Asked<T>, 'again'>>({ busy: true });
  const [turn, setTurn] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let current = true;
    setAnswer(({ problem: _before, ...rest }) => ({ ...rest, busy: true }));
    latest.current().then(
      (value) => {
        if (current) setAnswer({ busy: false, value });
      },
      (error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        if (current) setAnswer((before) => ({ ...before, busy: false, problem }));
      },
    );
    return () => {
      current = false;
    };
  }, [key, turn]);
  const again = useCallback(() => {
    setTurn((before) => before + 1);
  }, []);
  return { ...answer, again };
}
