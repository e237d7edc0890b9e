/** How a connection's portal hears, as it is stored: settings, secrets (in secret storage), and how delivering goes. */
import { z } from 'zod';
import { ParkedEvent, PushAnswer, PushTrouble, ShownAuth } from '../outbound';

/** Raised whenever one of the shapes here changes; older ones are upgraded when read. */
export const outboundVersion = 1 as const;

export const Outbound = z.object({
  v: z.literal(outboundVersion),
  url: z.string().optional(),
  auth: ShownAuth,
  /** Until when (ms) pushes are signed with the secret before the newest too. */
  previousUntil: z.number().int().optional(),
});
export type Outbound = z.infer<typeof Outbound>;

/** `auth`: password, token or client secret. `access`: a token that was given for it, good until then (ms). */
export const OutboundSecrets = z.object({
  signing: z.string().optional(),
  previous: z.string().optional(),
  auth: z.string().optional(),
  access: z.object({ token: z.string(), until: z.number().int() }).optional(),
});
export type OutboundSecrets = z.infer<typeof OutboundSecrets>;

/** Changed by compare-and-set on `version`: whoever delivers and an admin may both change it. */
export const Delivery = z.object({
  v: z.literal(outboundVersion),
  version: z.number().int(),
  /** The last number that needs no delivering any more. */
  n: z.number().int(),
  /** At most so many events in the next body; absent: as many as there are. */
  atMost: z.number().int().optional(),
  delivered: z.object({ at: z.number().int(), n: z.number().int() }).optional(),
  /** What stands in the way. `since` (ms), how often it was tried, and when it is tried again. */
  trouble: z
    .object({
      kind: PushTrouble,
      since: z.number().int(),
      at: z.number().int(),
      tries: z.number().int(),
      nextAt: z.number().int().optional(),
      answer: PushAnswer,
    })
    .optional(),
  parked: z.array(ParkedEvent).default([]),
  /** Parked events that are to be sent again. */
  again: z.array(z.number().int()).default([]),
});
export type Delivery = z.infer<typeof Delivery>;

/**
 * Reads what this or an older version of the app stored.
 * @throws when it is of no version that was ever stored.
 */
export function upgradeOutbound(stored: unknown): Outbound {
  return Outbound.parse(stored);
}

/**
 * Reads what this or an older version of the app stored.
 * @throws when it is of no version that was ever stored.
 */
export function upgradeDelivery(stored: unknown): Delivery {
  return Delivery.parse(stored);
}
