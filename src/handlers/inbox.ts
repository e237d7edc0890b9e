/** The queue's consumer: works off the chunks that the bell names. */
import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { failureLine } from '../core/data/failure-line';
import { Bell } from '../contract/inbox';
import { workDue } from '../flows/due/work-due';
import type { Ports } from '../flows/ports';
import type { RenamePlace } from '../flows/ports-inbox';
import { workJob } from '../flows/jobs/work-job';
import { followRename } from '../flows/rename/follow-rename';
import { followSla } from '../flows/sla/follow-sla';
import { lookAgain } from '../flows/settings/check-references';
import { makeDueTasks } from '../flows/tasks/make-due-tasks';
import { rebuild } from '../flows/watch/rebuild';
import { forgetArchived } from '../flows/connections/forget-archived';
import { healCauses } from '../flows/intake/heal-causes';
import { retryCause } from '../flows/intake/retry-held';
import { pushEvents } from '../flows/tell/push-events';
import { consumeInbox } from '../flows/intake/consume-inbox';
import { withPorts } from './wire';

/** A failure of storage is tried again by the queue first; the sweep comes after it. */
const retrySeconds = 60;
/** Retrying many findings goes on by another bell after this. */
const retryMs = 6 * 60_000;

/** What the platform repeats because it failed is counted; what it merely delivers twice is not. */
const Delivery = z.object({
  body: Bell,
  retryContext: z.object({ retryCount: z.number().int() }).optional().catch(undefined),
});

export async function inbox(event: unknown): Promise<InvocationError | undefined> {
  const { body, retryContext } = Delivery.parse(event);
  try {
    await withPorts(isBackground(body) ? 'background' : 'bulk', async (ports) => {
      const delivery = retryContext?.retryCount ?? 0;
      if (body.id === undefined || (await ports.bells.takeTurn(body.id, delivery)))
        await workOff(ports, body);
    });
    return undefined;
  } catch (error) {
    console.error(failureLine('inbox', error));
    return new InvocationError({
      retryAfter: retrySeconds,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    });
  }
}

function isBackground(bell: Bell): boolean {
  return 'rebuild' in bell || 'rename' in bell || 'work' in bell;
}

async function workOff(ports: Ports, bell: Bell): Promise<void> {
  if ('due' in bell) await workDue(ports);
  else if ('work' in bell) await workJob(ports, bell.work);
  else if ('tasks' in bell) await makeDueTasks(ports);
  else if ('sla' in bell) await followSla(ports);
  else if ('push' in bell) await pushEvents(ports, bell.push, bell.until);
  else if ('heal' in bell) {
    if (bell.heal === 'probe') await lookAgain(ports);
    await healCauses(ports, bell.heal);
  } else if ('retry' in bell) await retryCause(ports, bell.retry, ports.now() + retryMs, bell.cursor);
  else if ('forget' in bell) await forgetArchived(ports, bell.forget);
  else if ('rename' in bell) await followRename(ports, bell.rename, bell.job, placeOf(bell));
  else if ('rebuild' in bell) await rebuild(ports, bell.rebuild, bell.page);
  else await consumeInbox(ports, bell);
}

function placeOf({ page, tried }: Extract<Bell, { rename: string }>): RenamePlace | undefined {
  return tried === undefined ? undefined : { page, tried };
}
