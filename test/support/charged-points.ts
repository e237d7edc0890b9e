import type { World } from './world';

/** Counts from here on the points that the stand-in charges the app with. */
export function chargedPoints({ site }: World): () => number {
  let points = 0;
  const { limiter } = site.world;
  const charge = limiter.charge.bind(limiter);
  limiter.charge = (call, cost) => {
    if (call.counted) points += cost;
    return charge(call, cost);
  };
  return () => points;
}
