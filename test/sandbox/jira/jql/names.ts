import type { World } from '../world';
import { same } from './searchable';

/** The ids of the things that one of whose names is the text, in any case. */
export function named<T extends { id: string }>(
  all: Iterable<T>,
  text: string,
  names: (item: T) => readonly string[],
): string[] {
  return [...all].filter((item) => same(text, ...names(item))).map((item) => item.id);
}

/** The accounts that an account id, a display name or an address stands for. */
export function users(world: World, text: string): string[] {
  return [...world.state.users.values()]
    .filter((user) => same(text, user.accountId, user.displayName, user.email))
    .map((user) => user.accountId);
}

/** A list of one id, or of none. */
export function idList(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}
