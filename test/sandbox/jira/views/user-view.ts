import type { JsonObject } from '../json';
import type { UserRecord } from '../state/model';
import type { World } from '../world';
import { selfOf } from './choice-views';

/** A user as issues, comments and lists show it. */
export function userView(world: World, user: UserRecord): JsonObject {
  return {
    self: selfOf(world, `user?accountId=${encodeURIComponent(user.accountId)}`),
    accountId: user.accountId,
    ...(user.emailVisible ? { emailAddress: user.email } : {}),
    avatarUrls: avatarsOf(world, `useravatar?ownerId=${encodeURIComponent(user.accountId)}`),
    displayName: user.displayName,
    active: user.active,
    timeZone: 'Etc/GMT',
    accountType: user.accountType,
  };
}

/** The user with this id as a view, or null when there is none. */
export function userViewOf(world: World, accountId: string | null): JsonObject | null {
  const user = accountId === null ? undefined : world.state.users.get(accountId);
  return user ? userView(world, user) : null;
}

/** The four avatar sizes of a user, project or issue type. */
export function avatarsOf(world: World, path: string): JsonObject {
  const base = `${world.options.baseUrl}/secure/${path}&size=`;
  return {
    '48x48': `${base}large`,
    '24x24': `${base}small`,
    '16x16': `${base}xsmall`,
    '32x32': `${base}medium`,
  };
}
