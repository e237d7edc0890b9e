/** Chunks over which workers died again and again: taken apart, down to the one finding that kills them. */
import { type InboxItem, isFindingItem } from '../../contract/inbox';
import { halves } from '../../core/data/lists';
import { refTextOf } from '../../core/sync/link-key';
import { partId, suspected } from '../../core/sync/pending-mark';
import type { Ports } from '../ports';
import { parkItem } from './park-item';
import { type NewChunk, ringFor } from '../records/put-chunks';

/** First each chunk by itself, then in halves, at last the finding alone: that one is parked, and the others go on. */
export async function isolate(ports: Ports, suspects: readonly NewChunk[]): Promise<void> {
  const [only] = suspects;
  if (suspects.length > 1)
    await separate(
      ports,
      suspects.map(({ mark }) => mark),
    );
  else if (only) await takeApart(ports, only);
}

async function separate(ports: Ports, marks: readonly NewChunk['mark'][]): Promise<void> {
  const alone = marks.map((mark) => suspected(mark, ports.newId(), ports.now()));
  await ports.inbox.mark(alone);
  await ringFor(ports, alone);
}

async function takeApart(ports: Ports, one: NewChunk): Promise<void> {
  const { chunk, mark } = one;
  const { only, ...whole } = mark;
  const items = only
    ? chunk.items.filter((item) => only.includes(refTextOf(chunk.connection, item)))
    : chunk.items;
  const [first] = items;
  if (items.length > 1) {
    const parts = halves(items).map((half, index) => partOf(one, whole, half, index, ports));
    await ports.inbox.split(chunk, parts);
    await ringFor(
      ports,
      parts.map((part) => part.mark),
    );
    return;
  }
  if (first) await parkItem(ports, chunk.connection, first, { name: 'died' });
  await ports.inbox.remove(chunk.connection, chunk.id);
}

function partOf(
  { chunk }: NewChunk,
  mark: NewChunk['mark'],
  items: InboxItem[],
  index: number,
  ports: Ports,
): NewChunk {
  const id = partId(chunk.id, index);
  const findings = items.filter(isFindingItem).length;
  return {
    chunk: { ...chunk, id, items },
    mark: { ...suspected(mark, ports.newId(), ports.now()), id, findings },
  };
}
