import { z } from 'zod';
import type { Person } from './types';
import { readAs, withQuery } from './paging';

const Answer = z.object({
  accountId: z.string(),
  displayName: z.string(),
  active: z.boolean().default(true),
});

/** Active people to whom issues of a project can be assigned, by a part of their name; at most 50. */
export async function searchAssignable(projectId: string, query: string): Promise<Person[]> {
  const path = withQuery('/rest/api/3/user/assignable/search', { project: projectId, query, maxResults: 50 });
  const people = await readAs(z.array(Answer), path);
  return people.filter(({ active }) => active);
}

/** The names of people by account id; who is gone is left out. */
export async function readPeople(accountIds: readonly string[]): Promise<Person[]> {
  if (accountIds.length === 0) return [];
  const path = withQuery('/rest/api/3/user/bulk', { accountId: accountIds, maxResults: accountIds.length });
  return (await readAs(z.object({ values: z.array(Answer) }), path)).values;
}
