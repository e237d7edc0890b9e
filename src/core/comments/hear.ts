/** What a look at a comment of Jira means: whether it leaves its issue, and what its portal is told. */
import type { CommentWays } from '../../contract/comment';
import type { EventType } from '../../contract/outbox';
import type { PersonEntry } from '../../contract/stored/threads';
import { mark } from '../data/hash';
import type { SeenComment } from '../jira/seen-comment';
import type { Looked } from './looked';
import { mayBeThere } from './thread';
import { goesTo } from './ways';

/** Where people's comments may go now. `hears`: the portal is told of Jira. */
export interface Policy extends CommentWays {
  readonly hears: boolean;
  readonly since: number;
}

export type Says = Extract<
  EventType,
  'finding.commented' | 'finding.comment_edited' | 'finding.comment_deleted'
>;

/** What is known of it from now on, absent where there is nothing left to know; and what that tells. */
export interface Outcome {
  readonly entry: PersonEntry | undefined;
  readonly says?: Says;
}

/** Undefined: nothing new. Out of order or told twice it comes to the same: what Jira shows now decides. */
export function hear(entry: PersonEntry | undefined, looked: Looked, policy: Policy): Outcome | undefined {
  const { comment, adoptedAt = 0 } = looked;
  if (!comment || !mayLeave(comment, policy.tag)) return entry && withdrawn(entry, comment);
  const tells = policy.hears && goesTo(policy.fromJira, looked.role);
  const since = Math.max(policy.since, adoptedAt);
  if (!entry && (comment.createdAt < since || !(tells || policy.between))) return undefined;
  const now = mark(comment.body);
  const isNew = entry?.mark !== now;
  const says = saysOf(entry, { tells, isNew });
  if (!isNew && says === undefined) return undefined;
  const next = entryOf(entry, looked, comment, { now, isTold: says === 'finding.commented' });
  return { entry: next, ...(says === undefined ? {} : { says }) };
}

function entryOf(
  entry: PersonEntry | undefined,
  { issue, role }: Looked,
  { createdAt, updatedAt }: SeenComment,
  { now, isTold }: { readonly now: string; readonly isTold: boolean },
): PersonEntry {
  const isSame = entry?.mark === now;
  return {
    issue,
    role,
    createdAt,
    updatedAt,
    mark: now,
    ...(entry?.told || isTold ? { told: true } : {}),
    ...(entry?.held && isSame ? { held: entry.held } : {}),
    copies: entry?.copies ?? [],
  };
}

/** It goes no further than its author let it; what apps and automations write is nobody's word. */
export function mayLeave({ isByApp, isRestricted, body }: SeenComment, tag: string): boolean {
  return !isByApp && !isRestricted && (tag === '' || !textIn(body).toLowerCase().includes(tag.toLowerCase()));
}

function saysOf(
  entry: PersonEntry | undefined,
  { tells, isNew }: { readonly tells: boolean; readonly isNew: boolean },
): Says | undefined {
  if (entry?.told) return tells && isNew ? 'finding.comment_edited' : undefined;
  // What was withdrawn and may leave again is told anew; a way that opened later tells of nothing that was before.
  return tells && isNew ? 'finding.commented' : undefined;
}

/** Told as deleted, wherever it is told; its copies follow. */
function withdrawn(entry: PersonEntry, comment: SeenComment | undefined): Outcome | undefined {
  const { mark: had, told, held: _held, ...rest } = entry;
  const isNews = had !== undefined || told !== undefined;
  const isOver = comment === undefined && !entry.copies.some(mayBeThere);
  if (!isNews && !isOver) return undefined;
  return {
    entry: isOver ? undefined : rest,
    ...(told ? { says: 'finding.comment_deleted' as const } : {}),
  };
}

/** All words of a document, also those of mentions, states and emoji, titles, addresses and descriptions of pictures. */
function textIn(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if (Array.isArray(node)) return node.map(textIn).join('');
  const { text, attrs, content } = node as { text?: unknown; attrs?: unknown; content?: unknown };
  return (typeof text === 'string' ? text : '') + textsIn(attrs) + textIn(content);
}

function textsIn(attrs: unknown): string {
  const values: unknown[] = typeof attrs === 'object' && attrs !== null ? Object.values(attrs) : [];
  return values.filter((value) => typeof value === 'string').join(' ');
}
