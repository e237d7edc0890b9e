/** The client credentials grant (RFC 6749, section 4.4): client id and secret against a token for an hour. */
import { TokenAnswer, tokenPath, type TokenProblem, tokenSeconds } from '../../../contract/portal-api';
import { issueToken } from '../../../core/portal/access-token';
import { sameText } from '../../../core/portal/signature';
import type { PortalAnswer } from '../answer';
import { findConnection, type Known } from '../authenticate';
import { basicPair } from '../authorization';
import { TokenBody } from '../openapi/bodies';
import { tokenExample } from '../openapi/examples';
import { noteCall, noteError } from '../pulse';
import type { OpenCall, Route } from '../route';

/** For connections that sign in with OAuth. */
export const token: Route = {
  open: true,
  method: 'POST',
  path: tokenPath,
  summary: 'Get an access token',
  description:
    'For connections that use OAuth: the client id is the key of the connection. Client id and secret stand in the form or in a Basic header. Refusals have the form of RFC 6749.',
  request: {
    description: 'A form, as OAuth 2.0 wants it.',
    media: 'application/x-www-form-urlencoded',
    schema: TokenBody,
    example: { grant_type: 'client_credentials', client_id: '0a1b2c3d4e5f6071', client_secret: '…' },
  },
  answers: {
    200: {
      description: 'A token for `Authorization: Bearer`.',
      schema: TokenAnswer,
      example: tokenExample,
    },
  },
  act: grant,
};

async function grant({ ports, request }: OpenCall): Promise<PortalAnswer> {
  const read = readForm(request.body, request.header('authorization'));
  if ('refusal' in read) return read.refusal;
  const known = await findConnection(ports, request.connection);
  const secret = rightSecret(known, read.id, read.secret);
  if (!known || secret === undefined || !known.connection.enabled) {
    if (known) await noteError(ports, known, 401, whyNot(known));
    return invalidClient();
  }
  await noteCall(ports, known);
  const expiresAt = ports.now() + tokenSeconds * 1000;
  const access = issueToken(secret, { connection: known.connection.key, expiresAt });
  return answer(200, { access_token: access, token_type: 'Bearer', expires_in: tokenSeconds });
}

/** The stored secret that was given, compared in constant time. */
function rightSecret(known: Known | undefined, id: string, given: string): string | undefined {
  const matches = (known?.secrets ?? []).filter((secret) => sameText(given, secret));
  const rightId = sameText(id, known?.connection.key ?? '');
  return known?.connection.method === 'oauth' && rightId ? matches[0] : undefined;
}

function whyNot({ connection }: Known): string {
  if (!connection.enabled) return 'The connection is switched off.';
  return connection.method === 'oauth'
    ? 'Client id or client secret is wrong.'
    : 'A token was asked for, but this connection does not use OAuth.';
}

type Form = { readonly id: string; readonly secret: string } | { readonly refusal: PortalAnswer };

/** Client id and secret from the form or the header, not from both. */
function readForm(body: string, authorization: string | undefined): Form {
  const form = new URLSearchParams(body);
  const repeated = firstRepeated(form.keys());
  if (repeated !== undefined) return invalidRequest(`Give ${repeated.slice(0, 40)} once.`);
  const grantType = form.get('grant_type');
  if (grantType === null) return invalidRequest('Give grant_type=client_credentials.');
  if (grantType !== 'client_credentials')
    return { refusal: refuse('unsupported_grant_type', 'Only client_credentials is taken.') };
  const id = form.get('client_id');
  const secret = form.get('client_secret');
  if (authorization === undefined)
    return id === null || secret === null ? { refusal: invalidClient() } : { id, secret };
  const pair = basicPair(authorization);
  if (!pair) return { refusal: invalidClient() };
  if (secret !== null)
    return invalidRequest('Give the client secret in the form or in the header, not both.');
  const user = formDecoded(pair.user);
  if (id !== null && id !== user) return invalidRequest('client_id differs from the user of the header.');
  return { id: user, secret: formDecoded(pair.password) };
}

function firstRepeated(names: Iterable<string>): string | undefined {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}

/** In the header both parts are form-encoded first (RFC 6749, section 2.3.1). */
function formDecoded(text: string): string {
  return new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? '';
}

function invalidRequest(description: string): Form {
  return { refusal: refuse('invalid_request', description) };
}

/** Unknown, switched off and wrong look the same outside. */
function invalidClient(): PortalAnswer {
  const description = 'Client id or client secret is missing or wrong, or the connection is switched off.';
  return answer(
    401,
    { error: 'invalid_client', error_description: description },
    {
      'WWW-Authenticate': 'Basic realm="Security Findings"',
    },
  );
}

function refuse(error: TokenProblem['error'], description: string): PortalAnswer {
  return answer(400, { error, error_description: description });
}

function answer(status: number, body: object, headers: Record<string, string> = {}): PortalAnswer {
  return { status, body, headers: { 'Content-Type': 'application/json', Pragma: 'no-cache', ...headers } };
}
