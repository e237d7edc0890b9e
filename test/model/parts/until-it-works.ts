import type { World } from '../../support/world';

/** An admin tries again until it works, as when a fault meets the call. */
export async function untilItWorks<T>(world: World, act: () => Promise<T>): Promise<T> {
  for (let left = 20; ; left -= 1) {
    try {
      return await act();
    } catch (error) {
      if (left === 0) throw error;
      world.clock.advance(10_000);
    }
  }
}
