import { events } from '@forge/bridge';
import { useCallback, useEffect, useState } from 'react';
import type { PanelView } from '#contract/panel-calls';
import { dayOf } from '../format/due-date';
import { readLinkedIssue, type Linked } from './read-linked-issue';
import { readPanel } from './read-panel';

/** Everything the panel shows. */
export interface LoadedPanel {
  readonly view: PanelView;
  readonly linked: Linked;
  /** The viewer's day, YYYY-MM-DD. */
  readonly today: string;
}

export type PanelState =
  | { readonly step: 'loading' }
  | { readonly step: 'failed'; readonly reason: string }
  | { readonly step: 'ready'; readonly panel: LoadedPanel };

/** Loads the panel, and again whenever Jira says that the issue changed; until then the old state stays on view. */
export function usePanel(): { readonly state: PanelState; readonly reload: () => void } {
  const [state, setState] = useState<PanelState>({ step: 'loading' });
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => {
    setTurn((before) => before + 1);
  }, []);
  useEffect(() => {
    let current = true;
    void loadPanel().then((loaded) => {
      if (current) setState(loaded);
    });
    return () => {
      current = false;
    };
  }, [turn]);
  useEffect(() => {
    const subscription = events.on('JIRA_ISSUE_CHANGED', reload);
    return () => {
      void subscription.then(({ unsubscribe }) => {
        unsubscribe();
      });
    };
  }, [reload]);
  return { state, reload };
}

async function loadPanel(): Promise<PanelState> {
  try {
    const view = await readPanel();
    return {
      step: 'ready',
      panel: { view, linked: await readLinkedIssue(view.linked?.id), today: dayOf(Date.now()) },
    };
  } catch (error) {
    return { step: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
