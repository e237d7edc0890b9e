/** Differences between two versions of settings, value by value, and putting them onto another version. */

/** One changed value. References, lists and plain values are compared as a whole. */
export interface Change {
  readonly keys: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

type Plain = Readonly<Record<string, unknown>>;

/** All values that differ; undefined and absent are the same. */
export function changesBetween(before: unknown, after: unknown, keys: readonly string[] = []): Change[] {
  if (!isBranch(before) || !isBranch(after)) {
    return sameValue(before, after) ? [] : [{ keys, before, after }];
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => changesBetween(before[name], after[name], [...keys, name]));
}

/** The base with the changes put onto it; an `after` of undefined removes the value. */
export function withChanges<T>(base: T, changes: readonly Change[]): T {
  return changes.reduce<unknown>((value, { keys, after }) => put(value, keys, after), base) as T;
}

/** Whether two changes touch the same value, or one the inside of the other. */
export function overlap(a: Change, b: Change): boolean {
  const length = Math.min(a.keys.length, b.keys.length);
  return a.keys.slice(0, length).join('\n') === b.keys.slice(0, length).join('\n');
}

/** Whether two values are the same as JSON, whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  return stable(a) === stable(b);
}

function put(value: unknown, keys: readonly string[], after: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return after;
  const before: Plain = isPlain(value) ? value : {};
  const inner = put(before[key], rest, after);
  const others = Object.fromEntries(Object.entries(before).filter(([name]) => name !== key));
  return inner === undefined ? others : { ...before, [key]: inner };
}

function stable(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** An object with parts of its own; a reference (`{id, name}`) is one value. */
function isBranch(value: unknown): value is Plain {
  return isPlain(value) && !isRef(value);
}

function isRef(value: Plain): boolean {
  const keys = Object.keys(value);
  return (
    keys.length > 0 && keys.every((key) => (key === 'id' || key === 'name') && typeof value[key] === 'string')
  );
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
