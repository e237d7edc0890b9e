import { mkdirSync, rmdirSync, statSync } from 'node:fs';

const abandonedMs = 5 * 60_000;
const pauseMs = 100;

/**
 * Does `work` while no other process of this machine does work under the same lock, a folder that exists meanwhile.
 * The lock of a process that died is taken over after five minutes.
 */
export function oneAtATime<T>(lock: string, work: () => T): T {
  while (!taken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
  try {
    return work();
  } finally {
    rmdirSync(lock);
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return made !== undefined && Date.now() - made > abandonedMs;
  }
}
