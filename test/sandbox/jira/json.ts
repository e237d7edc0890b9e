/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object; `undefined` members are left out when it is written. */
export interface JsonObject {
  [key: string]: Json | undefined;
}

/** True for a JSON object, false for arrays and scalars. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object, otherwise an empty one. */
export function objectOr(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The value if it is a string, otherwise undefined. */
export function stringOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A scalar as text; objects, arrays and nothing are empty. */
export function textOf(value: Json | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

/** The strings of an array; undefined when it is no array of strings. */
export function stringsOf(value: Json | undefined): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const strings = value.filter((item): item is string => typeof item === 'string');
  return strings.length === value.length ? strings : undefined;
}

/** An id given as a string or a number, as a string. */
export function idOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return stringOf(value);
}

/** A deep copy of a JSON value, so that a caller cannot change what is stored. */
export function copyOf<T extends Json>(value: T): T {
  return structuredClone(value);
}
