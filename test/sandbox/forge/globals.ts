import { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';
import type { Alarm } from '../clock';

/** What the Forge packages hand over with each call of the platform. */
export interface CallMeta {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
}

/** What the globals need of the invocation that is running. */
export interface RunningInvocation {
  readonly runtime: object;
  call(meta: CallMeta, path: string, init: RequestInit): Promise<Response>;
  log(level: string, text: string): void;
  /** A timer on the sandbox's clock; undefined: the machine's own will do. */
  timer(ms: number): Alarm | undefined;
  readonly ended: boolean;
}

interface ForgeGlobals {
  readonly storage: AsyncLocalStorage<RunningInvocation>;
  readonly nativeFetch: typeof fetch;
}

const KEY = Symbol.for('sandbox.forge.globals');
const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;
type Holder = typeof globalThis & { [KEY]?: ForgeGlobals };

/**
 * Puts the globals in place that the Forge packages call, once a process. It must happen before `@forge/api` is
 * imported, which keeps the `fetch` it finds. Each call goes to the host of the invocation it was made in.
 */
export function installGlobals(): ForgeGlobals {
  const holder = globalThis as Holder;
  if (holder[KEY]) return holder[KEY];
  const storage = new AsyncLocalStorage<RunningInvocation>();
  const globals: ForgeGlobals = { storage, nativeFetch: globalThis.fetch };
  holder[KEY] = globals;
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => storage.getStore()?.runtime,
  });
  Object.defineProperty(globalThis, '__forge_fetch__', {
    configurable: true,
    value: (meta: CallMeta, path: string | URL, init?: RequestInit) =>
      platformCall(storage, meta, path, init),
  });
  globalThis.fetch = (input, init) => {
    if (!storage.getStore()) return globals.nativeFetch(input, init);
    const url = input instanceof Request ? input.url : String(input);
    return platformCall(storage, { type: 'egress' }, new URL(url).href, init);
  };
  interceptConsole(storage);
  interceptTimers(storage);
  return globals;
}

/** Runs `work` as part of the invocation: every platform call and log line in it belongs to that invocation. */
export function runInside<T>(invocation: RunningInvocation, work: () => Promise<T>): Promise<T> {
  return installGlobals().storage.run(invocation, work);
}

/** Leaves the invocation, for work of the host itself. */
export function runOutside<T>(work: () => T): T {
  return installGlobals().storage.exit(work);
}

async function platformCall(
  storage: AsyncLocalStorage<RunningInvocation>,
  meta: CallMeta,
  path: string | URL,
  init: RequestInit = {},
): Promise<Response> {
  const invocation = storage.getStore();
  if (!invocation) throw new Error('A platform call was made outside an invocation.');
  return invocation.call(meta, String(path), init);
}

/** The console of the invocation that is running, or else whatever console the process has at that time. */
function interceptConsole(storage: AsyncLocalStorage<RunningInvocation>): void {
  let usual = globalThis.console;
  Object.defineProperty(globalThis, 'console', {
    configurable: true,
    get: () => {
      const invocation = storage.getStore();
      return invocation ? consoleOf(invocation, usual) : usual;
    },
    set: (other: Console) => {
      usual = other;
    },
  });
}

function consoleOf(invocation: RunningInvocation, usual: Console): Console {
  const logAs =
    (level: string) =>
    (...args: unknown[]) => {
      invocation.log(level, format(...args));
    };
  const logs: Partial<Console> = Object.fromEntries(LEVELS.map((level) => [level, logAs(level)]));
  return Object.assign(Object.create(usual) as Console, logs);
}

/** Timers that an app sets follow the clock of its sandbox. A frozen function's timers never ring. */
function interceptTimers(storage: AsyncLocalStorage<RunningInvocation>): void {
  const native = globalThis.setTimeout;
  const intercepted = (callback: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const invocation = storage.getStore();
    const timer = invocation?.timer(ms);
    if (!invocation || !timer) return native(callback, ms, ...args);
    void timer.rings.then(() => {
      if (!invocation.ended) callback(...args);
    });
    return timer;
  };
  Object.defineProperty(globalThis, 'setTimeout', {
    configurable: true,
    writable: true,
    value: Object.assign(intercepted, native),
  });
  const nativeClear = globalThis.clearTimeout;
  globalThis.clearTimeout = (timer?: Parameters<typeof clearTimeout>[0] | Alarm) => {
    if (typeof timer === 'object' && 'cancel' in timer) timer.cancel();
    else nativeClear(timer);
  };
}
