/** What admins did to connections, kept for the audit: who, when and what, never a secret. */
import { z } from 'zod';
import { ConnectionKey } from './connection';

export const connectionDeeds = [
  'created',
  'renamed',
  'switchedOn',
  'switchedOff',
  'paused',
  'resumed',
  'rotated',
  'revoked',
  'previousEnded',
  'archived',
  'restored',
  'forgotten',
  'rebuilt',
  'outboundSet',
  'signingRotated',
  'replayed',
  'skipped',
] as const;

/** One changed value, by its path inside what is told of it, for example `spaces.product.project`. */
export const Changed = z.object({
  path: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});

export const ConnectionDeed = z.object({
  at: z.number().int(),
  /** The account of who did it. */
  by: z.string(),
  connection: ConnectionKey,
  /** As it was called afterwards; it stays here when the connection is gone. */
  name: z.string(),
  deed: z.enum(connectionDeeds),
  changes: z.array(Changed),
});
export type ConnectionDeed = z.infer<typeof ConnectionDeed>;
