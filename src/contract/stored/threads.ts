/** What the app remembers of the comments of one finding: which went where, and what its portal is to hear of them. */
import { z } from 'zod';
import { Reason } from '../messages/message';
import { Role } from '../space';
import { StoredEvent } from './outbox';
import { readStored } from './versions';

/** Raised whenever one of the shapes here changes; older ones are upgraded when read. */
export const threadVersion = 1;

/** What the app wrote of a comment onto an issue. */
export const Copy = z.object({
  /** Id and project of the issue. */
  issue: z.string(),
  project: z.string(),
  /** The comment in Jira, once it is known. */
  id: z.string().optional(),
  /** What was last written; another mark means that there is something to write. */
  mark: z.string().optional(),
  /** A call that writes it may be under way or lost, since then (ms). */
  claimedAt: z.number().int().optional(),
  /** How many workers began to write it and never ended. */
  deaths: z.number().int().optional(),
  /** It was there and is deleted: it is not written again. */
  gone: z.literal(true).optional(),
});
export type Copy = z.infer<typeof Copy>;

/** Why Jira does not take a comment, or the app cannot write it. */
export const HeldComment = z.object({ cause: z.string(), reason: Reason });

/** A comment of the portal. */
export const PortalEntry = z.object({
  /** Orders its versions (ms). */
  at: z.number().int(),
  /** When it was written (ms): they go to Jira in this order. */
  writtenAt: z.number().int(),
  deleted: z.literal(true).optional(),
  /** Its words are kept, because there is something to do. */
  waits: z.literal(true).optional(),
  held: HeldComment.optional(),
  copies: z.array(Copy),
});
export type PortalEntry = z.infer<typeof PortalEntry>;

/** A comment of a person in Jira that went somewhere, or was about to. */
export const PersonEntry = z.object({
  issue: z.string(),
  role: Role,
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
  /** Of its text: equal means that nothing changed. Absent: it may go nowhere any more. */
  mark: z.string().optional(),
  /** The portal heard of it, and not yet that it is gone. */
  told: z.literal(true).optional(),
  held: HeldComment.optional(),
  copies: z.array(Copy),
});
export type PersonEntry = z.infer<typeof PersonEntry>;

/** Changed by compare-and-set on `version`. */
export const Thread = z.object({
  v: z.literal(threadVersion),
  version: z.number().int(),
  /** By a hash of the comment's id: ids come from outside. */
  portal: z.record(z.string(), PortalEntry),
  /** By the comment's id in Jira. */
  people: z.record(z.string(), PersonEntry),
  /** What is to be told, numbered within the thread: its record says up to which number it took over. */
  telling: z.array(z.object({ n: z.number().int(), event: StoredEvent })),
  /** The number of the last event. */
  last: z.number().int(),
});
export type Thread = z.infer<typeof Thread>;

/** The words of a portal's comment while they wait to be written: masked, and of people only accounts. */
export const WaitingWords = z.object({
  v: z.literal(threadVersion),
  author: z.string(),
  /** Markdown with signs in place of people. */
  body: z.string(),
  people: z.array(z.object({ text: z.string(), accountId: z.string().optional() })),
  /** When it was kept (ms). */
  at: z.number().int(),
});
export type WaitingWords = z.infer<typeof WaitingWords>;

/**
 * Reads what this or an older version of the app stored.
 * @throws NewerVersion, or what zod says of a shape that was never stored
 */
export function upgradeThread(stored: unknown): Thread {
  return readStored({ shape: Thread, version: threadVersion }, stored);
}

/**
 * Reads what this or an older version of the app stored.
 * @throws NewerVersion, or what zod says of a shape that was never stored
 */
export function upgradeWaitingWords(stored: unknown): WaitingWords {
  return readStored({ shape: WaitingWords, version: threadVersion }, stored);
}
