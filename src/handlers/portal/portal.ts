/** The door of the portal: size and headers, credentials, route, JSON, body; in this order. */
import type { Connection } from '../../contract/connection';
import type { Ports } from '../../flows/ports';
import { createPorts } from '../wire';
import { type PortalAnswer, problem, toResponse, type WebTriggerResponse } from './answer';
import { authenticate } from './authenticate';
import { once } from './once';
import { noteCall, noteError } from './pulse';
import { refuseEarly } from './refuse-early';
import { type PortalRequest, toPortalRequest, WebTriggerRequest } from './request';
import { type Found, findRoute } from './routes';

/** The web trigger `portal`. It always answers; what fails inside is a 503 that asks for another try. */
export async function portal(event: unknown): Promise<WebTriggerResponse> {
  try {
    return toResponse(await answer(createPorts(), toPortalRequest(WebTriggerRequest.parse(event))));
  } catch (error) {
    console.error(`A portal call failed: ${error instanceof Error ? error.name : 'unknown error'}`);
    const detail = 'The call could not be carried out just now and nothing was accepted; send it again.';
    return toResponse(problem(503, detail, { headers: { 'Retry-After': '30' } }));
  }
}

async function answer(ports: Ports, request: PortalRequest): Promise<PortalAnswer> {
  const early = refuseEarly(request);
  if (early) return early;
  const caller = await authenticate(ports, request);
  if (!caller.ok) {
    if (caller.connection) await noteError(ports, caller.connection, 401, caller.why);
    const headers = { 'WWW-Authenticate': 'Basic realm="Security Findings", Signature' };
    return problem(401, 'The credentials are missing or wrong, or the connection is switched off.', {
      headers,
    });
  }
  await noteCall(ports, caller.connection);
  const done = await carryOut(ports, caller.connection, request);
  if (done.status >= 400) await noteError(ports, caller.connection, done.status, detailOf(done));
  return done;
}

async function carryOut(ports: Ports, connection: Connection, request: PortalRequest): Promise<PortalAnswer> {
  const found = findRoute(request);
  if ('answer' in found) return found.answer;
  const act = () => parseAndAct(ports, connection, request, found);
  return connection.method === 'signature' && request.method === 'POST'
    ? once(ports, connection.key, request, act)
    : act();
}

function parseAndAct(
  ports: Ports,
  connection: Connection,
  request: PortalRequest,
  found: Exclude<Found, { answer: PortalAnswer }>,
): Promise<PortalAnswer> {
  const parsed = request.method === 'POST' ? parseJson(request.body) : { json: undefined };
  if (!parsed) return Promise.resolve(problem(400, 'The body is no JSON; send one JSON document in UTF-8.'));
  return found.act({ ports, connection, request, params: found.params, json: parsed.json });
}

/** A byte order mark, which some tools write, is no part of the document. */
function parseJson(body: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(body.replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
}

function detailOf({ body }: PortalAnswer): string {
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : undefined;
  return typeof detail === 'string' ? detail : 'The call was refused.';
}
