/** Jira's events on projects: what the settings name there may be gone, or back. */
import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { failureLine } from '../core/data/failure-line';
import { checkProject } from '../flows/settings/check-references';
import { withPorts } from './wire';

const ProjectEvent = z.object({ project: z.object({ id: z.coerce.string() }) });

const retrySeconds = 60;

/** The trigger of project events. What fails inside is delivered again; the daily check comes after it. */
export async function projectEvents(event: unknown): Promise<InvocationError | undefined> {
  const { project } = ProjectEvent.parse(event);
  try {
    await withPorts('bulk', async (ports) => {
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
