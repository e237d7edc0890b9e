/** What makes two issues a pair in Jira, taken off again. */
import { route } from '@forge/api';
import { z } from 'zod';
import { identityKey } from '../../contract/identity';
import type { JiraResult } from '../../core/jira/failure';
import type { Jira } from '../../flows/ports-jira';
import { type JiraClient, read } from './client';

const End = z.object({ id: z.string() }).optional();
const Links = z.object({
  fields: z.object({
    issuelinks: z.array(z.object({ id: z.string(), inwardIssue: End, outwardIssue: End })).default([]),
  }),
});
const done: JiraResult<void> = { ok: true, value: undefined };

/** The calls over one client. What is not there any more counts as taken off. */
export function unlinkingCalls(client: JiraClient): Pick<Jira, 'unlinkIssues' | 'removeIdentity'> {
  return {
    async unlinkIssues(id, other) {
      const raw = read(await client.call('GET', route`/rest/api/3/issue/${id}?fields=issuelinks`), Links);
      if (!raw.ok) return isMissing(raw) ? done : raw;
      const between = raw.value.fields.issuelinks.filter(({ inwardIssue, outwardIssue }) =>
        [inwardIssue?.id, outwardIssue?.id].includes(other),
      );
      for (const link of between) {
        const removed = await remove(client, route`/rest/api/3/issueLink/${link.id}`);
        if (!removed.ok) return removed;
      }
      return done;
    },
    removeIdentity: (id) => remove(client, route`/rest/api/3/issue/${id}/properties/${identityKey}`),
  };
}

async function remove(client: JiraClient, path: ReturnType<typeof route>): Promise<JiraResult<void>> {
  const answer = await client.call('DELETE', path);
  return answer.ok || isMissing(answer) ? done : answer;
}

function isMissing(answer: JiraResult<unknown>): boolean {
  return !answer.ok && answer.failure.kind === 'refused' && answer.failure.status === 404;
}
