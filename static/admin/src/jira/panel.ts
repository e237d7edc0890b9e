import { z } from 'zod';
import type { PageContext } from '../bridge/context';
import { readAs } from './paging';
import { JiraError, postJira } from '../../../shared/jira/request';

const Task = z.object({ status: z.string(), message: z.string().optional() });
const endings = ['COMPLETE', 'FAILED', 'CANCELLED', 'DEAD'];

const askEveryMs = 1500;
const askAtMost = 80;

/** Shows the app's issue panel on all issues of projects (1,000 at most), as the admin; resolves when Jira is done with it. */
export async function showPanels(projectIds: readonly string[], context: PageContext): Promise<void> {
  const answer = await postJira('/rest/api/3/forge/panel/action/bulk/async', {
    moduleId: panelModule(context),
    projectList: projectIds.map((projectIdOrKey) => ({ projectIdOrKey, action: 'PIN' })),
  });
  const { taskId } = z.object({ taskId: z.string() }).parse(answer);
  for (let asked = 0; asked < askAtMost; asked += 1) {
    const task = await readAs(Task, `/rest/api/3/task/${encodeURIComponent(taskId)}`);
    if (task.status === 'COMPLETE') return;
    if (endings.includes(task.status)) throw new JiraError(200, task.message ?? task.status);
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
  throw new JiraError(200, 'the task did not end');
}

/** The identifier of the issue panel: that of this page with the panel's key. */
function panelModule({ localId }: PageContext): string {
  if (!localId.startsWith('ari:cloud:ecosystem::extension/'))
    throw new JiraError(0, `unknown module ${localId}`);
  return localId.replace(/\/[^/]+$/, '/finding');
}
