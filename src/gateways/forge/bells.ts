/** The bell: queue events that carry references to chunks. */
import { randomUUID } from 'node:crypto';
import { failureLine } from '../../core/data/failure-line';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { type Bell, inboxVersion } from '../../contract/inbox';
import type { Bells } from '../../flows/ports-inbox';
import { isConflict } from '../store/settings';

/** Workers at once per connection: enough to be quick, few enough to leave Jira's burst limit to others. */
const workers = 2;
/** The queue keeps an event for a day. */
const turnTtl = { unit: 'HOURS', value: 25 } as const;

/** The inbox queue. A push that the platform refuses is no loss: the sweep rings again for what lies in storage. */
export function createBells(): Bells {
  const queue = new Queue<Bell>({ key: 'inbox' });
  const push = async (body: Bell, key: string, limit: number, delay: number) => {
    try {
      await queue.push({
        body,
        delayInSeconds: Math.min(900, Math.ceil(delay)),
        concurrency: { key: `inbox-${key}`, limit },
      });
    } catch (error) {
      // The sweep rings again.
      console.warn(failureLine('ringing a bell', error));
    }
  };
  return {
    ring: (connection, id, chunks, delay = 0) =>
      push({ v: inboxVersion, id, connection, chunks: [...chunks] }, connection, workers, delay),
    ringRebuild: (connection, page, delay = 0) =>
      push(
        { v: inboxVersion, id: randomUUID(), rebuild: connection, ...(page === undefined ? {} : { page }) },
        'rebuild',
        1,
        delay,
      ),
    ringPush: (connection, delay = 0, until) =>
      push(
        { v: inboxVersion, push: connection, ...(until === undefined ? {} : { until }) },
        `push-${connection}`,
        1,
        delay,
      ),
    ringForget: (connection, delay = 0) =>
      push({ v: inboxVersion, id: randomUUID(), forget: connection }, `forget-${connection}`, 1, delay),
    ringRename: (connection, job, place, delay = 0) =>
      push(
        {
          v: inboxVersion,
          id: randomUUID(),
          rename: connection,
          job,
          ...(place && { tried: place.tried }),
          ...(place?.page !== undefined && { page: place.page }),
        },
        `rename-${connection}`,
        1,
        delay,
      ),
    ringWork: (job, delay = 0) => push({ v: inboxVersion, work: job }, `work-${job}`, 1, delay),
    ringDue: (delay = 0) => push({ v: inboxVersion, id: randomUUID(), due: true }, 'due', 1, delay),
    ringTasks: () => push({ v: inboxVersion, id: randomUUID(), tasks: true }, 'tasks', 1, 0),
    ringSla: (delay = 0) => push({ v: inboxVersion, id: randomUUID(), sla: true }, 'sla', 1, delay),
    ringHeal: (mode, delay = 0) => push({ v: inboxVersion, id: randomUUID(), heal: mode }, 'heal', 1, delay),
    ringRetry: (cause, cursor) =>
      push(
        { v: inboxVersion, id: randomUUID(), retry: cause, ...(cursor === undefined ? {} : { cursor }) },
        'heal',
        1,
        0,
      ),
    async takeTurn(id, delivery) {
      try {
        await kvs.set(`turn:${id}:${String(delivery)}`, 1, { keyPolicy: 'FAIL_IF_EXISTS', ttl: turnTtl });
        return true;
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    },
  };
}
