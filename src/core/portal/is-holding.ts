import type { Connection } from '../../contract/connection';

/** Whether what a connection sent waits: it is paused, or archived and may be restored. */
export function isHolding({ paused, archived }: Connection): boolean {
  return paused || archived !== undefined;
}
