/** Link records that move to another key: all of a finding or nothing, so that it is never at two places. */
import { kvs } from '@forge/kvs';
import { inParallel } from '../../core/data/in-parallel';
import { issueIdsOf } from '../../core/sync/pointers';
import type { Rekey } from '../../flows/ports';
import { entityName, toRow } from './link-row';
import { movePointer } from './pointers';
import { atVersion, isDone } from './transactions';

/** Moves records with the pointers of their issues; answers the old keys of those that were moved. */
export async function rekey(moves: readonly Rekey[], at: number): Promise<Set<string>> {
  const moved = new Set<string>();
  await inParallel(moves, async (move) => {
    if (await rekeyOne(move, at)) moved.add(move.from);
  });
  return moved;
}

function rekeyOne({ from, expected, to, record }: Rekey, at: number): Promise<boolean> {
  const transaction = kvs
    .transact()
    .set(to, toRow(record), { entityName, conditions: atVersion(undefined) })
    .delete(from, { entityName, conditions: atVersion(expected) });
  for (const id of issueIdsOf(record)) movePointer(transaction, id, from, to, at);
  return isDone(transaction);
}
