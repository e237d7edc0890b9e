/** People within stored values: found, taken out, and called by the names they have today. */

/** Stands where the account id of a person stood whose account was closed. */
export const nobody = 'deleted';
/** Who saved settings when no person did. */
export const theApp = 'app';

/** What became of people: accounts that were closed, and names that were read anew, undefined where Jira told none. */
export interface PeopleNews {
  readonly closed: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string | undefined>;
}

/** Account ids that a value holds: assignees, people among the values of fields, and those whom steps name. */
export function peopleIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const ids = key === 'accountId' ? [inner] : namesPerson(value, key) ? assigneesIn(inner) : [];
    return [...ids.filter(isAccount), ...peopleIn(inner)];
  });
}

/** The person, or the people of a list that findings are dealt out to. */
function assigneesIn(value: unknown): unknown[] {
  const list = typeof value === 'object' && value !== null && 'list' in value ? value.list : undefined;
  return [idOf(value), ...(Array.isArray(list) ? list.map(idOf) : [])];
}

function namesPerson(holder: object, key: string): boolean {
  if (key === 'to') return 'kind' in holder && holder.kind === 'assign';
  return key === 'assignee' || key === 'mention';
}

/** Whether it names a person, and nobody that the app itself put in a person's place. */
export function isAccount(id: unknown): id is string {
  return typeof id === 'string' && id !== nobody && id !== theApp;
}

/** A copy in which closed accounts are nobody's and the others have the names of today. */
export function withNews(value: unknown, news: PeopleNews): unknown {
  if (typeof value === 'string') return news.closed.has(value) ? nobody : value;
  if (Array.isArray(value)) return value.map((inner: unknown) => withNews(inner, news));
  if (typeof value !== 'object' || value === null) return value;
  const id = idOf(value);
  const entries = Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key !== 'name' || id === undefined) return [[key, withNews(inner, news)] as const];
    const name = news.closed.has(id) ? undefined : news.names.has(id) ? news.names.get(id) : inner;
    return name === undefined ? [] : [[key, name] as const];
  });
  return Object.fromEntries(entries);
}

/** A copy of fixed values of fields without those that name one of these people. */
export function fixedWithout(
  fixed: Readonly<Record<string, unknown>>,
  closed: ReadonlySet<string>,
): Record<string, unknown> {
  const stays = ([, value]: [string, unknown]) => !peopleIn({ value }).some((id) => closed.has(id));
  return Object.fromEntries(Object.entries(fixed).filter(stays));
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('id' in value && typeof value.id === 'string') return value.id;
  return 'accountId' in value && typeof value.accountId === 'string' ? value.accountId : undefined;
}
