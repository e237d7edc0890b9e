import { z } from 'zod';
import type { PageContext } from '../bridge/context';
import { readAs } from './paging';
import { JiraError, postJira } from '../../../shared/jira/request';

const Task = z.object({ status: z.string(), message: z.string().optional() });
const endings = ['COMPLETE', 'FAILED', 'CANCELLED', 'DEAD'];

/** Few spaces are done at once; a thousand take Jira minutes, and are asked for ever less often. */
const firstWaitMs = 1500;
const longestWaitMs = 10_000;
const patienceMs = 10 * 60_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Shows the app's issue panel on all issues of projects (1,000 at most), as the admin; resolves when Jira is done with
 * it, and gives up after ten minutes. `wait`: how time passes.
 */
export async function showPanels(
  projectIds: readonly string[],
  context: PageContext,
  wait: (ms: number) => Promise<void> = sleep,
): Promise<void> {
  const answer = await postJira('/rest/api/3/forge/panel/action/bulk/async', {
    moduleId: panelModule(context),
    projectList: projectIds.map((projectIdOrKey) => ({ projectIdOrKey, action: 'PIN' })),
  });
  const { taskId } = z.object({ taskId: z.string() }).parse(answer);
  let next = firstWaitMs;
  for (let waited = 0; waited < patienceMs; waited += next) {
    const task = await readAs(Task, `/rest/api/3/task/${encodeURIComponent(taskId)}`);
    if (task.status === 'COMPLETE') return;
    if (endings.includes(task.status)) throw new JiraError(200, task.message ?? task.status);
    await wait(next);
    next = Math.min(longestWaitMs, next * 1.5);
  }
  throw new JiraError(200, 'the task did not end');
}

/** The identifier of the issue panel: that of this page with the panel's key. */
function panelModule({ localId }: PageContext): string {
  if (!localId.startsWith('ari:cloud:ecosystem::extension/'))
    throw new JiraError(0, `unknown module ${localId}`);
  return localId.replace(/\/[^/]+$/, '/finding');
}
