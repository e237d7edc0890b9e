/** What was done and what is held up. */
import { isOfNoFinding } from '../../core/sync/app-failure';
import type { HeldCause } from '../../contract/activity';
import type { AdminOutputs } from '../../contract/api';
import type { Reason } from '../../contract/messages/message';
import { mendOf } from '../../core/activity/mend';
import { waitingFindings } from '../../core/activity/waiting';
import type { Ports } from '../ports';
import type { WantedActivity } from '../../core/activity/wanted';
import { heldByCause } from './held-findings';

const pendingUpTo = 500;
/** With it, causes and waiting chunks are read. */
const page = { units: 50, batches: 20 };
const search = { units: 170, batches: 50 };

/** One page of activity, the causes with the findings they hold, worst first, and the chunks still waiting. */
export async function readActivity(
  ports: Ports,
  wanted: WantedActivity,
  cursor: string | undefined,
): Promise<AdminOutputs['activity.list']> {
  const { activities, next, from } = await ports.activity.page(wanted, page, cursor);
  const pending = await ports.inbox.listPending(pendingUpTo);
  const waitsFor = pending.flatMap(({ reason }) => reason ?? []).find(isOfJira);
  return {
    activities,
    from,
    ...(next === undefined ? {} : { next }),
    held: await readHeld(ports),
    pendingChunks: pending.length,
    waiting: waitingFindings(pending, pending.length === pendingUpTo),
    ...(waitsFor && { waitsFor }),
  };
}

/** What was done and is wanted, as far back as one call may read; `next`: where to search further. */
export async function searchActivity(
  ports: Ports,
  wanted: WantedActivity,
  cursor: string | undefined,
): Promise<AdminOutputs['activity.search']> {
  const { activities, next, from } = await ports.activity.page(wanted, search, cursor);
  return { activities, from, ...(next === undefined ? {} : { next }) };
}

/** What waits for Jira as a whole: nobody has to mend anything. */
function isOfJira({ code }: Reason): boolean {
  return code === 'budgetSpent' || code === 'rateLimited';
}

async function readHeld(ports: Ports): Promise<HeldCause[]> {
  const causes = await ports.causes.list();
  const { document } = await ports.settings.read();
  const held = await heldByCause(
    ports,
    causes.map(({ cause }) => cause),
  );
  return causes
    .map((cause, index): HeldCause => {
      // A report that waits for an admin's word holds up what it would resolve.
      if (cause.reason.code === 'reportHeld') return { ...cause, findings: cause.reason.resolves };
      const { records = [], more = false } = held[index] ?? {};
      const what = isOfNoFinding(cause.cause) ? { ofNoFinding: true as const } : {};
      return { ...cause, findings: records.length, ...what, ...(more && { more: true }) };
    })
    .map((cause) => {
      const mend = mendOf(cause, document);
      return mend ? { ...cause, mend } : cause;
    })
    .filter(({ findings, more, ofNoFinding }) => findings > 0 || more || ofNoFinding)
    .sort((a, b) => Number(b.more ?? false) - Number(a.more ?? false) || b.findings - a.findings);
}
