import type { AttributeType, EntityDefinition, IndexDefinition } from '../manifest';
import { badRequest } from './refusal';

export const MAX_OPERATIONS = 25;
export const MAX_PAYLOAD = 4 * 1024 * 1024;
const MAX_KEY = 500;
const MAX_VALUE = 240 * 1024;
const MAX_DEPTH = 31;
const MAX_RANGE_BYTES = 900;
const MAX_PARTITION_BYTES = 1_700;
const INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };
const FLOAT = { min: 1e-130, max: 9.999999999999999e125 };
const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

/** @throws Refusal when storage does not take the key. */
export function checkKey(key: unknown): asserts key is string {
  if (typeof key !== 'string' || key.length < 1)
    throw badRequest('KEY_TOO_SHORT', 'The provided key needs to be more than one character.');
  if (key.length > MAX_KEY)
    throw badRequest('KEY_TOO_LONG', 'The provided key has exceeded the maximum 500 characters.');
  if (!KEY.test(key)) throw badRequest('INVALID_KEY', 'The provided key does not match the regex');
}

/** @throws Refusal when storage does not take the value. Answers its size in bytes. */
export function checkValue(value: unknown): number {
  if (value === undefined || value === null) throw badRequest('INVALID_VALUE', 'A value is required.');
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > MAX_VALUE)
    throw badRequest('MAX_SIZE', 'The provided value has exceeded the maximum size limit.');
  if (depthOf(value) > MAX_DEPTH)
    throw badRequest('MAX_DEPTH', 'The provided value has exceeded the maximum object depth limit.');
  return bytes;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const part of Object.values(value)) deepest = Math.max(deepest, depthOf(part));
  return deepest + 1;
}

/** @throws Refusal when the value is not a record of this entity: every attribute declared, every type kept. */
export function checkEntityValue(
  entity: EntityDefinition,
  value: unknown,
): asserts value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('INVALID_ENTITY_VALUE', `A record of ${entity.name} must be an object.`);
  }
  for (const [name, part] of Object.entries(value)) {
    const type = entity.attributes[name]?.type;
    if (!type) throw badRequest('INVALID_ENTITY_VALUE', `${entity.name} has no attribute ${name}.`);
    if (!fits(type, part))
      throw badRequest('INVALID_ENTITY_VALUE', `${entity.name}.${name} is not of type ${type}.`);
  }
  for (const index of indexesOf(entity)) checkIndexSize(index, value as Record<string, unknown>);
}

function fits(type: AttributeType, value: unknown): boolean {
  switch (type) {
    case 'any':
      return value !== null;
    case 'string':
      return typeof value === 'string' && value.trim() !== '';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) && Number(value) >= INT32.min && Number(value) <= INT32.max;
    case 'float':
      return (
        typeof value === 'number' &&
        (value === 0 || (Math.abs(value) >= FLOAT.min && Math.abs(value) <= FLOAT.max))
      );
  }
}

/** The indexes of an entity, simple ones written out. */
export function indexesOf(entity: EntityDefinition): readonly IndexDefinition[] {
  return (entity.indexes ?? []).map((index) =>
    typeof index === 'string' ? { name: index, range: [index] } : index,
  );
}

function checkIndexSize(index: IndexDefinition, value: Readonly<Record<string, unknown>>): void {
  const size = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + Buffer.byteLength(JSON.stringify(value[name] ?? '')), 0);
  if (size(index.range) > MAX_RANGE_BYTES || size(index.partition ?? []) > MAX_PARTITION_BYTES) {
    throw badRequest('INVALID_ENTITY_VALUE', `The values of the index ${index.name} are too long.`);
  }
}
