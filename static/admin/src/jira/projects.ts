import { z } from 'zod';
import type { Project } from './types';
import { readAs, withQuery } from './paging';

const ProjectAnswer = z.object({ id: z.string(), key: z.string(), name: z.string() });

const Page = z.object({ values: z.array(ProjectAnswer), isLast: z.boolean().optional() });

/** One page of the projects whose name or key holds the text, by name. `next`: where the next page starts. */
export async function searchProjects(
  query: string,
  startAt: number,
): Promise<{ items: Project[]; next?: number }> {
  const { values, isLast } = await readAs(
    Page,
    withQuery('/rest/api/3/project/search', {
      query: query.trim() === '' ? undefined : query.trim(),
      startAt,
      maxResults: 50,
      orderBy: 'name',
    }),
  );
  const more = isLast === false && values.length > 0;
  return { items: values, ...(more ? { next: startAt + values.length } : {}) };
}

/** The project with this id, or undefined when it is gone or hidden from the admin. */
export async function findProject(id: string): Promise<Project | undefined> {
  const { values } = await readAs(Page, withQuery('/rest/api/3/project/search', { id: [id] }));
  return values.find((project) => project.id === id);
}
