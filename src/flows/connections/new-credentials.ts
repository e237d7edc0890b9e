/** Fresh secrets, and how they are shown: once. */
import type { NewSecret } from '../../contract/api';
import type { Credentials, Method } from '../../contract/connection';
import { secretPrefix } from '../../core/portal/signature';

/** 32 random bytes in base64; random enough for an HMAC key and for a password. */
export type NewRandom = () => string;

/** What a portal needs to sign in by this method. */
export function newCredentials(key: string, method: Method, random: NewRandom): Credentials {
  const secret = random();
  switch (method) {
    case 'signature':
      return { secret: `${secretPrefix}${secret}` };
    case 'basic':
      return { username: key, secret: urlSafe(secret) };
    case 'oauth':
      return { secret: urlSafe(secret) };
  }
}

/** A password that needs no quoting in a shell or a URL. */
function urlSafe(secret: string): string {
  return secret.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The part that the admin is shown. */
export function shown(method: Method, { secret, username }: Credentials): NewSecret {
  return method === 'basic' ? { username: username ?? '', password: secret } : { secret };
}
