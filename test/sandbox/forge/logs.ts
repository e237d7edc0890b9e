/** What an invocation may log: 100 lines for each minute (rounded up) of its time limit, and 200 KB in all. */
export interface LogBudget {
  /** True when the line still fits; a line that does not is dropped and counted. */
  take(text: string): boolean;
  readonly dropped: number;
}

const LINES_A_MINUTE = 100;
const BYTES = 200 * 1024;

/** A fresh budget for one invocation with the given time limit. */
export function createLogBudget(timeoutSeconds: number): LogBudget {
  let lines = LINES_A_MINUTE * Math.max(1, Math.ceil(timeoutSeconds / 60));
  let bytes = BYTES;
  let dropped = 0;
  return {
    take(text) {
      const size = Buffer.byteLength(text);
      if (lines < 1 || size > bytes) {
        dropped += 1;
        return false;
      }
      lines -= 1;
      bytes -= size;
      return true;
    },
    get dropped() {
      return dropped;
    },
  };
}
