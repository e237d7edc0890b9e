/** Link records that move to another key: all of a finding or nothing, so that it is never at two places. */
import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import { inParallel } from '../../core/data/in-parallel';
import { issueIdsOf } from '../../core/sync/pointers';
import type { Rekey } from '../../flows/ports';
import { entityName, type Row, toRow } from './link-row';
import { movePointer } from './pointers';

/** Moves records with the pointers of their issues; answers the old keys of those that were moved. */
export async function rekey(moves: readonly Rekey[], at: number): Promise<Set<string>> {
  const moved = new Set<string>();
  await inParallel(moves, async (move) => {
    if (await rekeyOne(move, at)) moved.add(move.from);
  });
  return moved;
}

async function rekeyOne({ from, expected, to, record }: Rekey, at: number): Promise<boolean> {
  const free = new Filter<Row>().and('version', FilterConditions.notExists());
  const unchanged = new Filter<Row>().and('version', FilterConditions.equalTo(expected));
  const transaction = kvs
    .transact()
    .set(to, toRow(record), { entityName, conditions: free })
    .delete(from, { entityName, conditions: unchanged });
  for (const id of issueIdsOf(record)) movePointer(transaction, id, from, to, at);
  try {
    await transaction.execute();
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && [400, 409].includes(error.responseDetails.status)) return false;
    throw error;
  }
}
