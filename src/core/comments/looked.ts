/** What was seen of comments in Jira: in which order it was said, and whether enough was seen to say anything of it. */
import type { MadeIssue } from '../../contract/linked-issue';
import type { Role } from '../../contract/settings';
import type { PersonEntry } from '../../contract/stored/threads';
import type { SeenComment } from '../jira/seen-comment';

/** A comment as it was seen on an issue; undefined: it is not there any more. */
export interface Looked {
  readonly id: string;
  readonly issue: string;
  readonly role: Role;
  readonly comment: SeenComment | undefined;
  /** Since when (ms) the issue is the finding's, where it was somebody else's before. */
  readonly adoptedAt?: number | undefined;
}

/** What is known of people's comments, by their ids. */
export type KnownPeople = Readonly<Record<string, PersonEntry>>;

/** A comment on an issue of a finding. */
export function lookedOn(
  { id: issue, adoptedAt }: Pick<MadeIssue, 'id' | 'adoptedAt'>,
  role: Role,
  id: string,
  comment: SeenComment | undefined,
): Looked {
  return { id, issue, role, comment, adoptedAt };
}

/** When (ms) what it tells was said: of a comment that nobody knew when it was written, of another when it was changed. */
export function saidAt(entry: PersonEntry | undefined, { comment }: Looked): number {
  return (entry ? comment?.updatedAt : comment?.createdAt) ?? 0;
}

/** In the order in which it was said. Jira counts the ids of comments upwards. */
export function asSaid(people: KnownPeople, looked: readonly Looked[]): Looked[] {
  const at = (one: Looked) => saidAt(people[one.id], one);
  return [...looked].sort((a, b) => at(a) - at(b) || Number(a.id) - Number(b.id));
}

/**
 * Whether these, the newest of an issue with the newest first, are all that an event about one of them is about. Where a
 * comment is known or too old to be told (`since`, ms), those before it were looked at when it was; and nothing has to be
 * told before what is no news.
 */
export function isEnough(
  newest: readonly Looked[],
  { people, since, commentId }: { people: KnownPeople; since: number; commentId: string },
  isNews: (one: Looked) => boolean,
): boolean {
  const isPast = ({ id, comment }: Looked) =>
    people[id] !== undefined || (comment !== undefined && comment.createdAt < since);
  if (newest.some(isPast)) return true;
  const isPassed = newest.some(({ id }) => Number(id) <= Number(commentId));
  return isPassed && !newest.some(isNews);
}
