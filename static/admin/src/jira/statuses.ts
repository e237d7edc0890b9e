import { z } from 'zod';
import type { JiraStatus, StatusCategory } from './types';
import { readAs } from './paging';

const Answer = z.array(
  z.object({
    id: z.string(),
    statuses: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        statusCategory: z.object({ key: z.string() }).optional(),
      }),
    ),
  }),
);

/** The statuses of each issue type of a project, by the issue type's id, in Jira's order. */
export async function readStatuses(projectId: string): Promise<ReadonlyMap<string, JiraStatus[]>> {
  const types = await readAs(Answer, `/rest/api/3/project/${encodeURIComponent(projectId)}/statuses`);
  return new Map(
    types.map(({ id, statuses }) => [
      id,
      statuses.map(({ id, name, statusCategory }) => ({
        id,
        name,
        category: categoryOf(statusCategory?.key),
      })),
    ]),
  );
}

/** The category by the key that Jira gives. */
export function categoryOf(key: string | undefined): StatusCategory {
  return key === 'new' || key === 'indeterminate' || key === 'done' ? key : 'undefined';
}
