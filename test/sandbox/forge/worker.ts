import type { SandboxClock } from '../clock';
import type { DeliveryTarget, Faults } from '../faults';

/** Something to be delivered at some time. `data` is plain JSON, so that it survives a restart. */
export interface Task {
  readonly kind: DeliveryTarget;
  /** Milliseconds since the epoch. */
  readonly dueAt: number;
  /** At most `limit` tasks with this key run at a time. */
  readonly lane?: { readonly key: string; readonly limit: number };
  readonly data: unknown;
}

/** Delivers a task. It must settle every failure of the app by itself; what it throws is a fault of the sandbox. */
export type Executor = (data: unknown) => Promise<void>;

/** Works off what is due: in parallel, as the platform does, within the lanes. */
export class Worker {
  private waiting: Task[] = [];
  private readonly parked = new Map<string, Task[]>();
  private readonly inLane = new Map<string, number>();
  private readonly running = new Set<Task>();
  private readonly executors = new Map<DeliveryTarget, Executor>();
  private readonly watchers = new Set<() => void>();
  private failure: Error | undefined;
  private stopped = true;

  constructor(
    private readonly clock: SandboxClock,
    private readonly faults: Faults,
  ) {}

  register(kind: DeliveryTarget, executor: Executor): void {
    this.executors.set(kind, executor);
  }

  add(task: Task): void {
    let at = this.waiting.length;
    while (at > 0 && (this.waiting[at - 1]?.dueAt ?? 0) > task.dueAt) at -= 1;
    this.waiting.splice(at, 0, task);
    this.wakeUp();
  }

  /** Everything that is not finished, also what is running: after a crash it comes again. */
  tasks(): readonly Task[] {
    return [...this.running, ...[...this.parked.values()].flat(), ...this.waiting];
  }

  /** Delivers what is due and what becomes due by that, without letting time pass for its own sake. */
  settle(kinds: readonly DeliveryTarget[]): Promise<number> {
    return this.work(kinds, this.clock.now(), false);
  }

  /** Delivers everything until nothing is left or what is left lies beyond `until` (milliseconds since the epoch). */
  async runUntil(kinds: readonly DeliveryTarget[], until: number): Promise<number> {
    return this.work(kinds, until, true);
  }

  /** Works in the background until `stop` is called. */
  async start(kinds: readonly DeliveryTarget[]): Promise<void> {
    this.stopped = false;
    while (!this.isStopped()) {
      this.launch(kinds);
      await this.nextChange(kinds);
      this.rethrow();
    }
  }

  stop(): void {
    this.stopped = true;
    this.wakeUp();
  }

  private isStopped(): boolean {
    return this.stopped;
  }

  private async work(kinds: readonly DeliveryTarget[], until: number, waits: boolean): Promise<number> {
    for (let delivered = 0; ;) {
      delivered += this.launch(kinds);
      this.rethrow();
      if (this.running.size > 0) {
        await this.nextChange(kinds);
        continue;
      }
      const next = this.nextDue(kinds);
      if (next === undefined || !waits || next > until) return delivered;
      await this.clock.sleep(next - this.clock.now());
    }
  }

  private rethrow(): void {
    if (this.failure === undefined) return;
    const { failure } = this;
    this.failure = undefined;
    throw failure;
  }

  private nextDue(kinds: readonly DeliveryTarget[]): number | undefined {
    return this.waiting.find((task) => kinds.includes(task.kind))?.dueAt;
  }

  /** Resolves when a task is added or finished, or when the next one is due. */
  private async nextChange(kinds: readonly DeliveryTarget[]): Promise<void> {
    const next = this.nextDue(kinds);
    const alarm = next === undefined ? undefined : this.clock.alarm(next);
    const change = new Promise<void>((resolve) => {
      this.watchers.add(resolve);
    });
    await Promise.race(alarm ? [change, alarm.rings] : [change]);
    alarm?.cancel();
  }

  private wakeUp(): void {
    for (const watcher of this.watchers) watcher();
    this.watchers.clear();
  }

  private launch(kinds: readonly DeliveryTarget[]): number {
    const now = this.clock.now();
    const due = this.waiting.filter((task) => task.dueAt <= now && kinds.includes(task.kind));
    if (due.length === 0) return 0;
    const taken = new Set(due);
    this.waiting = this.waiting.filter((task) => !taken.has(task));
    const twice = due.flatMap((task) => (this.faults.comesTwice(task.kind) ? [task, { ...task }] : [task]));
    for (const task of this.inOrder(twice)) this.enter(task);
    return twice.length;
  }

  private inOrder(due: readonly Task[]): readonly Task[] {
    const turned = due.filter((task) => this.faults.reorders(task.kind)).reverse();
    return due.map((task) => (this.faults.reorders(task.kind) ? (turned.shift() ?? task) : task));
  }

  private enter(task: Task): void {
    const { lane } = task;
    if (!lane) {
      this.run(task);
      return;
    }
    const inLane = this.inLane.get(lane.key) ?? 0;
    if (inLane >= lane.limit) {
      this.parked.set(lane.key, [...(this.parked.get(lane.key) ?? []), task]);
      return;
    }
    this.inLane.set(lane.key, inLane + 1);
    this.run(task);
  }

  private run(task: Task): void {
    this.running.add(task);
    const executor = this.executors.get(task.kind);
    const work = executor ? executor(task.data) : Promise.reject(new Error(`Nobody delivers ${task.kind}.`));
    void work
      .catch((error: unknown) => {
        this.failure = error instanceof Error ? error : new Error(String(error));
      })
      .then(() => {
        this.running.delete(task);
        if (task.lane) this.leave(task.lane.key);
        this.wakeUp();
      });
  }

  private leave(key: string): void {
    this.inLane.set(key, (this.inLane.get(key) ?? 1) - 1);
    const [next, ...rest] = this.parked.get(key) ?? [];
    this.parked.set(key, rest);
    if (next) this.enter(next);
  }
}
