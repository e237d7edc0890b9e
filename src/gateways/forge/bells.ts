/** The bell: queue events that carry references to chunks. */
import { Queue } from '@forge/events';
import { type Bell, inboxVersion } from '../../contract/inbox';
import type { Bells } from '../../flows/ports';

/** Workers at once per connection: enough to be quick, few enough to leave Jira's burst limit to others. */
const workers = 2;

/** The inbox queue. A push that the platform refuses is no loss: the sweep rings again for what lies in storage. */
export function createBells(): Bells {
  const queue = new Queue<Bell>({ key: 'inbox' });
  return {
    async ring(connection, chunks, delay = 0) {
      try {
        await queue.push({
          body: { v: inboxVersion, chunks: [...chunks] },
          delayInSeconds: Math.min(900, Math.ceil(delay)),
          concurrency: { key: `inbox-${connection}`, limit: workers },
        });
      } catch (error) {
        console.warn(
          `The bell was refused (${error instanceof Error ? error.name : 'unknown'}); the sweep rings again.`,
        );
      }
    },
  };
}
