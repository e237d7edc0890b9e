/** Jira's events on issues that carry our identity. */
import type { InvocationError } from '@forge/events';
import { z } from 'zod';
import { failureLine } from '../core/data/failure-line';
import { ChangelogItem, editedFields } from '../core/jira/edits';
import { followIssue, type IssueChange } from '../flows/watch/follow-issue';
import type { StatusCategory } from '../core/jira/workflow';
import { again, againSoon } from './again';
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
    .object({ items: z.array(ChangelogItem) })
    .optional()
    .catch(undefined),
  /** Who did it, and when (ms as a text). */
  atlassianId: z.string().optional().catch(undefined),
  timestamp: z.coerce.number().int().positive().optional().catch(undefined),
  /** What the issue's property says of whose it is: a hint that spares a look, no more. */
  payloadIncludeProperties: z.record(z.string(), z.unknown()).optional().catch(undefined),
});
type IssueEvent = z.infer<typeof IssueEvent>;

/** The trigger of issue events. What fails inside is delivered again; the platform itself would not retry it. */
export async function issueEvents(event: unknown): Promise<InvocationError | undefined> {
  const change = toChange(IssueEvent.parse(event));
  try {
    const followed = await withPorts('urgent', (ports) => followIssue(ports, change));
    return followed.kind === 'again' ? again(followed.after) : undefined;
  } catch (error) {
    console.error(failureLine('issue event', error, { issue: change.issueId }));
    return againSoon(change.issueId);
  }
}

function toChange(event: IssueEvent): IssueChange {
  const { eventType, issue, changelog, atlassianId: by, timestamp } = event;
  const status = issue.fields?.status;
  const owner = Object.values(event.payloadIncludeProperties ?? {}).find(
    (value) => typeof value === 'string',
  );
  return {
    issueId: issue.id,
    kind: kindOf(eventType, changelog?.items),
    items: changelog?.items ?? [],
    ...(status ? { status: { id: status.id, name: status.name, category: status.statusCategory } } : {}),
    ...(by === undefined ? {} : { by }),
    ...(timestamp === undefined ? {} : { at: timestamp }),
    ...(owner === undefined ? {} : { owner }),
  };
}

/** Without a changelog every update may be a move. */
function kindOf(eventType: string, items: readonly ChangelogItem[] | undefined): IssueChange['kind'] {
  if (eventType === 'avi:jira:deleted:issue') return 'deleted';
  if (!items || items.some(({ field }) => field === 'status')) return 'moved';
  if (items.some(({ field }) => ['Link', 'Key', 'project'].includes(field))) return 'linked';
  return items.some(isEdit) ? 'edited' : 'other';
}

/** The due date may lie in a field of the site's own. */
function isEdit({ field }: ChangelogItem): boolean {
  const known: readonly string[] = [...editedFields, 'duedate'];
  return known.includes(field) || field.startsWith('customfield_');
}
