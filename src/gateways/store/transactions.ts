/** Transactions with conditions: what is saved only as long as nobody else did so. */
import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';

interface Versioned {
  readonly version: number;
}

/** A row of an entity with the attributes `version` and `body`. */
export interface Row extends Versioned {
  readonly body: object | string;
}

type Transaction = Pick<ReturnType<typeof kvs.transact>, 'execute'>;

/** The refusal when a condition was not met or another transaction was in the way. Throws for everything else. */
export async function refusalOf(transaction: Transaction): Promise<Error | undefined> {
  try {
    await transaction.execute();
    return undefined;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && [400, 409].includes(error.responseDetails.status)) return error;
    throw error;
  }
}

/** Whether the transaction took place. */
export async function isDone(transaction: Transaction): Promise<boolean> {
  return (await refusalOf(transaction)) === undefined;
}

/** That the row has this version; undefined: that there is none. */
export function atVersion(expected: number | undefined) {
  const version = expected === undefined ? FilterConditions.notExists() : FilterConditions.equalTo(expected);
  return new Filter<Versioned>().and('version', version);
}

/** Whether the row was saved; not if it had another version than this one by then. 0: there must be none. */
export function isSaved(entityName: string, key: string, row: Row, expected: number): Promise<boolean> {
  const conditions = atVersion(expected === 0 ? undefined : expected);
  return isDone(kvs.transact().set(key, row, { entityName, conditions }));
}
