import { z } from 'zod';
import type { IssueType } from './types';
import { readAll, readAs, withQuery } from './paging';

const Answer = z.object({ id: z.string(), name: z.string(), subtask: z.boolean().default(false) });

const Page = z.object({ issueTypes: z.array(Answer), total: z.number().optional() });

/** The issue types that can be created in a project, without sub-tasks. Empty: the admin may not create issues there. */
export async function readIssueTypes(projectId: string): Promise<IssueType[]> {
  const path = `/rest/api/3/issue/createmeta/${encodeURIComponent(projectId)}/issuetypes`;
  const all = await readAll(async (startAt, maxResults) => {
    const { issueTypes, total } = await readAs(Page, withQuery(path, { startAt, maxResults }));
    return { items: issueTypes, total };
  });
  return all.filter(({ subtask }) => !subtask);
}
