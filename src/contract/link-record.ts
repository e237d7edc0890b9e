/** The app's memory of a finding and its issue(s): a custom entity, changed only by compare-and-set on `version`. */
import { z } from 'zod';
import { ConnectionKey } from './connection';
import { Finding, Kind, Location, Severity } from './finding';
import { Group, GroupRef } from './group';
import { LinkedIssue } from './linked-issue';
import { Reason } from './messages/message';
import { FieldWords, Person, toldFields } from './outbox';
import { RiskDecision } from './risk-decision';
import { SlaState } from './sla-state';
import { roles } from './space';
import { StoredEvent } from './stored/outbox';

export * from './linked-issue';

/** What the panel and later decisions need of the finding's last snapshot, without its long texts. */
export const FindingFacts = z.object({
  title: z.string(),
  severity: Severity,
  status: z.string(),
  kind: Kind,
  url: z.string().optional(),
  cve: z.array(z.string()).optional(),
  cwe: z.array(z.string()).optional(),
  cvss: z.object({ vector: z.string().optional(), score: z.number().optional() }).optional(),
  tool: z.string().optional(),
  location: Location.optional(),
  /** The one that holds: the portal's own, or that of a clock. */
  dueDate: z.string().optional(),
  /** Since when the portal knows it (RFC 3339). */
  firstSeen: z.string().optional(),
  acceptedUntil: z.string().optional(),
  /** Jira hides the assignee's address: the only match of its search was taken. */
  assigneeUnconfirmed: z.literal(true).optional(),
});
export type FindingFacts = z.infer<typeof FindingFacts>;

/**
 * `follow`: bring the security issue after the product issue. `link`: link the pair of a finding that is gone. `close`: the finding is gone from the portal or a
 * complete report. `reopen`: an accepted risk ends. `delete`: a rejected finding's grace is over. `comment`: say why
 * issues were moved. `talk`: write comments that wait. `listen`: look at what people wrote. `apply`: bring the issues to
 * what people decided. `part`: take the marks off an issue that people unlinked. `escalate`: look at its clocks, and take the
 * steps whose day has come. `fold`: bring a group's issues after its
 * members. `tell`: number what its portal is to hear.
 */
export const todos = [
  'follow',
  'link',
  'close',
  'reopen',
  'delete',
  'comment',
  'talk',
  'apply',
  'part',
  'listen',
  'escalate',
  'tell',
  'fold',
] as const;
export const Todo = z.enum(todos);
export type Todo = z.infer<typeof Todo>;

/**
 * The next create of a finding goes with at most so many in one call; `alone`: how often it went alone for nothing;
 * `limits`: how often in a row Jira refused it for the rate.
 */
export const CreateDoubt = z.object({
  atOnce: z.number().int(),
  alone: z.number().int(),
  limits: z.number().int().optional(),
});
export type CreateDoubt = z.infer<typeof CreateDoubt>;

/**
 * Issues that all say by their identity that they are the finding's issue of one role. Until one is chosen the finding
 * has none of them, and gets no other. `chosen`: the issue (id) that an admin said is right; the others are left alone.
 */
export const Rivals = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      project: z.string(),
      /** Since when Jira does not show it although it shows others of its project (ms). */
      missingSince: z.number().int().optional(),
    }),
  ),
  chosen: z.string().optional(),
});
export type Rivals = z.infer<typeof Rivals>;

export const LinkState = z.enum(['pending', 'synced', 'skipped', 'held', 'deleted']);
export type LinkState = z.infer<typeof LinkState>;

/** What was last known of a field that people edit, and since when it was so in Jira (ms): events come out of order. */
export const SeenField = z.object({
  at: z.number().int(),
  /** A hash of the value in the form in which drafts are compared. */
  mark: z.string(),
  /** In Jira's words; of people nothing is kept. */
  words: FieldWords.optional(),
  /** Who is assigned: only until the change is saved, for the event that tells it. */
  person: Person.nullable().optional(),
});
export type SeenField = z.infer<typeof SeenField>;

/** Only where its portal hears of edits. */
export const SeenFields = z.partialRecord(z.enum(['assignee', ...toldFields]), SeenField);
export type SeenFields = z.infer<typeof SeenFields>;

