/** A connection: one portal or pipeline with its credentials. Secrets are never part of it. */
import { z } from 'zod';
import { KeptCommentWays } from './comment';
import { EventType } from './outbox';

export const methods = ['signature', 'basic', 'oauth'] as const;
export const Method = z.enum(methods);
export type Method = z.infer<typeof Method>;

/** The key stands in the base URL and in storage keys. */
export const ConnectionKey = z.string().regex(/^[a-z0-9]{8,32}$/);

/** Within what the ids of findings are unique. */
export const IdScope = z.enum(['connection', 'product']);
export type IdScope = z.infer<typeof IdScope>;

/** A removed connection: its findings stay its own until it is restored or they are forgotten. */
export const Archived = z.object({
  at: z.number().int(),
  by: z.string(),
  /** How many findings it had then; `more`: at least so many. */
  findings: z.number().int(),
  more: z.literal(true).optional(),
  /** The job that forgets its findings, while it runs. */
  forgetting: z.string().optional(),
});
export type Archived = z.infer<typeof Archived>;

/** A product of this connection that goes by another name since then (ms). `doneAt`: its findings lie under it. */
export const Rename = z.object({
  from: z.string(),
  to: z.string(),
  at: z.number().int(),
  /** The job that follows it. */
  job: z.string(),
  doneAt: z.number().int().optional(),
});
export type Rename = z.infer<typeof Rename>;

export const Connection = z.object({
  key: ConnectionKey,
  name: z.string().min(1).max(100),
  method: Method,
  enabled: z.boolean(),
  /** A paused connection accepts findings and holds them. */
  paused: z.boolean().default(false),
  createdAt: z.number().int(),
  createdBy: z.string(),
  /** Since when (ms) its newest secret holds; absent: since it was created, or an older version changed it. */
  secretAt: z.number().int().optional(),
  /** Until when (ms) the secret before the newest is taken too, after a rotation. */
  previousUntil: z.number().int().optional(),
  archived: Archived.optional(),
  /** How its portal hears of what happens in Jira; absent: not at all, and nothing is recorded for it. */
  hears: z.enum(['pull', 'push']).optional(),
  /** Only events of these types; absent: all. */
  events: z.array(EventType).optional(),
  /** Where comments go; absent: an older version kept it, and none of people's go anywhere. */
  comments: KeptCommentWays.optional(),
  /** The newest last. */
  renames: z.array(Rename).optional(),
});
export type Connection = z.infer<typeof Connection>;

/** What a caller must know to be let in. `previous` is still taken until `previousUntil` (ms) after a rotation. */
export const Credentials = z.object({
  secret: z.string().min(1),
  username: z.string().optional(),
  previous: z.string().optional(),
  previousUntil: z.number().int().optional(),
});
export type Credentials = z.infer<typeof Credentials>;

/** When the connection last called, and what last went wrong. Kept apart from the connection: it changes often. */
export const ConnectionPulse = z.object({
  lastCallAt: z.number().int().optional(),
  lastError: z.object({ at: z.number().int(), status: z.number().int(), message: z.string() }).optional(),
});
export type ConnectionPulse = z.infer<typeof ConnectionPulse>;
