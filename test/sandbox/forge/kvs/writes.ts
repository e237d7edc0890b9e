import { checkEntityValue, checkKey, checkValue } from './limits';
import { present, type MetadataOptions } from './present';
import { badRequest, Refusal } from './refusal';
import type { Space, StoredRecord } from './space';
import type { Spaces } from './spaces';

/** The options of `set` in all their forms. */
export interface SetOptions {
  readonly ttl?: { readonly value: number; readonly unit: string };
  readonly keyPolicy?: string;
  readonly returnValue?: string;
  readonly returnMetadataFields?: readonly string[];
}

/** One thing to store; with an entity name it is a record of that entity. */
export interface SetItem {
  readonly key: unknown;
  readonly value?: unknown;
  readonly entityName?: string | undefined;
  readonly options?: SetOptions | undefined;
}

const UNIT_MS: Readonly<Record<string, number>> = {
  SECONDS: 1_000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};
const MAX_TTL_MS = 366 * 86_400_000;

/** @throws Refusal when the item cannot be stored, whatever is in storage. */
export function checkSet(spaces: Spaces, item: SetItem): void {
  checkKey(item.key);
  checkValue(item.value);
  if (item.entityName !== undefined) checkEntityValue(spaces.definition(item.entityName), item.value);
  const { ttl, keyPolicy, returnValue, returnMetadataFields } = item.options ?? {};
  if (ttl) expiry(ttl, 0);
  if (keyPolicy !== undefined && keyPolicy !== 'OVERRIDE' && keyPolicy !== 'FAIL_IF_EXISTS')
    throw badRequest('INVALID_OPTIONS', `Unknown key policy ${keyPolicy}.`);
  if (returnValue !== undefined && keyPolicy === 'FAIL_IF_EXISTS')
    throw badRequest('INVALID_OPTIONS', 'returnValue needs the key policy OVERRIDE.');
  if (returnMetadataFields && returnValue === undefined)
    throw badRequest('INVALID_OPTIONS', 'returnMetadataFields needs returnValue.');
}

/** Stores a checked item. Answers what `returnValue` asks for. @throws Refusal for a key that shall not exist but does. */
export function store(space: Space, item: SetItem, now: number): object | undefined {
  const key = String(item.key);
  const { ttl, keyPolicy, returnValue, returnMetadataFields } = item.options ?? {};
  const previous = space.get(key, now);
  if (keyPolicy === 'FAIL_IF_EXISTS' && previous)
    throw new Refusal(409, 'KEY_CONFLICT', 'The provided key already exists.');
  const record: StoredRecord = {
    key,
    value: item.value,
    createdAt: previous?.createdAt ?? now,
    updatedAt: now,
    ...(ttl ? { expireAt: expiry(ttl, now) } : {}),
  };
  space.put(record, now);
  const options: MetadataOptions = { metadataFields: returnMetadataFields ?? [] };
  if (returnValue === 'LATEST') return present(record, options);
  return returnValue === 'PREVIOUS' && previous ? present(previous, options) : undefined;
}

function expiry({ value, unit }: { value: number; unit: string }, now: number): number {
  const span = value * (UNIT_MS[unit] ?? Number.NaN);
  if (!Number.isInteger(value) || !(span > 0) || span > MAX_TTL_MS)
    throw badRequest('INVALID_OPTIONS', 'The time to live must be positive and at most a year.');
  return now + span;
}
