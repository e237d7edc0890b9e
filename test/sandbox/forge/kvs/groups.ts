import { checkFilters, meets, type Filters } from './conditions';
import { checkKey, MAX_OPERATIONS, MAX_PAYLOAD } from './limits';
import { present, type MetadataOptions } from './present';
import { badRequest, missing, Refusal } from './refusal';
import type { Spaces } from './spaces';
import { checkSet, store, type SetItem } from './writes';

/** A key of a batch or transaction. */
export interface KeyItem {
  readonly key: unknown;
  readonly entityName?: string | undefined;
  readonly conditions?: Filters | undefined;
  readonly options?: MetadataOptions | undefined;
}

/** What a transaction sends: all of it happens or nothing. */
export interface Transaction {
  readonly set?: readonly (SetItem & { readonly conditions?: Filters })[];
  readonly delete?: readonly KeyItem[];
  readonly check?: readonly KeyItem[];
}

interface BatchResult {
  readonly successfulKeys: object[];
  readonly failedKeys: object[];
}

/** Stores each item that can be stored. A batch takes no key policy. @throws Refusal when the batch as a whole is wrong. */
export function batchSet(spaces: Spaces, items: readonly SetItem[], now: number): BatchResult {
  return each(items, (item) => {
    if (item.options && ('keyPolicy' in item.options || 'returnValue' in item.options))
      throw badRequest('INVALID_OPTIONS', 'A batch takes no key policy.');
    checkSet(spaces, item);
    store(spaces.of(item.entityName), item, now);
    return name(item);
  });
}

/** Reads each key that is there; the others are listed as failed with KEY_NOT_FOUND. */
export function batchGet(spaces: Spaces, items: readonly KeyItem[], now: number): BatchResult {
  return each(items, (item) => {
    checkKey(item.key);
    const record = spaces.of(item.entityName).get(item.key, now);
    if (!record) throw missing;
    return { ...present(record, item.options), ...name(item) };
  });
}

/** Deletes each key; one that is not there is a success. */
export function batchDelete(spaces: Spaces, items: readonly KeyItem[], now: number): BatchResult {
  return each(items, (item) => {
    checkKey(item.key);
    spaces.of(item.entityName).delete(item.key, now);
    return name(item);
  });
}

/** Checks everything, then does everything. @throws Refusal when anything is wrong or a condition is not met. */
export function transact(
  spaces: Spaces,
  { set = [], delete: gone = [], check = [] }: Transaction,
  now: number,
): void {
  checkGroup([...set, ...gone, ...check]);
  for (const item of set) {
    if (item.options && ('keyPolicy' in item.options || 'returnValue' in item.options))
      throw badRequest('INVALID_OPTIONS', 'A transaction takes no key policy.');
    checkSet(spaces, item);
  }
  for (const item of check) {
    if (!item.entityName || !item.conditions)
      throw badRequest('EMPTY_FILTER_OPERATOR', 'A check needs an entity and conditions.');
  }
  for (const item of [...set, ...gone, ...check]) checkConditions(spaces, item, now);
  for (const item of set) store(spaces.of(item.entityName), item, now);
  for (const item of gone) spaces.of(item.entityName).delete(String(item.key), now);
}

function checkConditions(
  spaces: Spaces,
  item: Pick<KeyItem, 'key' | 'entityName' | 'conditions'>,
  now: number,
): void {
  checkKey(item.key);
  const space = spaces.of(item.entityName);
  if (!item.conditions) return;
  if (item.entityName === undefined)
    throw badRequest('INVALID_FILTER_CONDITION', 'Only entities take conditions.');
  checkFilters(spaces.definition(item.entityName), item.conditions);
  if (!meets(item.conditions, space.get(item.key, now)?.value)) {
    throw badRequest('CONDITIONAL_CHECK_FAILED', `A condition for ${item.key} is not met.`);
  }
}

function each<T extends KeyItem | SetItem>(items: readonly T[], act: (item: T) => object): BatchResult {
  checkGroup(items);
  const result: BatchResult = { successfulKeys: [], failedKeys: [] };
  for (const item of items) {
    try {
      result.successfulKeys.push(act(item));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      result.failedKeys.push({ ...name(item), error: { code: error.code, message: error.message } });
    }
  }
  return result;
}

function checkGroup(items: readonly (KeyItem | SetItem)[]): void {
  if (items.length < 1 || items.length > MAX_OPERATIONS)
    throw badRequest(
      'TOO_MANY_OPERATIONS',
      `Between 1 and ${String(MAX_OPERATIONS)} operations are allowed.`,
    );
  const keys = new Set(items.map((item) => JSON.stringify([item.entityName ?? null, item.key])));
  if (keys.size !== items.length) throw badRequest('DUPLICATE_KEYS', 'Each key can only be used once.');
}

/** @throws Refusal for a body that is too large to be taken at all. */
export function checkPayload(bytes: number): void {
  if (bytes > MAX_PAYLOAD) throw badRequest('MAX_SIZE', 'The payload has exceeded 4 MB.');
}

function name({ key, entityName }: KeyItem | SetItem): { key: unknown; entityName?: string } {
  return { key, ...(entityName === undefined ? {} : { entityName }) };
}
