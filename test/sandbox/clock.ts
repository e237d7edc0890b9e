import type { Clock } from './types';

/** A wake-up call that can be taken back. It does not make a virtual clock run by itself. */
export interface Alarm {
  readonly rings: Promise<void>;
  cancel(): void;
}

/** The clock of the sandbox: what the stand-ins and the Forge host wait on. */
export interface SandboxClock extends Clock {
  readonly virtual: boolean;
  /** Resolves after `ms` milliseconds. On a virtual clock time jumps there once nothing else is left to do. */
  sleep(ms: number): Promise<void>;
  /**
   * Rings at `at` (milliseconds since the epoch). It never makes virtual time pass for its own sake, unless it `pulls`
   * as a sleeper does.
   */
  alarm(at: number, pulls?: boolean): Alarm;
  /** Keeps virtual time still while something real (a file, a socket) is under way; call the result to let go. */
  hold(): () => void;
}

/** A clock that only moves when told to, or when everything in the process waits for it. */
export interface VirtualClock extends SandboxClock {
  /** Moves time forward by `ms`; sleepers and alarms on the way wake in order. */
  advance(ms: number): void;
  /** Moves time forward to `at`; a moment in the past changes nothing. */
  advanceTo(at: number): void;
}

const MAX_TIMEOUT = 2 ** 31 - 1;

/** The machine's own clock. Its alarms do not keep the process alive. */
export const realClock: SandboxClock = {
  virtual: false,
  now: () => systemNow(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(0, ms), MAX_TIMEOUT))),
  alarm: (at) => {
    let timer: NodeJS.Timeout | undefined;
    const rings = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.min(Math.max(0, at - systemNow()), MAX_TIMEOUT));
      timer.unref();
    });
    return {
      rings,
      cancel: () => {
        clearTimeout(timer);
      },
    };
  },
  hold: () => () => undefined,
};

interface Waiter {
  readonly at: number;
  readonly seq: number;
  /** Sleepers pull time forward; alarms only ring when it passes. */
  readonly pulls: boolean;
  readonly wake: () => void;
}

const earlier = (a: Waiter, b: Waiter): number => a.at - b.at || a.seq - b.seq;

/** A clock for tests that starts at `start` (milliseconds since the epoch). */
export function virtualClock(start: number): VirtualClock {
  return new StandingClock(start);
}

class StandingClock implements VirtualClock {
  readonly virtual = true;
  private waiters: Waiter[] = [];
  private seq = 0;
  private holds = 0;
  private pumping = false;

  constructor(private current: number) {}

  now(): number {
    return this.current;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.add({ at: this.current + Math.max(0, ms), seq: this.seq++, pulls: true, wake: resolve });
      this.pump();
    });
  }

  alarm(at: number, pulls = false): Alarm {
    let waiter: Waiter | undefined;
    const rings = new Promise<void>((resolve) => {
      if (at <= this.current) {
        resolve();
        return;
      }
      waiter = { at, seq: this.seq++, pulls, wake: resolve };
      this.add(waiter);
      if (pulls) this.pump();
    });
    return {
      rings,
      cancel: () => {
        this.remove(waiter);
      },
    };
  }

  hold(): () => void {
    this.holds += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.holds -= 1;
      this.pump();
    };
  }

  advance(ms: number): void {
    this.advanceTo(this.current + ms);
  }

  advanceTo(at: number): void {
    for (let next = this.waiters[0]; next && next.at <= at; next = this.waiters[0]) {
      this.waiters.shift();
      this.current = Math.max(this.current, next.at);
      next.wake();
    }
    this.current = Math.max(this.current, at);
  }

  private add(waiter: Waiter): void {
    let low = 0;
    let high = this.waiters.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.waiters[middle];
      if (other && earlier(other, waiter) <= 0) low = middle + 1;
      else high = middle;
    }
    this.waiters.splice(low, 0, waiter);
  }

  private remove(waiter: Waiter | undefined): void {
    const index = waiter ? this.waiters.indexOf(waiter) : -1;
    if (index >= 0) this.waiters.splice(index, 1);
  }

  /** Lets everything that can run run (two turns of the event loop), then jumps one step towards the first sleeper. */
  private pump(): void {
    if (this.pumping) return;
    this.pumping = true;
    setImmediate(() =>
      setImmediate(() => {
        this.pumping = false;
        if (this.holds > 0) return;
        const [next] = this.waiters;
        if (!next || !this.waiters.some((waiter) => waiter.pulls)) return;
        this.advanceTo(next.at);
        this.pump();
      }),
    );
  }
}

const SystemDate = Date;
const systemNow = (): number => SystemDate.now();

/**
 * Makes `Date.now()` and `new Date()` of this process follow the clock; explicit dates stay as they are.
 * The result puts the machine's date back.
 */
export function installVirtualDate(clock: Clock): () => void {
  const VirtualDate = new Proxy(SystemDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [clock.now()] : args, newTarget) as Date,
    apply: () => new SystemDate(clock.now()).toString(),
    get: (target, key, receiver) =>
      key === 'now' ? () => clock.now() : (Reflect.get(target, key, receiver) as unknown),
  });
  globalThis.Date = VirtualDate;
  return () => {
    if (globalThis.Date === VirtualDate) globalThis.Date = SystemDate;
  };
}
