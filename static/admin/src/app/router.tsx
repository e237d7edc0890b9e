import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { PageHistory } from '../bridge/history';

interface Route {
  /** The path that is shown, for example "/connections". */
  readonly path: string;
  /** Goes to another page, unless unsaved changes ask first. */
  readonly go: (path: string) => void;
  /** Something on the page is not saved. */
  readonly dirty: boolean;
  /** While true, leaving the page asks first. */
  readonly guard: (dirty: boolean) => void;
  /** Where the person wants to go while the page asks whether to leave. */
  readonly asking: string | undefined;
  readonly leave: () => void;
  readonly stay: () => void;
}

const RouteContext = createContext<Route | undefined>(undefined);

/** Shows the path of Jira's address bar; Jira's own sidebar changes it too, so a guarded page is kept until asked. */
export function Router({ history, children }: { history: PageHistory; children: ReactNode }) {
  const [path, setPath] = useState(history.location.pathname);
  const [asking, setAsking] = useState<string>();
  const [dirty, guard] = useState(false);

  useEffect(
    () =>
      history.listen(({ pathname }) => {
        if (pathname === path) return;
        if (dirty) setAsking(pathname);
        else setPath(pathname);
      }),
    [history, path, dirty],
  );

  const leave = useCallback(() => {
    if (asking !== undefined) setPath(asking);
    guard(false);
    setAsking(undefined);
  }, [asking]);
  const stay = useCallback(() => {
    setAsking(undefined);
    void history.push(path);
  }, [history, path]);
  const go = useCallback((to: string) => void history.push(to), [history]);

  const route = useMemo(
    () => ({ path, go, dirty, guard, asking, leave, stay }),
    [path, go, dirty, asking, leave, stay],
  );
  return <RouteContext.Provider value={route}>{children}</RouteContext.Provider>;
}

/** The route of the page. */
export function useRoute(): Route {
  const route = useContext(RouteContext);
  if (route === undefined) throw new Error('useRoute needs a Router around it');
  return route;
}

/** Asks before the page is left while there are unsaved changes, also when the whole tab is closed. */
export function useLeaveGuard(dirty: boolean): void {
  const { guard } = useRoute();
  useEffect(() => {
    guard(dirty);
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => {
      guard(false);
      window.removeEventListener('beforeunload', ask);
    };
  }, [dirty, guard]);
}
