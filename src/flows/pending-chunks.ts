/** What a connection has waiting in the inbox. */
import type { PendingChunk } from '../contract/inbox';
import type { Ports } from './ports';

/** The marks of a connection's waiting chunks, oldest first; `upTo` bounds how many marks of all are looked at. */
export async function pendingChunks(ports: Ports, connection: string, upTo: number): Promise<PendingChunk[]> {
  const marks = await ports.inbox.listPending(upTo);
  return marks.filter((mark) => mark.connection === connection).sort((a, b) => a.acceptedAt - b.acceptedAt);
}
