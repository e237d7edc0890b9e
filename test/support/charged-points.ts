import type { World } from './world';

export interface Charges {
  /** The points that the app was charged with, by hour. */
  hours(): number[];
  /** How often the app was refused for its rate. */
  refused(): number;
  /** Counts anew from here on. */
  forget(): void;
  /** Uses points of the app's quota on another site. */
  useElsewhere(points: number): void;
}

/** Counts from here on the points that the stand-in charges the app with. */
export function chargedPoints(world: World): () => number {
  const { hours } = chargedByHour(world);
  return () => hours().reduce((sum, points) => sum + points, 0);
}

/** The same by hour of the virtual clock, with the refusals. */
export function chargedByHour({ site, clock }: World): Charges {
  const byHour = new Map<number, number>();
  let refused = 0;
  const { limiter } = site.world;
  const charge = limiter.charge.bind(limiter);
  const refuse = limiter.refuse.bind(limiter);
  limiter.charge = (call, cost) => {
    const hour = Math.floor(clock.now() / 3_600_000);
    if (call.counted) byHour.set(hour, (byHour.get(hour) ?? 0) + cost);
    return charge(call, cost);
  };
  limiter.refuse = (call) => {
    const refusal = refuse(call);
    if (refusal && call.counted) refused += 1;
    return refusal;
  };
  return {
    hours: () => [...byHour.values()],
    refused: () => refused,
    forget: () => {
      byHour.clear();
      refused = 0;
    },
    useElsewhere: (points) => {
      charge({ method: 'GET', endpoint: 'elsewhere', counted: true }, points);
    },
  };
}
