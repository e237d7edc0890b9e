/** Events as a portal is told them: with numbers, addresses of issues, and the people of today. */
import { EventType, type ToldEvent } from '../../contract/outbox';
import type { StoredEvent } from '../../contract/stored/outbox';
import { withNames } from '../comments/told-comment';
import { peopleIn } from '../settings/people';

/** A person as Jira shows them now. */
export interface ShownPerson {
  readonly name: string;
  readonly email?: string;
}
export type ShownPeople = ReadonlyMap<string, ShownPerson>;

/** The accounts that events name, each once. */
export function accountsOf(events: readonly StoredEvent[]): string[] {
  return [...new Set(peopleIn(events))];
}

/** `people`: those whom Jira shows; the others keep their account ids only. */
export function toldEvent(
  n: number,
  { id, type, at, finding, issue, by, data }: StoredEvent,
  site: string,
  people: ShownPeople,
): ToldEvent {
  const name = by && people.get(by.accountId)?.name;
  return {
    id,
    n,
    type: EventType.parse(type),
    at: new Date(at).toISOString(),
    ...(finding ? { finding } : {}),
    ...(issue ? { issue: { ...issue, url: `${site}/browse/${issue.key}` } } : {}),
    ...(by ? { by: { accountId: by.accountId, ...(name === undefined ? {} : { name }) } } : {}),
    data: toldData(data, people),
  };
}

/** The text of a comment names its people, too. */
function toldData(data: StoredEvent['data'], people: ShownPeople): ToldEvent['data'] {
  const told = withPeople(data, people) as ToldEvent['data'];
  const comment = 'comment' in data ? data.comment : undefined;
  if (comment?.body === undefined) return told;
  const named = (comment.mentions ?? []).map(({ accountId }) => ({ accountId, ...people.get(accountId) }));
  return { ...told, comment: { ...(told.comment as object), body: withNames(comment.body, named) } };
}

function withPeople(value: unknown, people: ShownPeople): unknown {
  if (Array.isArray(value)) return value.map((inner: unknown) => withPeople(inner, people));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]) => [
    key,
    withPeople(inner, people),
  ]);
  const shown = 'accountId' in value ? people.get(String(value.accountId)) : undefined;
  return { ...(Object.fromEntries(entries) as object), ...shown };
}
