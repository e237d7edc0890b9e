/** What one step of a benchmark cost. Plain JSON, because runs are processes of their own. */
export interface Measured {
  readonly calls: number;
  /** Jira calls by `METHOD pattern`. */
  readonly endpoints: Readonly<Record<string, number>>;
  /** Points of Jira's hourly quota. */
  readonly points: number;
  /** The most of them in one hour. */
  readonly busiestHour: number;
  /** Calls that Jira refused for their rate. */
  readonly refused: number;
  /** Storage requests. */
  readonly reads: number;
  readonly writes: number;
  /** Storage units: each request rounded up to 10 KB. */
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Functions that the platform started, by `module type module key`. */
  readonly invocations: Readonly<Record<string, number>>;
  /** Time on the virtual clock, in milliseconds. */
  readonly virtualMs: number;
  /** CPU of the whole process (app and stand-ins), in milliseconds. */
  readonly cpuMs: number;
  /** The largest heap of the whole process seen meanwhile, garbage included, and what is left after collecting, in MB. */
  readonly peakHeapMb: number;
  readonly heldHeapMb: number;
}

/** How a number stands to its target, which is a limit. */
export interface Verdict {
  readonly what: string;
  readonly value: number;
  readonly target: number;
  readonly unit?: string;
  /** Why it is missed, where that is on purpose. */
  readonly why?: string;
}

/** One line of a table. */
export interface Row {
  readonly step: string;
  readonly findings: number;
  readonly measured: Measured;
  readonly verdicts: readonly Verdict[];
  /** What is not as it should be after the step: then its numbers mean nothing. */
  readonly wrong?: string;
}

/** A limit that is reached is met. */
export function isMet({ value, target }: Verdict): boolean {
  return value <= target;
}

/** Loading the handlers in fresh processes; times in milliseconds, shortest first. */
export interface ImportTimes {
  readonly processes: number;
  readonly bundleKb: number;
  readonly wallMs: readonly number[];
  readonly cpuMs: readonly number[];
}
