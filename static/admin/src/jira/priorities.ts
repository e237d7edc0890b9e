import { z } from 'zod';
import type { JiraPriority } from './types';
import { readAll, readAs, withQuery } from './paging';

const Page = z.object({
  values: z.array(z.object({ id: z.string(), name: z.string(), iconUrl: z.string().optional() })),
  total: z.number().optional(),
});

/** The priorities of a project's scheme. */
export function readPriorities(projectId: string): Promise<JiraPriority[]> {
  return readAll(async (startAt, maxResults) => {
    const path = withQuery('/rest/api/3/priority/search', { projectId, startAt, maxResults });
    const { values, total } = await readAs(Page, path);
    return { items: values, total };
  });
}
