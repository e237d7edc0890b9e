/** One run in a process of its own. */
import { fork } from 'node:child_process';
import type { Row } from './measured';

/** What a child says when it has finished: its rows, or what went wrong. */
export type ChildAnswer = { readonly rows: readonly Row[] } | { readonly error: string };

/** What V8 takes for young objects beyond the limit of old ones. */
const youngMb = 20;

/**
 * Runs the run with this number in a fresh process of the same program, with so much heap (MB) where it is limited.
 * @throws what went wrong there
 */
export function runInChild(program: string, number: number, heapMb?: number): Promise<readonly Row[]> {
  const limit = heapMb === undefined ? [] : [`--max-old-space-size=${String(heapMb - youngMb)}`];
  const child = fork(program, ['--run', String(number)], {
    execArgv: [...process.execArgv, '--expose-gc', ...limit],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (answer: ChildAnswer) => {
      if ('rows' in answer) resolve(answer.rows);
      else reject(new Error(answer.error));
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The run ended with ${String(code)} before it had a result.`));
    });
  });
}

/** Tells the parent, and ends this process once it was told: no timer of a run may keep it alive. */
export function answerParent(answer: ChildAnswer): void {
  process.send?.(answer, () => {
    process.exit(0);
  });
}
