import { useCallback, useEffect, useState } from 'react';
import type { Configuration } from '../logic/configuration';
import { type Read, readFigures } from './read-figures';

export type FiguresState =
  { readonly step: 'loading' } | { readonly step: 'failed'; readonly reason: string } | Read;

/** Reads the figures once; Jira refreshes a gadget by opening it anew. */
export function useFigures(
  configuration: Configuration,
  timeZone: string | undefined,
): { readonly state: FiguresState; readonly reload: () => void } {
  const [state, setState] = useState<FiguresState>({ step: 'loading' });
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(configuration);
  const reload = useCallback(() => {
    setState({ step: 'loading' });
    setTurn((before) => before + 1);
  }, []);
  useEffect(() => {
    let current = true;
    readFigures(configuration, timeZone, Date.now()).then(
      (read) => {
        if (current) setState(read);
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        if (current) setState({ step: 'failed', reason });
      },
    );
    return () => {
      current = false;
    };
    // The configuration by what it says: Jira hands over another object each time.
  }, [key, timeZone, turn]);
  return { state, reload };
}
