/** Where the comments of a connection go. */
import {
  type CommentSide,
  type CommentWays,
  defaultCommentWays,
  type KeptCommentWays,
} from '../../contract/comment';
import type { Connection } from '../../contract/connection';
import type { IssueThere, LinkRecord } from '../../contract/link-record';
import { type Role, roles } from '../../contract/settings';
import { issueThere } from '../sync/issues';

/** A connection of an older version never asked what people write to leave Jira. */
const ofOlderVersions: CommentWays = { ...defaultCommentWays, fromJira: 'off' };

export function waysOf({ comments }: Pick<Connection, 'comments'>): CommentWays {
  return comments ?? ofOlderVersions;
}

/**
 * The ways after an admin set some of them. What people wrote before a way was opened to it, does not take it: that
 * would come as a surprise to whoever wrote it.
 */
export function waysAfter(
  before: Pick<Connection, 'comments' | 'hears'>,
  hears: Connection['hears'],
  set: { readonly [Way in keyof CommentWays]?: CommentWays[Way] | undefined } | undefined,
  now: number,
): KeptCommentWays {
  const known = before.comments ?? { ...defaultCommentWays, since: now };
  const {
    toJira = known.toJira,
    fromJira = known.fromJira,
    between = known.between,
    tag = known.tag,
  } = set ?? {};
  const opens =
    roles.some((role) => goesTo(fromJira, role) && !goesTo(known.fromJira, role)) ||
    (between && !known.between) ||
    (hears !== undefined && before.hears === undefined);
  return { toJira, fromJira, between, tag, since: opens ? now : known.since };
}

export function goesTo(side: CommentSide, role: Role): boolean {
  return side === 'both' || side === role;
}

/**
 * The issues that a comment of the portal goes to; `wait`: one of them is not there yet, but may come. Whoever has none of
 * them while the finding is settled gets none.
 */
export function targetsOf(record: LinkRecord, side: CommentSide): IssueThere[] | 'wait' {
  const wanted = roles.filter((role) => goesTo(side, role));
  const there = wanted.flatMap((role) => issueThere(record, role) ?? []);
  const isOnItsWay = record.state === 'pending' && there.length < wanted.length;
  if (there.length > 0 && !isOnItsWay) return there;
  return side !== 'off' && record.state !== 'synced' ? 'wait' : [];
}
