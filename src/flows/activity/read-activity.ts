/** What was done and what is held up. */
import { isOfNoFinding } from '../../core/sync/app-failure';
import type { AdminOutputs } from '../../contract/api';
import type { Ports } from '../ports';

const countUpTo = 1000;
const pendingUpTo = 500;

/** One page of activity, the causes with the findings they hold, worst first, and the chunks still waiting. */
export async function readActivity(
  ports: Ports,
  cursor: string | undefined,
): Promise<AdminOutputs['activity.list']> {
  const page = await ports.activity.list(cursor);
  const causes = await ports.causes.list();
  const held = await Promise.all(
    causes.map(async (cause) => ({
      ...cause,
      findings: (await ports.links.held(cause.cause, countUpTo)).length,
    })),
  );
  const pending = await ports.inbox.listPending(pendingUpTo);
  return {
    ...page,
    held: held
      .filter(({ cause, findings }) => findings > 0 || isOfNoFinding(cause))
      .sort((a, b) => b.findings - a.findings),
    pendingChunks: pending.length,
  };
}
