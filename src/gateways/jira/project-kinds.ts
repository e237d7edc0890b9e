/** Which projects are service projects: their customers see comments that are not said to be internal. */
import { route } from '@forge/api';
import { z } from 'zod';
import type { JiraResult } from '../../core/jira/failure';
import type { IssuePlace } from '../../flows/ports-jira';
import type { Cache } from '../store/cache';
import { type JiraClient, read } from './client';

const dayMs = 24 * 60 * 60_000;
/** What showed a comment to customers is tried again after this. */
const distrustMs = 60 * 60_000;

const Project = z.object({ id: z.string(), projectTypeKey: z.string().optional() });

export interface ProjectKinds {
  /** Learns from the field `project` of an issue that was read. */
  learn(field: unknown): void;
  isService(issue: IssuePlace): Promise<JiraResult<boolean>>;
  /** Whether the project lately showed a comment to its customers that was to be internal. */
  showsAll(project: string): Promise<boolean>;
  noteShowsAll(project: string): Promise<void>;
}

/** What an invocation knows of projects, and what it remembers for a day. */
export function createProjectKinds(client: JiraClient, cache: Cache, now: () => number): ProjectKinds {
  const known = new Map<string, boolean>();

  /** Records of older versions do not name the project. */
  async function ofIssue(id: string): Promise<JiraResult<boolean>> {
    const Issue = z
      .object({ fields: z.object({ project: Project }) })
      .transform(({ fields }) => fields.project);
    return isServiceIn(read(await client.call('GET', route`/rest/api/3/issue/${id}?fields=project`), Issue));
  }

  const publicKey = (project: string) => `public-comments:${project}`;
  return {
    learn(field) {
      const { id, projectTypeKey } = Project.safeParse(field).data ?? {};
      if (id !== undefined && projectTypeKey !== undefined) known.set(id, isServiceType(projectTypeKey));
    },
    async isService({ id, project }) {
      if (project === '') return ofIssue(id);
      const value = known.get(project);
      if (value !== undefined) return { ok: true, value };
      return cache.through(`project-kind:${project}`, dayMs, 0, async () =>
        isServiceIn(read(await client.call('GET', route`/rest/api/3/project/${project}`), Project)),
      );
    },
    async showsAll(project) {
      const at = z.number().safeParse(await cache.kept(publicKey(project))).data;
      return at !== undefined && now() - at < distrustMs;
    },
    noteShowsAll: (project) => cache.keep(publicKey(project), now()),
  };
}

function isServiceIn(found: JiraResult<z.infer<typeof Project>>): JiraResult<boolean> {
  return found.ok ? { ok: true, value: isServiceType(found.value.projectTypeKey) } : found;
}

function isServiceType(type: string | undefined): boolean {
  return type === 'service_desk';
}
