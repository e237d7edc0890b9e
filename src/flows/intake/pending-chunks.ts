/** What a connection has waiting in the inbox. */
import type { PendingChunk } from '../../contract/inbox';
import type { ReadPorts } from '../ports';

/** The marks of a connection's waiting chunks, oldest first; `upTo` bounds how many marks of all are looked at. */
export async function pendingChunks(
  ports: ReadPorts,
  connection: string,
  upTo: number,
): Promise<PendingChunk[]> {
  const marks = await ports.inbox.listPending(upTo);
  return marks.filter((mark) => mark.connection === connection).sort((a, b) => a.acceptedAt - b.acceptedAt);
}

/** About 200,000 findings of 2 KB each. */
const inboxHolds = 2000;
/** What a connection may always have waiting, however much others left behind. */
const shareOfEach = 100;

/** Whether no more may be accepted from this connection for now. A nearly empty inbox costs one query to see. */
export async function isInboxFull(ports: ReadPorts, connection: string): Promise<boolean> {
  const marks = await ports.inbox.listPending(inboxHolds);
  if (marks.length < inboxHolds) return false;
  return marks.filter((mark) => mark.connection === connection).length >= shareOfEach;
}