/** What the portal is told of a finding, and what the app must remember to tell it once. */
export const Hearing = z.object({
  /** What Jira means, where that is not what the portal sent last; `n`: the event's number, once it has one. */
  meant: z
    .object({
      status: z.string(),
      event: z.string(),
      n: z.number().int().optional(),
      /** Whose issue says it; absent: the one that moved. */
      role: z.enum(roles).optional(),
    })
    .optional(),
  /** The portal was asked for a retest, and has not answered yet. */
  asked: z
    .object({
      event: z.string(),
      n: z.number().int().optional(),
      /** A person asked for it, on whose issue, when (ms) and why. */
      by: z.object({ role: z.enum(roles), at: z.number().int(), reason: z.string().optional() }).optional(),
    })
    .optional(),
  /** The last open status that the portal sent or was told. */
  lastOpen: z.string().optional(),
  /** While a pass works on the finding: where it stood before. */
  stood: z.object({ state: LinkState, reason: Reason.optional() }).optional(),
  seen: z.partialRecord(z.enum(roles), SeenFields).optional(),
  /** Events that have no numbers yet, oldest first. */
  owed: z.array(StoredEvent).optional(),
  /** The last event of its comments that was taken over, as its thread counts them. */
  talked: z.number().int().optional(),
});
export type Hearing = z.infer<typeof Hearing>;

const Record = z.object({
  connection: ConnectionKey,
  findingId: z.string(),
  product: z.string(),
  version: z.number().int(),
  /** What has to be done later without another snapshot, and when (ms). */
  todo: z.partialRecord(Todo, z.number().int()).optional(),
  /** The portal deleted the finding, and its issues are to be deleted for that. A later snapshot takes that back. */
  forgotten: z.boolean().optional(),
  /** When the app first heard of it (ms); older records did not note it. */
  createdAt: z.number().int().optional(),
  /** Orders snapshots (ms): an older one never overwrites a newer one. */
  seenAt: z.number().int(),
  /** The rule that decided over its issues: its values hold for later moves. */
  rule: z.string().optional(),
  /**
   * It waits, since then (ms), for a day on which its rule makes issues; `now`: its turn has come. `by`: a mark of the
   * rules that decided so; older versions noted none.
   */
  turn: z
    .object({ since: z.number().int(), now: z.literal(true).optional(), by: z.string().optional() })
    .optional(),
  /** The record as it lay in storage, of which this version of the app can read the columns only. */
  unreadable: z.string().optional(),
  /** Somebody works on this finding until then (ms). */
  leaseUntil: z.number().int().optional(),
  facts: FindingFacts,
  /** A mark of the last snapshot that is kept: an equal one is not written again. */
  snapshot: z.string().optional(),
  /** The todo that is held up; without it the snapshot itself is. */
  parked: Todo.optional(),
  /**
   * The whole snapshot, kept while the finding is held, its issues are to be deleted unchanged, or one is only thought
   * gone: it may be applied later.
   */
  held: Finding.optional(),
  issues: z.partialRecord(z.enum(roles), LinkedIssue),
  /** What people decided in Jira, as long as it stands: `facts` go on saying what the portal does. */
  decided: RiskDecision.optional(),
  /**
   * Roles whose issue people unlinked: the app makes no other. `issue`: what it put on that one is still to be taken
   * off.
   */
  parted: z
    .partialRecord(
      z.enum(roles),
      z.object({
        /** `project` (id): an older version of the app did not note it. */
        issue: z.object({ id: z.string(), key: z.string(), project: z.string().optional() }).optional(),
      }),
    )
    .optional(),
  /** What its portal is told, and what is known of it for that. */
  hearing: Hearing.optional(),
  /** Its clocks, and what was done because of them. */
  sla: SlaState.optional(),
  /** Roles whose creates Jira did not take or not answer clearly, until one of them is known to have worked. */
  doubts: z.partialRecord(z.enum(roles), CreateDoubt).optional(),
  /**
   * Workers that took its todo and never ended: how many, and how many records the last of them had taken with it. They
   * are forgotten by whoever comes to an end.
   */
  died: z.object({ times: z.number().int(), atOnce: z.number().int() }).optional(),
  /** How often in a row Jira failed when it was asked for an issue of the finding alone. */
  unread: z.number().int().optional(),
  /** The group that it is a member of: then its issues are the group's. */
  memberOf: GroupRef.optional(),
  /** It is no finding but a group of findings. */
  group: Group.optional(),
  /** Roles that several issues claim. */
  rivals: z.partialRecord(z.enum(roles), Rivals).optional(),
});

/** Held up by something that only people can mend. */
export const HeldRecord = Record.extend({
  state: z.literal('held'),
  /** The key of what holds it up, one per cause however many findings it holds. */
  cause: z.string(),
  reason: Reason,
});
export type HeldRecord = z.infer<typeof HeldRecord>;

/** Every other state. */
const FreeRecord = Record.extend({
  state: LinkState.exclude(['held']),
  /** What held it up before, while it is tried again. */
  cause: z.string().optional(),
  /** What the cause says, what it waits for, or why nothing was created. */
  reason: Reason.optional(),
});

/** `core/sync/finding-states.ts` holds how one state becomes another. */
export const LinkRecord = z.discriminatedUnion('state', [HeldRecord, FreeRecord]);
export type LinkRecord = z.infer<typeof LinkRecord>;
