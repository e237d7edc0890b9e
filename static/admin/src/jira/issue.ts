import { z } from 'zod';
import { readAs, withQuery } from './paging';
import { JiraError } from '../../../shared/jira/request';
import { categoryOf } from './statuses';
import type { StatusCategory } from './types';

/** The issue of a key or id; undefined: Jira does not show it to this person. */
export async function findIssue(keyOrId: string): Promise<{ id: string; key: string } | undefined> {
  try {
    const path = withQuery(`/rest/api/3/issue/${encodeURIComponent(keyOrId)}`, { fields: 'summary' });
    return await readAs(z.object({ id: z.string(), key: z.string() }), path);
  } catch (error) {
    if (error instanceof JiraError && [401, 403, 404].includes(error.status)) return undefined;
    throw error;
  }
}

const Answer = z.object({
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }).optional() }),
  }),
});

/** An issue as the person who looks may see it. */
export interface IssueOfJira {
  readonly key: string;
  readonly summary: string;
  readonly status: string;
  readonly category: StatusCategory;
}

/** Undefined: Jira does not show it to this person. */
export async function readIssue(id: string): Promise<IssueOfJira | undefined> {
  try {
    const path = withQuery(`/rest/api/3/issue/${encodeURIComponent(id)}`, { fields: 'summary,status' });
    const { key, fields } = await readAs(Answer, path);
    const { name, statusCategory } = fields.status;
    return { key, summary: fields.summary, status: name, category: categoryOf(statusCategory?.key) };
  } catch (error) {
    if (error instanceof JiraError && [401, 403, 404].includes(error.status)) return undefined;
    throw error;
  }
}
