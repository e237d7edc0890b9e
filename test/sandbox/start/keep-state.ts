/** Keeps the sandbox's state: what somebody was answered is on disk before the answer, so `kill -9` loses nothing. */
import { saveState, type StateToSave } from './state';

const leastMs = 2_000;
/** Saving takes at most this part of the time, however much there is to save. */
const share = 1 / 20;

export interface Keeper {
  /** Resolves once everything up to now is on disk; calls at the same time share one save. */
  keep(): Promise<void>;
  stop(): void;
}

/** Begins to save: now, with every `keep`, and by itself while background work changes things. */
export function keepState(folder: string, stateNow: () => StateToSave): Keeper {
  let under: Promise<void> | undefined;
  let timer: NodeJS.Timeout;
  const save = () => {
    const began = performance.now();
    saveState(folder, stateNow());
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(leastMs, (performance.now() - began) / share));
  };
  save();
  return {
    keep() {
      under ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        under = undefined;
        save();
      });
      return under;
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
