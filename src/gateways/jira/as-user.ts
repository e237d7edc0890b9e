/** What a person may see and do, asked as that person. */
import { asUser, route } from '@forge/api';
import { z } from 'zod';
import type { JiraResult } from '../../core/jira/failure';

/** Whether the person who calls administers Jira. */
export async function isJiraAdmin(): Promise<boolean> {
  const answer = await asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
  if (!answer.ok) return false;
  const Permissions = z.object({
    permissions: z.object({ ADMINISTER: z.object({ havePermission: z.boolean() }) }),
  });
  return Permissions.safeParse(await answer.json()).data?.permissions.ADMINISTER.havePermission ?? false;
}

/** Whether the person may see the issue; hidden and missing are one, and so is an issue that Jira does not tell of. */
export async function isIssueSeenByUser(idOrKey: string): Promise<boolean> {
  try {
    return (await asUser().requestJira(route`/rest/api/3/issue/${idOrKey}?fields=summary`)).ok;
  } catch {
    return false;
  }
}

/** The answer to `POST /workflows` for this project and issue type, as the person sees it. */
export async function workflowsSeenByUser(
  projectId: string,
  issueTypeId: string,
): Promise<JiraResult<unknown>> {
  const body = JSON.stringify({ projectAndIssueTypes: [{ projectId, issueTypeId }] });
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  try {
    const path = route`/rest/api/3/workflows`;
    const answer = await asUser().requestJira(path, { method: 'POST', headers, body });
    if (answer.ok) return { ok: true, value: await answer.json() };
    return { ok: false, failure: { kind: 'refused', status: answer.status, messages: [], fields: {} } };
  } catch (error) {
    return {
      ok: false,
      failure: { kind: 'unknown', detail: error instanceof Error ? error.name : 'no answer' },
    };
  }
}
