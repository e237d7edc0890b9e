import type { NewSecret } from '#contract/api';
import type { Method } from '#contract/connection';

/** What a portal needs to call, by method. */
export type NewCredentials =
  | { readonly method: 'signature'; readonly secret: string }
  | { readonly method: 'basic'; readonly username: string; readonly password: string }
  | { readonly method: 'oauth'; readonly clientId: string; readonly clientSecret: string };

/** Names what the backend handed out. The client id of a connection that uses OAuth is its key. */
export function credentialsOf(
  method: Method,
  made: { readonly connection: string } & NewSecret,
): NewCredentials {
  if ('username' in made) return { method: 'basic', username: made.username, password: made.password };
  if (method === 'oauth') return { method, clientId: made.connection, clientSecret: made.secret };
  return { method: 'signature', secret: made.secret };
}
