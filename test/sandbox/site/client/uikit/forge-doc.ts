/** One element as @forge/react hands it over: a component by name, its props and its children. */
export interface ForgeDoc {
  readonly type: string;
  readonly key: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly ForgeDoc[];
}

type CallBridge = (command: string, data?: Readonly<Record<string, unknown>>) => Promise<unknown>;

interface WithBridge {
  __bridge?: { callBridge: CallBridge };
}

let current: ForgeDoc | undefined;
let version = 0;
const listeners = new Set<() => void>();

/** The newest document; it is changed in place, so `documentVersion` says whether it is another one. */
export function currentDocument(): ForgeDoc | undefined {
  return current;
}

/** Grows with every document that arrives. */
export function documentVersion(): number {
  return version;
}

/** Calls back for every new document; the result stops it. */
export function onDocument(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Takes `reconcile` off the bridge, because this page draws the document itself; all else goes on to the site. */
export function catchReconcile(): void {
  const global = globalThis as WithBridge;
  const callSite = siteBridge();
  global.__bridge = {
    callBridge: (command, data) => {
      if (command === 'reconcile') {
        receive(data?.['forgeDoc'] as ForgeDoc);
        return Promise.resolve();
      }
      if (command === 'onError') return Promise.reject(new Error(String(data?.['error'])));
      return callSite(command, data);
    },
  };
}

/** The bridge to the site. @throws when the page was opened outside of it. */
export function siteBridge(): CallBridge {
  const bridge = (globalThis as WithBridge).__bridge;
  if (!bridge) throw new Error('This page only works inside the site.');
  return bridge.callBridge;
}

function receive(document: ForgeDoc): void {
  current = document;
  version += 1;
  for (const listener of listeners) listener();
}
