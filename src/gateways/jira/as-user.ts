/** What a person may see and do, asked as that person. */
import { asUser, route } from '@forge/api';
import { z } from 'zod';
import { identityKey } from '../../contract/identity';

/** Whether the person who calls administers Jira. */
export async function isJiraAdmin(): Promise<boolean> {
  const answer = await asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
  if (!answer.ok) return false;
  const Permissions = z.object({
    permissions: z.object({ ADMINISTER: z.object({ havePermission: z.boolean() }) }),
  });
  return Permissions.safeParse(await answer.json()).data?.permissions.ADMINISTER.havePermission ?? false;
}

/** The issue's identity if the person may see the issue and it has one. */
export async function identitySeenByUser(
  issueId: string,
): Promise<{ owner: unknown; id: unknown } | undefined> {
  const answer = await asUser().requestJira(route`/rest/api/3/issue/${issueId}/properties/${identityKey}`);
  if (!answer.ok) return undefined;
  return z.object({ value: z.object({ owner: z.unknown(), id: z.unknown() }) }).safeParse(await answer.json())
    .data?.value;
}
