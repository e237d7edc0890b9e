/** Who calls? No stored credentials means no entry; unknown, switched off and wrong all look the same outside. */
import type { Connection, Credentials } from '../../contract/connection';
import { isRecent, isSignedBy, sameText } from '../../core/signature';
import type { Ports } from '../../flows/ports';
import type { PortalRequest } from './request';

export type Caller =
  | { readonly ok: true; readonly connection: Connection }
  | { readonly ok: false; readonly connection?: Connection; readonly why: string };

const nobody: Credentials = { secret: 'whsec_bm90IGEgc2VjcmV0IG9mIGFueWJvZHk=' };

/** Checks the credentials of a call in constant time. `why` is for the admin, never for the caller. */
export async function authenticate(ports: Ports, request: PortalRequest): Promise<Caller> {
  const connection = /^[a-z0-9]{8,32}$/.test(request.connection)
    ? await ports.connections.get(request.connection)
    : undefined;
  const credentials = connection ? await ports.connections.credentials(connection.key) : undefined;
  const secrets = validSecrets(credentials ?? nobody, ports.now());
  const why = wrong(
    connection?.method ?? 'signature',
    request,
    secrets,
    credentials?.username ?? '',
    ports.now(),
  );
  if (!connection || !credentials) return { ok: false, why: 'unknown' };
  if (!connection.enabled) return { ok: false, connection, why: 'The connection is switched off.' };
  return why === undefined ? { ok: true, connection } : { ok: false, connection, why };
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
      return 'OAuth calls are not taken yet.';
  }
}

function wrongSignature(request: PortalRequest, secrets: readonly string[], now: number): string | undefined {
  const id = request.header('webhook-id') ?? '';
  const timestamp = request.header('webhook-timestamp') ?? '';
  const signatures = request.header('webhook-signature') ?? '';
  const content = request.method === 'GET' ? `GET ${request.path}` : request.body;
  if (!isSignedBy(secrets, { id, timestamp, content }, signatures))
    return signatures === '' ? 'The call was not signed.' : 'The signature is wrong.';
  if (id === '') return 'The call has no webhook-id.';
  return isRecent(timestamp, now) ? undefined : 'The timestamp is more than five minutes off.';
}

function wrongBasic(
  request: PortalRequest,
  secrets: readonly string[],
  username: string,
): string | undefined {
  const [scheme = '', encoded = ''] = (request.header('authorization') ?? '').split(' ');
  const given = Buffer.from(encoded, 'base64').toString('utf8');
  const right = secrets.map((secret) => sameText(given, `${username}:${secret}`)).includes(true);
  return scheme.toLowerCase() === 'basic' && right ? undefined : 'User name or password is wrong.';
}
