import { z } from 'zod';
import { type Way, reachableFrom } from '../logic/reachable';
import { JiraError, postJira } from '../../../shared/jira/request';

const Answer = z.object({
  statuses: z.array(z.object({ id: z.string(), statusReference: z.string() })),
  workflows: z.array(
    z.object({
      transitions: z.array(
        z.object({
          type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
          toStatusReference: z.string().nullish(),
          links: z.array(z.object({ fromStatusReference: z.string().nullish() })).default([]),
        }),
      ),
    }),
  ),
});

/**
 * The ids of the statuses that an issue of this type can get to. Undefined where Jira does not show the workflow:
 * then nothing is known, and nothing is claimed.
 */
export async function readReachable(
  projectId: string,
  issueTypeId: string,
): Promise<ReadonlySet<string> | undefined> {
  const parsed = Answer.safeParse(await ask(projectId, issueTypeId));
  const workflow = parsed.data?.workflows[0];
  if (parsed.data === undefined || workflow === undefined) return undefined;
  const ids = new Map(parsed.data.statuses.map(({ id, statusReference }) => [statusReference, id]));
  const idOf = (reference: string | null | undefined) => ids.get(reference ?? '');
  const initial = workflow.transitions.find(({ type }) => type === 'INITIAL');
  const start = idOf(initial?.toStatusReference);
  if (start === undefined) return undefined;
  const ways = workflow.transitions.flatMap(({ type, toStatusReference, links }): Way[] => {
    const to = idOf(toStatusReference);
    if (to === undefined || type === 'INITIAL') return [];
    if (type === 'GLOBAL') return [{ to }];
    return [{ to, from: links.flatMap(({ fromStatusReference }) => idOf(fromStatusReference) ?? []) }];
  });
  return reachableFrom(start, ways);
}

async function ask(projectId: string, issueTypeId: string): Promise<unknown> {
  try {
    return await postJira('/rest/api/3/workflows', { projectAndIssueTypes: [{ projectId, issueTypeId }] });
  } catch (error) {
    if (error instanceof JiraError) return undefined;
    throw error;
  }
}
