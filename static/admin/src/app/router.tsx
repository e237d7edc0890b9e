import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { PageHistory } from '../bridge/history';

/** What is not saved on a page, and how it can be. */
interface Unsaved {
  readonly save?: (() => void) | undefined;
  /** The last try failed. */
  readonly failed: boolean;
}

interface Route {
  /** The path that is shown, for example "/connections". */
  readonly path: string;
  /** Goes to another page, unless unsaved changes ask first. */
  readonly go: (path: string) => void;
  /** Something on the page is not saved. */
  readonly dirty: boolean;
  /** While true, leaving the page asks first. */
  readonly guard: (unsaved: Unsaved | undefined) => void;
  /** Saves, and leaves once that worked; what could not be saved keeps the person there. Absent: the page cannot. */
  readonly saveAndLeave?: (() => void) | undefined;
  readonly isSaving: boolean;
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
  const [unsaved, guard] = useState<Unsaved>();
  const [isSaving, setSaving] = useState(false);
  const dirty = unsaved !== undefined;
  const save = unsaved?.save;

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
    guard(undefined);
    setAsking(undefined);
    setSaving(false);
  }, [asking]);
  const stay = useCallback(() => {
    setAsking(undefined);
    setSaving(false);
    void history.push(path);
  }, [history, path]);
  const go = useCallback((to: string) => void history.push(to), [history]);

  const failed = unsaved?.failed === true;
  useEffect(() => {
    if (!isSaving) return;
    if (!dirty) leave();
    else if (failed) stay();
  }, [isSaving, dirty, failed, leave, stay]);
  const saveAndLeave = useMemo(
    () =>
      save &&
      (() => {
        setSaving(true);
        save();
      }),
    [save],
  );

  const route = useMemo(
    () => ({ path, go, dirty, guard, saveAndLeave, isSaving, asking, leave, stay }),
    [path, go, dirty, saveAndLeave, isSaving, asking, leave, stay],
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
export function useLeaveGuard(dirty: boolean, save?: () => void, failed = false): void {
  const { guard } = useRoute();
  const latest = useRef(save);
  latest.current = save;
  const canSave = save !== undefined;
  useEffect(() => {
    guard(dirty ? { failed, ...(canSave && { save: () => latest.current?.() }) } : undefined);
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty, canSave, failed, guard]);
  useEffect(() => () => guard(undefined), [guard]);
}
