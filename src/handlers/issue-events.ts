/** Jira's events on issues that carry our identity. */
import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { failureLine } from '../core/data/failure-line';
import { followIssue, type IssueChange } from '../flows/watch/follow-issue';
import type { StatusCategory } from '../core/jira/workflow';
import { withPorts } from './wire';

const Category = z
  .object({ key: z.string() })
  .transform(({ key }): StatusCategory => (key === 'done' || key === 'new' ? key : 'indeterminate'));

const IssueEvent = z.object({
  eventType: z.string(),
  issue: z.object({
    id: z.string(),
    fields: z
      .object({
        status: z
          .object({ id: z.string(), name: z.string(), statusCategory: Category })
          .optional()
          .catch(undefined),
      })
      .optional()
      .catch(undefined),
  }),
  changelog: z
    .object({ items: z.array(z.object({ field: z.string() })) })
    .optional()
    .catch(undefined),
});

/** Many issues moved at once exceed what storage takes a minute: their retries are spread over these seconds. */
const soonestSeconds = 60;
const spreadSeconds = 240;

/** The trigger of issue events. What fails inside is delivered again; the platform itself would not retry it. */
export async function issueEvents(event: unknown): Promise<InvocationError | undefined> {
  const change = toChange(IssueEvent.parse(event));
  try {
    const followed = await withPorts('urgent', (ports) => followIssue(ports, change));
    return followed.kind === 'again' ? again(followed.after) : undefined;
  } catch (error) {
    console.error(failureLine('issue event', error, { issue: change.issueId }));
    return again(soonestSeconds + (Number(change.issueId) % spreadSeconds));
  }
}

function again(seconds: number): InvocationError {
  return new InvocationError({
    retryAfter: Math.min(900, seconds),
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}

function toChange({ eventType, issue, changelog }: z.infer<typeof IssueEvent>): IssueChange {
  const status = issue.fields?.status;
  return {
    issueId: issue.id,
    kind: kindOf(eventType, changelog?.items),
    ...(status ? { status: { id: status.id, name: status.name, category: status.statusCategory } } : {}),
  };
}

/** Without a changelog every update may be a move. */
function kindOf(eventType: string, items: readonly { field: string }[] | undefined): IssueChange['kind'] {
  if (eventType === 'avi:jira:deleted:issue') return 'deleted';
  if (!items || items.some(({ field }) => field === 'status')) return 'moved';
  return items.some(({ field }) => field === 'Link') ? 'linked' : 'other';
}
