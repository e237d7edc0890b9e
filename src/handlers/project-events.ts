/** Jira's events on projects: what the settings name there may be gone, or back. */
import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { failureLine } from '../core/data/failure-line';
import { checkProject, noteDeleted } from '../flows/settings/check-references';
import { withPorts } from './wire';

const ProjectEvent = z.object({
  eventType: z.string(),
  project: z.object({ id: z.coerce.string() }),
});

const retrySeconds = 60;

/** The trigger of project events. What fails inside is delivered again; the daily check comes after it. */
export async function projectEvents(event: unknown): Promise<InvocationError | undefined> {
  const { project, eventType } = ProjectEvent.parse(event);
  try {
    await withPorts('bulk', async (ports) => {
      if (eventType === 'avi:jira:deleted:project') await noteDeleted(ports, project.id);
      await checkProject(ports, project.id);
      await ports.bells.ringHeal('probe');
    });
    return undefined;
  } catch (error) {
    console.error(failureLine('project event', error, { project: project.id }));
    return new InvocationError({
      retryAfter: retrySeconds,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    });
  }
}
