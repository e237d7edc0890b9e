/** The creates of a pass in their order. */
import { type Role, roles } from '../../contract/settings';
import { groupBy } from '../../core/data/lists';
import { doubtRank } from '../../core/sync/create-doubt';
import type { Job } from './job';
import { creates, type Task } from './tasks';

/** Issues of one role that go before the next ones. */
export interface Stage {
  readonly role: Role;
  /** Whose. */
  readonly keys: ReadonlySet<string>;
}

/**
 * First those without doubt, then the others, the worst last, the product issues of each rank before the security issues,
 * which are linked to them as they are created. A long limit that Jira names for one call keeps all later ones from being
 * sent: were all product issues to go first, one that it never takes would keep back the security issues of all others.
 */
export function createStages(jobs: readonly Job[]): Stage[] {
  const byRank = [...groupBy(creates(jobs), rankOf)].sort(([a], [b]) => a - b);
  return byRank.flatMap(([, tasks]) =>
    roles.flatMap((role) => {
      const keys = tasks.filter(({ work }) => work.role === role).map(({ job }) => job.key);
      return keys.length > 0 ? [{ role, keys: new Set(keys) }] : [];
    }),
  );
}

/** A security issue waits for its product issue, unless that goes alone: it may be the one that Jira never takes. */
function rankOf({ job, work }: Task): number {
  const { doubts } = job.record;
  const own = doubtRank(doubts?.[work.role]);
  const isPair = job.works.filter(({ plan }) => plan.kind === 'create').length > 1;
  const product = doubtRank(doubts?.product);
  return work.role === 'product' || !isPair || product > 0 ? own : Math.max(own, product);
}
