/** Events as they lie in storage: of people only account ids. */
import { z } from 'zod';
import { EventIssue, eventData, type EventSaying, type EventType, eventTypes, Person } from '../outbox';

/** Raised whenever the shape changes; `upgradeOutboxBlock` reads every older one. */
export const outboxVersion = 1 as const;

const About = z.object({
  id: z.string(),
  /** When it happened in Jira (ms). */
  at: z.number().int(),
  finding: z.object({ id: z.string(), product: z.string() }).optional(),
  issue: EventIssue.optional(),
  by: Person.optional(),
});

/** An event of any type, owed by a record or numbered in the outbox. */
export type StoredEvent = z.infer<typeof About> & EventSaying;
export const StoredEvent: z.ZodType<StoredEvent> = z
  .discriminatedUnion('type', options())
  .transform((event) => event as unknown as StoredEvent);

type Option = ReturnType<typeof optionOf>;

function optionOf(type: EventType) {
  return About.extend({ type: z.literal(type), data: eventData[type] });
}

function options(): [Option, ...Option[]] {
  const [first, ...others] = eventTypes;
  return [optionOf(first), ...others.map(optionOf)];
}

/** Events of one connection with the numbers from `first` on. The next block begins where this one ends. */
export const OutboxBlock = z.object({
  v: z.literal(outboxVersion),
  first: z.number().int(),
  /** When it was numbered (ms). */
  at: z.number().int(),
  events: z.array(StoredEvent).min(1),
});
export type OutboxBlock = z.infer<typeof OutboxBlock>;

/** How far a portal has heard: the last number and when it was handed over (ms), oldest first. */
export const Receipts = z.object({
  v: z.literal(outboxVersion),
  receipts: z.array(z.object({ n: z.number().int(), at: z.number().int() })),
});
export type Receipts = z.infer<typeof Receipts>;

/**
 * Reads what this or an older version of the app stored.
 * @throws when it is of no version that was ever stored.
 */
export function upgradeOutboxBlock(stored: unknown): OutboxBlock {
  return OutboxBlock.parse(stored);
}
