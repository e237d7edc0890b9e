/** What a connection may have waiting in the inbox. */
import type { Ports } from '../ports';

/** About 100,000 findings: each connection has its own share, so that no backlog shuts out another. */
export const inboxShare = 1000;

/** Whether no more may be accepted from this connection for now. Others' backlogs neither count nor cost. */
export async function isInboxFull(ports: Ports, connection: string): Promise<boolean> {
  return (await ports.inbox.countPending(connection, inboxShare)) >= inboxShare;
}
