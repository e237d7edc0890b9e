import type { RefPath } from '../../../src/core/settings/references';

/** What lies at a path of settings. */
export const valueAt = (value: unknown, path: RefPath): unknown =>
  path.reduce<unknown>((holder, key) => (holder as Record<string | number, unknown>)[key], value);
