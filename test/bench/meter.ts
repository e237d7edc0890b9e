/** Measures what a step costs: hooks on the stand-ins count, the process itself is sampled. */
import type { World } from '../support/world';
import type { Recorder } from '../sandbox/recorder';
import { type Charges, chargedByHour } from '../support/charged-points';
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
  const endpoints = countEndpoints(world);
  const charges = chargedByHour(world);
  const invocations = new Map<string, number>();
  world.host.journal.subscribe(({ kind, text }) => {
    const name = kind === 'invocation' ? /^(.*) starts$/.exec(text)?.[1] : undefined;
    if (name !== undefined) add(invocations, name, 1);
  });
  const heap = () => process.memoryUsage().heapUsed;

  return {
    async measure(step) {
      endpoints.clear();
      charges.forget();
      invocations.clear();
      globalThis.gc?.();
      const before = { ...world.host.kvs.use, calls: recorder.count() };
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
        endpoints: Object.fromEntries(endpoints),
        ...pointsIn(charges),
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

/** The stand-in charges every answered call by Jira's cost model. */
function pointsIn(charges: Charges): Pick<Measured, 'points' | 'busiestHour' | 'refused'> {
  const hours = charges.hours();
  const points = hours.reduce((sum, hour) => sum + hour, 0);
  return { points, busiestHour: Math.max(0, ...hours), refused: charges.refused() };
}

function countEndpoints({ site }: World): Map<string, number> {
  const endpoints = new Map<string, number>();
  const { limiter } = site.world;
  const charge = limiter.charge.bind(limiter);
  limiter.charge = (call, cost) => {
    if (call.counted) add(endpoints, `${call.method} ${call.endpoint}`, 1);
    return charge(call, cost);
  };
  return endpoints;
}

function add(counts: Map<string, number>, name: string, amount: number): void {
  counts.set(name, (counts.get(name) ?? 0) + amount);
}

/** How often the same step is measured by `fastest`. */
export const repeats = 3;

/** The cheapest of several times the same step: the machine has other things to do, too. */
export async function fastest(meter: Meter, step: () => Promise<unknown>): Promise<Measured> {
  let best = await meter.measure(step);
  for (let round = 1; round < repeats; round += 1) {
    const next = await meter.measure(step);
    if (next.cpuMs < best.cpuMs) best = next;
  }
  return best;
}
