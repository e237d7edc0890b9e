/** Jira's events on issues that carry our identity. */
import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { followIssue, type IssueChange } from '../flows/follow-issue';
import type { StatusCategory } from '../core/workflow';
import { createPorts } from './wire';

const ownerPath = "issue.properties['security-finding'].owner";
const idPath = "issue.properties['security-finding'].id";

const Category = z
  .object({ key: z.string() })
  .transform(({ key }): StatusCategory => (key === 'done' || key === 'new' ? key : 'indeterminate'));

const IssueEvent = z.object({
  eventType: z.string(),
  issue: z.object({
    id: z.string(),
    fields: z
      .object({ status: z.object({ id: z.string(), statusCategory: Category }).optional().catch(undefined) })
      .optional()
      .catch(undefined),
  }),
  changelog: z
    .object({ items: z.array(z.object({ field: z.string() })) })
    .optional()
    .catch(undefined),
  payloadIncludeProperties: z.record(z.string(), z.unknown()).default({}),
});

export async function issueEvents(event: unknown): Promise<InvocationError | undefined> {
  const followed = await followIssue(createPorts(), toChange(IssueEvent.parse(event)));
  if (followed.kind !== 'again') return undefined;
  return new InvocationError({
    retryAfter: Math.min(900, followed.after),
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}

function toChange({
  eventType,
  issue,
  changelog,
  payloadIncludeProperties,
}: z.infer<typeof IssueEvent>): IssueChange {
  const status = issue.fields?.status;
  return {
    issueId: issue.id,
    owner: payloadIncludeProperties[ownerPath],
    findingId: payloadIncludeProperties[idPath],
    kind: kindOf(eventType, changelog?.items),
    ...(status ? { status: { id: status.id, category: status.statusCategory } } : {}),
  };
}

/** Without a changelog every update may be a move. */
function kindOf(eventType: string, items: readonly { field: string }[] | undefined): IssueChange['kind'] {
  if (eventType === 'avi:jira:deleted:issue') return 'deleted';
  return !items || items.some(({ field }) => field === 'status') ? 'moved' : 'other';
}
