import type { Clock } from '../../types';
import { Refusal } from './refusal';

/** What an installation used since its start, for benchmarks and the storage page. */
export interface StorageUse {
  calls: number;
  reads: number;
  writes: number;
  /** Read and write units of 10 KB, each request rounded up. */
  readUnits: number;
  writeUnits: number;
}

const UNIT_BYTES = 10_000;
const UNITS_A_MINUTE = 4_000;

/** Counts requests in units of 10 KB and refuses what goes beyond 4,000 of a kind in a minute. */
export class Rates {
  readonly use: StorageUse = { calls: 0, reads: 0, writes: 0, readUnits: 0, writeUnits: 0 };
  private minute = -1;
  private spent = { reads: 0, writes: 0 };

  constructor(private readonly clock: Clock) {}

  /** @throws Refusal when this minute's units are used up; then nothing is counted. */
  spend(kind: 'reads' | 'writes', bytes: number): void {
    const minute = Math.floor(this.clock.now() / 60_000);
    if (minute !== this.minute) this.spent = { reads: 0, writes: 0 };
    this.minute = minute;
    const units = Math.max(1, Math.ceil(bytes / UNIT_BYTES));
    if (this.spent[kind] + units > UNITS_A_MINUTE) {
      throw new Refusal(429, 'TOO_MANY_REQUESTS', `More than ${String(UNITS_A_MINUTE)} ${kind} a minute`);
    }
    this.spent[kind] += units;
    this.use.calls += 1;
    this.use[kind] += 1;
    this.use[kind === 'reads' ? 'readUnits' : 'writeUnits'] += units;
  }
}
