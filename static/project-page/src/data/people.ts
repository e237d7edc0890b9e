import { readJira } from '../../../shared/jira/request';
import { isObject } from '../../../shared/is-object';

export interface FoundPerson {
  readonly accountId: string;
  readonly name: string;
}

/** People to whom issues of the project can be assigned, by a part of their name, as Jira shows them to this person. */
export async function findPeople(project: string, typed: string): Promise<readonly FoundPerson[]> {
  const query = new URLSearchParams({ project, query: typed, maxResults: '20' }).toString();
  const answer = await readJira(`/rest/api/3/user/assignable/search?${query}`);
  return Array.isArray(answer) ? answer.flatMap(personOf) : [];
}

function personOf(user: unknown): FoundPerson[] {
  if (!isObject(user)) return [];
  const { accountId, displayName } = user;
  return typeof accountId === 'string' && typeof displayName === 'string'
    ? [{ accountId, name: displayName }]
    : [];
}
