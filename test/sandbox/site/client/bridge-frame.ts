import type { Place, ToFrame, ToSite } from './bridge-messages';

// The bridge as a page of the app finds it: `globalThis.__bridge`, there before the page's first own script. It is served
// as a plain script, so only types may be imported. Calls go to the page around the frame by messages; functions stay here under an id.
(() => {
  type Data = Record<string, unknown> | undefined;
  type Listener = (place: Place, action: string) => void;

  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>();
  const callbacks = new Map<string, (...values: unknown[]) => unknown>();
  // Beside this script, where the browser keeps it.
  const themeHref = new URL('__theme.css', (document.currentScript as HTMLScriptElement).src).href;
  let count = 0;

  const post = (message: ToSite): void => {
    parent.postMessage(message, '*');
  };
  const ask = (command: string, data?: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      post({ bridge: 'call', id: count, command, data: plain(data) });
    });
  const plain = (data: unknown): unknown =>
    data === undefined ? undefined : (JSON.parse(JSON.stringify(data)) as unknown);
  const keep = (callback: unknown): string | undefined => {
    if (typeof callback !== 'function') return undefined;
    count += 1;
    const id = `callback-${String(count)}`;
    callbacks.set(id, callback as (...values: unknown[]) => unknown);
    return id;
  };

  async function listenTo(command: string, data: Data): Promise<unknown> {
    const callback = keep(data?.['callback']);
    await ask(command, { ...data, callback });
    return {
      unsubscribe: () => {
        callbacks.delete(callback ?? '');
        return ask('unsubscribe', { callback });
      },
    };
  }

  // The shape of the package `history`, version 4, which `view.createHistory()` promises.
  async function createHistory(): Promise<unknown> {
    const listeners = new Set<Listener>();
    const history = {
      action: 'POP',
      location: (await ask('createHistory', { callback: keep(arrived) })) as Place,
      push: (to: string | Place, state?: unknown) => go('PUSH', to, state),
      replace: (to: string | Place, state?: unknown) => go('REPLACE', to, state),
      go: (steps: number) => void ask('historyStep', { steps }),
      goBack: () => void ask('historyStep', { steps: -1 }),
      goForward: () => void ask('historyStep', { steps: 1 }),
      createHref: (place: Place) => place.pathname + (place.search ?? '') + (place.hash ?? ''),
      listen: (listener: Listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    function arrived(place: unknown, action: unknown): void {
      history.action = String(action);
      history.location = place as Place;
      for (const listener of listeners) listener(history.location, history.action);
    }
    function go(action: string, to: string | Place, state: unknown): void {
      void ask('historyGo', { action, to, state });
    }
    return history;
  }

  const special: Record<string, (data: Data) => Promise<unknown>> = {
    on: (data) => listenTo('on', data),
    onPublic: (data) => listenTo('onPublic', data),
    onClose: (data) => ask('onClose', { callback: keep(data) }),
    openModal: (data) => ask('openModal', { ...data, onClose: keep(data?.['onClose']) }),
    showFlag: (data) => {
      const actions = (data?.['actions'] ?? []) as { text: string; onClick?: unknown }[];
      return ask('showFlag', {
        ...data,
        actions: actions.map(({ text, onClick }) => ({ text, onClick: keep(onClick) })),
      });
    },
    createHistory,
  };

  function applyTheme(colorMode: string, theme: string): void {
    const root = document.documentElement;
    root.dataset['colorMode'] = colorMode;
    root.dataset['theme'] = theme;
    if (document.getElementById('forge-theme')) return;
    const link = Object.assign(document.createElement('link'), {
      id: 'forge-theme',
      rel: 'stylesheet',
      href: themeHref,
    });
    document.head.append(link);
  }

  addEventListener('message', ({ data, source }: MessageEvent<ToFrame>) => {
    if (source !== parent) return;
    if (data.bridge === 'callback') callbacks.get(data.callback)?.(...data.values);
    else if (data.bridge === 'theme') applyTheme(data.colorMode, data.theme);
    else {
      const { resolve, reject } = waiting.get(data.id) ?? {};
      waiting.delete(data.id);
      if (data.error === undefined) resolve?.(data.result);
      else reject?.(new Error(data.error));
    }
  });

  // The body may be as high as the frame itself; only what stands in it says how high the frame has to be.
  addEventListener('DOMContentLoaded', () => {
    const bottom = (): number =>
      Math.max(0, ...[...document.body.children].map((child) => child.getBoundingClientRect().bottom));
    const sizes = new ResizeObserver(() => post({ bridge: 'size', height: Math.ceil(bottom() + scrollY) }));
    const watch = (): void => {
      for (const child of document.body.children) sizes.observe(child);
    };
    new MutationObserver(watch).observe(document.body, { childList: true });
    watch();
  });

  const callBridge = (command: string, data?: Data): Promise<unknown> =>
    (special[command] ?? ((one: Data) => ask(command, one)))(data);
  Object.assign(globalThis, { __bridge: { callBridge } });
})();
