import { ownValue } from '../data/own-value';
import type { SettingsChange } from '../../contract/api';
import { canonical } from '../data/hash';

/** What differs between two documents, value by value; lists and references count as one value. */
export function diffValues(before: unknown, after: unknown, path = ''): SettingsChange[] {
  if (isSame(before, after)) return [];
  if (!isGroup(before) || !isGroup(after))
    return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) =>
    diffValues(ownValue(before, key), ownValue(after, key), path === '' ? key : `${path}.${key}`),
  );
}

/** Null is a value: a product that sets nobody as assignee differs from one that inherits the default. */
function isSame(before: unknown, after: unknown): boolean {
  return (before === undefined) === (after === undefined) && canonical(before) === canonical(after);
}

/** An object that is no reference to something in Jira. */
function isGroup(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('id' in value) &&
    !('name' in value)
  );
}
