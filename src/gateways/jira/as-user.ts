/** What a person may see and do, asked as that person. */
import { asUser, route } from '@forge/api';
import { z } from 'zod';
import type { JiraResult } from '../../core/jira/failure';
import type { BrowsedIssue, Needed, Person } from '../../flows/ports-person';

const json = { accept: 'application/json', 'content-type': 'application/json' };

const Permissions = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

/** Whether the person who calls administers Jira. */
export async function isJiraAdmin(): Promise<boolean> {
  const answer = await asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
  if (!answer.ok) return false;
  return Permissions.safeParse(await answer.json()).data?.permissions['ADMINISTER']?.havePermission ?? false;
}

/** Whether Jira takes calls in the name of the person who calls: they have allowed the app to make them. */
export async function isUserConnected(): Promise<boolean> {
  try {
    return (await asUser().requestJira(route`/rest/api/3/myself`)).status !== 401;
  } catch (error) {
    return !(error instanceof Error && error.name === 'NEEDS_AUTHENTICATION_ERR');
  }
}

/** The person who calls. What Jira does not tell is nothing that they see or may. */
export function personOf(accountId: string): Person {
  return { accountId, browses, may };
}

const Browsed = z.object({ issues: z.array(z.object({ id: z.string(), key: z.string() })) });

async function browses(names: readonly string[]): Promise<ReadonlyMap<string, BrowsedIssue>> {
  const body = JSON.stringify({ issueIdsOrKeys: names, fields: ['status'] });
  const answer = await asked(() =>
    asUser().requestJira(route`/rest/api/3/issue/bulkfetch`, { method: 'POST', headers: json, body }),
  );
  const { issues } = Browsed.safeParse(answer).data ?? { issues: [] };
  const wanted = new Set(names);
  return new Map(
    issues.flatMap(({ id, key }) =>
      [id, key].filter((name) => wanted.has(name)).map((name) => [name, { id, key }] as const),
    ),
  );
}

async function may(issueId: string, needed: readonly Needed[]): Promise<ReadonlySet<Needed>> {
  const path = route`/rest/api/3/mypermissions?issueId=${issueId}&permissions=${needed.join(',')}`;
  const answer = await asked(() => asUser().requestJira(path));
  const { permissions = {} } = Permissions.safeParse(answer).data ?? {};
  return new Set(needed.filter((one) => permissions[one]?.havePermission === true));
}

/** The body of a good answer; undefined for any other, and for none. */
async function asked(ask: () => ReturnType<ReturnType<typeof asUser>['requestJira']>): Promise<unknown> {
  try {
    const answer = await ask();
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

/** The answer to `POST /workflows` for this project and issue type, as the person sees it. */
export async function workflowsSeenByUser(
  projectId: string,
  issueTypeId: string,
): Promise<JiraResult<unknown>> {
  const body = JSON.stringify({ projectAndIssueTypes: [{ projectId, issueTypeId }] });
  try {
    const path = route`/rest/api/3/workflows`;
    const answer = await asUser().requestJira(path, { method: 'POST', headers: json, body });
    if (answer.ok) return { ok: true, value: await answer.json() };
    return { ok: false, failure: { kind: 'refused', status: answer.status, messages: [], fields: {} } };
  } catch (error) {
    return {
      ok: false,
      failure: { kind: 'unknown', detail: error instanceof Error ? error.name : 'no answer' },
    };
  }
}
