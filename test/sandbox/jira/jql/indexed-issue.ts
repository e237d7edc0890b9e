import type { Json } from '../json';
import { isObject } from '../json';
import type { IssueRecord } from '../state/model';

/** What search knows of an issue: a copy that may be older than the issue itself. */
export type IndexedIssue = Omit<IssueRecord, 'comments' | 'history'>;

/** Copies what search needs; values are replaced on write and never changed in place. */
export function indexedCopy(issue: IssueRecord): IndexedIssue {
  const { comments: _comments, history: _history, ...rest } = issue;
  return { ...rest, values: { ...rest.values }, properties: { ...rest.properties } };
}

/** The scalar values under a dotted path of a property; the elements when the path names an array. */
export function valuesAt(property: Json | undefined, path: string): (string | number | boolean)[] {
  let value = property;
  for (const step of path.split('.')) value = isObject(value) ? value[step] : undefined;
  return scalars(value);
}

function scalars(value: Json | undefined): (string | number | boolean)[] {
  if (Array.isArray(value)) return value.flatMap((item) => scalars(item));
  return value === undefined || value === null || typeof value === 'object' ? [] : [value];
}
