/** More would only wait for their turn: calls to Jira are let out by the pace of their endpoint. */
const atOnce = 32;

/**
 * Does the work for all items, many at once, in the order of the items as far as that goes. When one fails, none is
 * begun any more.
 * @throws what failed first, once everything that was begun has ended
 */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  const rest = items[Symbol.iterator]();
  async function workOff(): Promise<void> {
    for (const item of rest) {
      if (failures.length > 0) return;
      await work(item).catch((error: unknown) => failures.push(error));
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, workOff));
  if (failures.length > 0) throw failures[0];
}
