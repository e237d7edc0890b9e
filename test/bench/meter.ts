/** Measures what a step costs: hooks on the stand-ins count, the process itself is sampled. */
import type { World } from '../support/world';
import type { Recorder } from '../sandbox/recorder';
import type { Measured } from './measured';

export interface Meter {
  /** Runs a step and answers what it cost. */
  measure(step: () => Promise<unknown>): Promise<Measured>;
}

const sampleMs = 5;
const megabyte = 1_000_000;

/** A recorder that keeps nothing: what was said is none of a benchmark's business, only how often. */
export function countingRecorder(): Recorder & { readonly count: () => number } {
  let count = 0;
  return {
    calls: [],
    record: () => {
      count += 1;
    },
    count: () => count,
  };
}

/** Counts from here on what the app does in this world. */
export function createMeter(world: World, recorder: { readonly count: () => number }): Meter {
  const jira = countJira(world);
  const invocations = new Map<string, number>();
  world.host.journal.subscribe(({ kind, text }) => {
    const name = kind === 'invocation' ? /^(.*) starts$/.exec(text)?.[1] : undefined;
    if (name !== undefined) add(invocations, name, 1);
  });
  const heap = () => process.memoryUsage().heapUsed;

  return {
    async measure(step) {
      jira.endpoints.clear();
      invocations.clear();
      globalThis.gc?.();
      const before = { ...world.host.kvs.use, calls: recorder.count(), points: jira.points() };
      let peak = heap();
      const sampler = setInterval(() => {
        peak = Math.max(peak, heap());
      }, sampleMs);
      const startedAt = world.clock.now();
      const cpu = process.cpuUsage();
      try {
        await step();
      } finally {
        clearInterval(sampler);
      }
      const { user, system } = process.cpuUsage(cpu);
      peak = Math.max(peak, heap());
      globalThis.gc?.();
      const { use } = world.host.kvs;
      return {
        calls: recorder.count() - before.calls,
        endpoints: Object.fromEntries(jira.endpoints),
        points: jira.points() - before.points,
        reads: use.reads - before.reads,
        writes: use.writes - before.writes,
        readUnits: use.readUnits - before.readUnits,
        writeUnits: use.writeUnits - before.writeUnits,
        invocations: Object.fromEntries(invocations),
        virtualMs: world.clock.now() - startedAt,
        cpuMs: (user + system) / 1000,
        peakHeapMb: peak / megabyte,
        heldHeapMb: heap() / megabyte,
      };
    },
  };
}

/** The stand-in charges every answered call by Jira's cost model; the meter reads along. */
function countJira({ site }: World) {
  const endpoints = new Map<string, number>();
  let points = 0;
  const { limiter } = site.world;
  const charge = limiter.charge.bind(limiter);
  limiter.charge = (call, cost) => {
    if (call.counted) {
      add(endpoints, `${call.method} ${call.endpoint}`, 1);
      points += cost;
    }
    return charge(call, cost);
  };
  return { endpoints, points: () => points };
}

function add(counts: Map<string, number>, name: string, amount: number): void {
  counts.set(name, (counts.get(name) ?? 0) + amount);
}
