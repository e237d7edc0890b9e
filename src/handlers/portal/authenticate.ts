/** Who calls? No stored credentials means no entry; unknown, switched off and wrong all look the same outside. */
import { type Connection, ConnectionKey, type Credentials } from '../../contract/connection';
import { isTokenOf } from '../../core/portal/access-token';
import { isRecent, isSignedBy, sameText } from '../../core/portal/signature';
import type { KnownConnection, Ports } from '../../flows/ports';
import { basicPair, credentialsOf } from './authorization';
import type { PortalRequest } from './request';

export type Caller =
  | { readonly ok: true; readonly known: KnownConnection }
  | { readonly ok: false; readonly known?: KnownConnection; readonly why: string };

/** A connection as it is stored, with the secrets that are good now. */
export interface Known extends KnownConnection {
  readonly username: string;
  readonly secrets: readonly string[];
}

const nobody = ['whsec_bm90IGEgc2VjcmV0IG9mIGFueWJvZHk='];

/** Checks the credentials of a call in constant time. `why` is for the admin, never for the caller. */
export async function authenticate(ports: Ports, request: PortalRequest): Promise<Caller> {
  const known = await findConnection(ports, request.connection);
  const method = known?.connection.method ?? 'signature';
  const why = wrong(method, request, known?.secrets ?? nobody, known?.username ?? '', ports.now());
  if (!known) return { ok: false, why: 'unknown' };
  if (!known.connection.enabled) return { ok: false, known, why: 'The connection is switched off.' };
  return why === undefined ? { ok: true, known } : { ok: false, known, why };
}

/** The connection and its good secrets; undefined when it does not exist or has no credentials. */
export async function findConnection(ports: Ports, key: string): Promise<Known | undefined> {
  const known = ConnectionKey.safeParse(key).success ? await ports.connections.look(key) : undefined;
  const credentials = known ? await ports.connections.credentials(key) : undefined;
  if (!known || !credentials) return undefined;
  return {
    ...known,
    username: credentials.username ?? '',
    secrets: validSecrets(credentials, ports.now()),
  };
}

/** The current secret, and the previous one for as long as a rotation lets it overlap. */
function validSecrets({ secret, previous, previousUntil }: Credentials, now: number): string[] {
  return previous !== undefined && (previousUntil ?? 0) > now ? [secret, previous] : [secret];
}

function wrong(
  method: Connection['method'],
  request: PortalRequest,
  secrets: readonly string[],
  username: string,
  now: number,
): string | undefined {
  switch (method) {
    case 'signature':
      return wrongSignature(request, secrets, now);
    case 'basic':
      return wrongBasic(request, secrets, username);
    case 'oauth':
      return wrongToken(request, secrets, now);
  }
}

function wrongSignature(request: PortalRequest, secrets: readonly string[], now: number): string | undefined {
  const id = request.header('webhook-id') ?? '';
  const timestamp = request.header('webhook-timestamp') ?? '';
  const signatures = request.header('webhook-signature') ?? '';
  if (signatures === '') return 'The call was not signed.';
  if (id === '') return 'The call has no webhook-id.';
  // What the headers alone rule out costs no look at the body.
  if (!isRecent(timestamp, now)) return 'The timestamp is more than five minutes off.';
  const signed = signedContents(request).map((content) =>
    isSignedBy(secrets, { id, timestamp, content }, signatures),
  );
  return signed.includes(true) ? undefined : 'The signature is wrong.';
}

/** A trailing slash never matters: a GET may sign its path with the slash that it sends, or without. */
function signedContents({ method, path, pathAsSent, body }: PortalRequest): string[] {
  return method === 'GET' ? [`GET ${path}`, `GET ${pathAsSent}`] : [body];
}

function wrongBasic(
  request: PortalRequest,
  secrets: readonly string[],
  username: string,
): string | undefined {
  const given = basicPair(request.header('authorization'));
  const pair = given && `${given.user}:${given.password}`;
  const right = secrets.map((secret) => sameText(pair ?? '', `${username}:${secret}`)).includes(true);
  return pair !== undefined && right ? undefined : 'User name or password is wrong.';
}

function wrongToken(request: PortalRequest, secrets: readonly string[], now: number): string | undefined {
  const token = credentialsOf(request.header('authorization'), 'bearer');
  if (token === undefined) return 'The call carries no access token.';
  return isTokenOf(token, request.connection, secrets, now)
    ? undefined
    : 'The access token is wrong or has expired.';
}
