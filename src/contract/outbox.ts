/** What a portal hears of what happened in Jira: every type of event with what it says. */
import { z } from 'zod';
import { Role } from './space';

/** A person, as far as the app keeps people: names and visible addresses are read when an event is told. */
export const Person = z.object({ accountId: z.string() });
export type Person = z.infer<typeof Person>;

/** Fields of an issue whose edits by people are told as `finding.changed`, by the name used there. */
export const toldFields = ['priority', 'dueDate', 'labels', 'summary'] as const;
export const ToldField = z.enum(toldFields);
export type ToldField = z.infer<typeof ToldField>;

/** A value in Jira's words: the name of a priority, a day, a summary, the labels; null: none. */
export const FieldWords = z.union([z.string(), z.array(z.string())]).nullable();
export type FieldWords = z.infer<typeof FieldWords>;

/** Where an issue was in Jira when its finding's status changed by it. */
export const JiraPlace = z.object({
  status: z.object({ id: z.string(), name: z.string(), category: z.enum(['new', 'indeterminate', 'done']) }),
  resolution: z.object({ id: z.string(), name: z.string().optional() }).optional(),
});
export type JiraPlace = z.infer<typeof JiraPlace>;

const StateData = z.object({ state: z.string(), reason: z.string().optional() });
const NoData = z.object({});
const CommentData = z.object({
  comment: z.object({
    id: z.string(),
    /** Markdown. */
    body: z.string().optional(),
    mentions: z.array(Person).optional(),
    createdAt: z.string().optional(),
    updatedAt: z.string().optional(),
  }),
});
const DecisionData = z.object({ reason: z.string().optional(), until: z.string().optional() });
const DueData = z.object({
  clock: z.enum(['assign', 'fix']),
  /** The day on which the clock runs out; null: on none any more. */
  dueDate: z.string().nullable(),
  from: z.string().optional(),
});

/** What each type of event says besides whose finding and issue it is about. */
export const eventData = {
  'finding.synced': StateData,
  'finding.skipped': StateData,
  'finding.held': StateData,
  'issue.linked': NoData,
  'issue.unlinked': NoData,
  /** The keys before and after: the issue went to another project. */
  'issue.moved': z.object({ from: z.string(), to: z.string() }),
  'issue.deleted': NoData,
  'finding.status_changed': z.object({ from: z.string(), to: z.string(), jira: JiraPlace }),
  'finding.changed': z.object({ field: ToldField, from: FieldWords, to: FieldWords }),
  'finding.assigned': z.object({ role: Role, assignee: Person.nullable() }),
  'finding.commented': CommentData,
  'finding.comment_edited': CommentData,
  'finding.comment_deleted': CommentData,
  'finding.retest_requested': DecisionData,
  'finding.risk_accepted': DecisionData,
  'finding.rejected': DecisionData,
  'finding.due_changed': DueData,
  'finding.due_soon': DueData,
  'finding.overdue': DueData,
  /** Sent by the admin's test: it has no finding. */
  test: NoData,
} as const;
export type EventType = keyof typeof eventData;
export const eventTypes = Object.keys(eventData) as [EventType, ...EventType[]];
export const EventType = z.enum(eventTypes);

type DataOf = { [Type in EventType]: z.infer<(typeof eventData)[Type]> };
/** Type and data of an event belong together. */
export type EventSaying = {
  [Type in EventType]: { readonly type: Type; readonly data: DataOf[Type] };
}[EventType];

/** The issue that an event is about. */
export const EventIssue = z.object({
  role: Role.describe('Whose space it is in.'),
  id: z.string().describe('The id of the issue in Jira.'),
  key: z.string().describe('The key of the issue.'),
});
export type EventIssue = z.infer<typeof EventIssue>;

/** An event as it is told. People have their names, and their addresses where Jira shows them. */
export const ToldEvent = z.object({
  id: z.string().describe('Stays the same however often the event is told.'),
  n: z
    .number()
    .int()
    .describe('Its number within the connection: they have no gaps but those that a 410 tells of.'),
  type: EventType.describe('What happened.'),
  at: z.string().describe('When it happened in Jira (RFC 3339, UTC).'),
  finding: z
    .object({
      id: z.string().describe('The id of the finding.'),
      product: z.string().describe('The product of the finding.'),
    })
    .optional()
    .describe('The finding it is about; only a test has none.'),
  issue: EventIssue.extend({ url: z.string().describe('The address of the issue.') })
    .optional()
    .describe('The issue it happened to.'),
  by: z
    .object({
      accountId: z.string().describe('The Atlassian account.'),
      name: z.string().optional().describe('The name that Jira shows.'),
    })
    .optional()
    .describe('Who did it, where a person did and Jira told who.'),
  data: z.record(z.string(), z.unknown()).describe('What the type says more; see the guide.'),
});
export type ToldEvent = z.infer<typeof ToldEvent>;

/** The body of a push and the answer of a pull. */
export const EventsBody = z.object({
  events: z.array(ToldEvent).describe('At most 100, in order of their numbers.'),
  next: z.number().int().describe('The last number, or the one that was asked with: go on after it.'),
});
export type EventsBody = z.infer<typeof EventsBody>;

/** At most so many events are told at once. */
export const eventsAtOnce = 100;
/** So long events are kept, in days. */
export const outboxDays = 30;
