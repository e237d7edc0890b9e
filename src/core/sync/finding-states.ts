/** How a finding comes into each of its states. Whatever is held has a cause and a reason; whatever is settled has none. */
import type { HeldRecord, LinkRecord, LinkState } from '../../contract/link-record';

/** Something that only people can mend holds the finding up. */
export function heldBy(
  record: LinkRecord,
  { cause, reason }: Pick<HeldRecord, 'cause' | 'reason'>,
): HeldRecord {
  return { ...record, state: 'held', cause, reason };
}

/** The finding is to be worked on again; what held it up stays noted until that is decided. */
export function waiting(record: LinkRecord): LinkRecord {
  return { ...record, state: 'pending' };
}

export type Settled = Exclude<LinkState, 'held' | 'pending'>;

/** Nothing is to be done and nothing holds the finding up any more. */
export function settled(record: LinkRecord, state: Settled): LinkRecord {
  const { cause: _cause, reason: _reason, held: _held, ...rest } = record;
  return { ...rest, state };
}
