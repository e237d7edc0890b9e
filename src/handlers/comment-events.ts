/** Jira's events on comments of issues that carry our identity. */
import type { InvocationError } from '@forge/events';
import { z } from 'zod';
import { failureLine } from '../core/data/failure-line';
import { type CommentChange, followComment } from '../flows/watch/follow-comment';
import { again, againSoon } from './again';
import { withPorts } from './wire';

const CommentEvent = z.object({
  eventType: z.string(),
  issue: z.object({ id: z.string() }),
  comment: z.object({ id: z.coerce.string() }),
  /** Who did it, and when (ms as a text). */
  atlassianId: z.string().optional().catch(undefined),
  timestamp: z.coerce.number().int().positive().optional().catch(undefined),
});

/** The trigger of comment events: one tells of new and of edited comments alike. What fails inside is delivered again. */
export async function commentEvents(event: unknown): Promise<InvocationError | undefined> {
  const change = toChange(CommentEvent.parse(event));
  try {
    const followed = await withPorts('urgent', (ports) => followComment(ports, change));
    return followed.kind === 'again' ? again(followed.after) : undefined;
  } catch (error) {
    console.error(failureLine('comment event', error, { issue: change.issueId }));
    return againSoon(change.issueId);
  }
}

function toChange({
  eventType,
  issue,
  comment,
  atlassianId,
  timestamp,
}: z.infer<typeof CommentEvent>): CommentChange {
  return {
    issueId: issue.id,
    commentId: comment.id,
    isDeleted: eventType === 'avi:jira:deleted:comment',
    ...(atlassianId === undefined ? {} : { by: atlassianId }),
    ...(timestamp === undefined ? {} : { at: timestamp }),
  };
}
