import { callBack, type AppFrame } from './app-frames';
import type { Place } from './bridge-messages';

interface Router {
  readonly frame: AppFrame;
  readonly base: string;
  readonly callback: string;
}
let routers: readonly Router[] = [];

/** Begins to keep the address of the browser and the routes of the app in step. */
export function createHistory(frame: AppFrame, { callback }: Record<string, unknown>): Place {
  const { routes } = frame.config;
  if (routes === undefined) throw new Error('createHistory is not available in this module.');
  routers = [...routers, { frame, base: routes, callback: String(callback) }];
  return placeBelow(routes);
}

/** Goes to a place inside the app. */
export function historyGo(frame: AppFrame, { action, to, state }: Record<string, unknown>): void {
  const router = routers.find((one) => one.frame === frame);
  if (!router) throw new Error('createHistory was not called.');
  const place = to as string | Place;
  const target =
    typeof place === 'string' ? place : place.pathname + (place.search ?? '') + (place.hash ?? '');
  const kept: unknown = typeof place === 'string' ? state : place.state;
  show(router.base + (target.startsWith('/') ? target : `/${target}`), kept, String(action));
}

/** Steps through the browser's history. */
export function historyStep(_frame: AppFrame, { steps }: Record<string, unknown>): void {
  history.go(Number(steps));
}

function show(path: string, state: unknown, action: string): void {
  if (action === 'REPLACE') history.replaceState(state, '', path);
  else history.pushState(state, '', path);
  announce(action);
}

function announce(action: string): void {
  for (const { frame, base, callback } of routers) callBack(frame, callback, placeBelow(base), action);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-app-route] a')) {
    const isHere = link.pathname === location.pathname || location.pathname.startsWith(`${link.pathname}/`);
    if (isHere) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function placeBelow(base: string): Place {
  const { pathname, search, hash } = location;
  return { pathname: pathname.slice(base.length) || '/', search, hash, state: history.state as unknown };
}

addEventListener('popstate', () => {
  announce('POP');
});

// Entries that the app adds to Jira's sidebar change the address without loading the page again.
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-app-route] a')) {
  link.addEventListener('click', (event) => {
    if (routers.length === 0 || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    if (link.pathname !== location.pathname) show(link.pathname, null, 'PUSH');
  });
}
