/** Rows that carry their version: saved only as long as nobody else did so. */
import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';

/** A row of an entity with the attributes `version` and `body`. */
export interface Row {
  readonly version: number;
  readonly body: object;
}

/** Whether the row was saved; not if it had another version than this one by then. 0: there must be none. */
export async function isSaved(entityName: string, key: string, row: Row, expected: number): Promise<boolean> {
  const version = expected === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(expected);
  const conditions = new Filter<Row>().and('version', version);
  try {
    await kvs.transact().set(key, row, { entityName, conditions }).execute();
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && [400, 409].includes(error.responseDetails.status)) return false;
    throw error;
  }
}
