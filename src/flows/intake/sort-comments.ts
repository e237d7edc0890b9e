/** Comments of a portal, each checked by itself, so that one bad comment does not refuse the rest. */
import { commentLimits, PortalComment } from '../../contract/comment';
import type { CommentItem } from '../../contract/inbox';
import type { Rejected } from '../../contract/portal-api';
import { type FieldError, fieldErrors, withRest } from '../../contract/problem';
import { idScope } from '../../core/sync/link-key';
import { idOf, mostListed } from './accept-findings';
import { largestItem } from './bounded-input';

export interface SortedComments {
  readonly items: CommentItem[];
  readonly rejected: Rejected[];
}

/** `product`: the one that the whole call names, for comments that name none. */
export function sortComments(
  inputs: readonly unknown[],
  { connection, product, now }: { connection: string; product: string | undefined; now: number },
): SortedComments {
  const items: CommentItem[] = [];
  const rejected: Rejected[] = [];
  let room = mostListed;
  inputs.forEach((input, index) => {
    const read = readComment(bounded(input), connection, product);
    if (!('errors' in read)) items.push(itemOf(read, now));
    else {
      const errors = withRest(read.errors, read.errors.length, Math.max(1, room));
      room -= errors.length;
      rejected.push({ index, ...idOf(input), errors });
    }
  });
  return { items, rejected };
}

function readComment(
  input: unknown,
  connection: string,
  ofCall: string | undefined,
): PortalComment | { errors: FieldError[] } {
  const parsed = PortalComment.safeParse(input);
  if (!parsed.success) return { errors: fieldErrors(parsed.error) };
  const product = idScope(connection) === 'connection' ? undefined : (parsed.data.product ?? ofCall);
  if (product === undefined && idScope(connection) === 'product')
    return refused('product', 'is required, because ids are unique only within each product');
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > largestItem)
    return refused('', `must be at most ${String(largestItem)} bytes; shorten body or mentions`);
  return { ...parsed.data, product };
}

function refused(path: string, message: string): { errors: FieldError[] } {
  return { errors: [{ path, message }] };
}

/** One person too many is enough to refuse the list. */
function bounded(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('mentions' in input)) return input;
  const { mentions } = input;
  return Array.isArray(mentions)
    ? { ...input, mentions: mentions.slice(0, commentLimits.mentions + 1) }
    : input;
}

/** What orders its versions; a clock that is ahead must not outlive what arrives later. */
function itemOf(comment: PortalComment, now: number): CommentItem {
  const { finding, product, id, author, body = '', mentions = [], deleted } = comment;
  const writtenAt = comment.createdAt === undefined ? now : Date.parse(comment.createdAt);
  const version = comment.updatedAt ?? (deleted ? undefined : comment.createdAt);
  return {
    comment: {
      finding,
      ...(product === undefined ? {} : { product }),
      id,
      author: deleted ? '' : (author?.name ?? ''),
      body: deleted ? '' : body,
      mentions: deleted ? [] : mentions,
      writtenAt,
      ...(deleted ? { deleted } : {}),
    },
    seenAt: version === undefined ? now : Math.min(Date.parse(version), now),
    acceptedAt: now,
  };
}
