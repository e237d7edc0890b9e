/** What issues can be searched by only since version 2 of their identity: an older version of the app left it out. */
import type { Finding, Lifecycle } from '../../contract/finding';
import type { Identity } from '../../contract/identity';

export type LateAliases = Pick<Identity, 'kev' | 'acceptedUntil'>;

/** What an issue of the finding is to be found by; empty where it says nothing new. */
export function lateAliases(
  { kev, acceptedUntil }: Pick<Finding, 'kev' | 'acceptedUntil'>,
  lifecycle: Lifecycle | undefined,
): LateAliases {
  return {
    ...(kev === true && { kev: 'true' }),
    ...(lifecycle === 'accepted' && acceptedUntil !== undefined && { acceptedUntil }),
  };
}

/** The identity with them; undefined where it says them already. */
export function withLateAliases(identity: Identity, aliases: LateAliases): Identity | undefined {
  const { kev, acceptedUntil } = identity;
  const isSaid =
    (aliases.kev === undefined || aliases.kev === kev) &&
    (aliases.acceptedUntil === undefined || aliases.acceptedUntil === acceptedUntil);
  return isSaid ? undefined : { ...identity, ...aliases, v: 2 };
}
