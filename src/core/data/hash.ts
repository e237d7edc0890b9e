/** Hashing: keys of records and "has this changed?" marks. */
import { hash } from 'node:crypto';

/** Hex, 64 characters. */
export function sha256(text: string): string {
  // In one go: thousands of short texts a report cost half as much as with a hash object for each.
  return hash('sha256', text);
}

/** A mark of ten characters for "is this what was last sent?"; equal values, whatever their key order, mark equal. */
export function mark(value: unknown): string {
  return sha256(canonical(value)).slice(0, 10);
}

/** JSON with sorted keys and without undefined values. */
export function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, inner: unknown) =>
    isPlainObject(inner) ? sorted(inner) : inner,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
