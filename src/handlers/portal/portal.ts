/** The door of the portal: size and headers, credentials, route, JSON, body; in this order. */
import type { Connection } from '../../contract/connection';
import { failureLine } from '../../core/data/failure-line';
import { parseJson } from '../../core/data/parse-json';
import type { Ports } from '../../flows/ports';
import { withPorts } from '../wire';
import { detailOf, noJson, type PortalAnswer, problem, toResponse, type WebTriggerResponse } from './answer';
import { authenticate } from './authenticate';
import { bind, once } from './once';
import { noteCall, noteError } from './pulse';
import { refuseEarly } from './refuse-early';
import { type PortalRequest, toPortalRequest, WebTriggerRequest } from './request';
import { findRoute, type Route } from './route';
import { routes } from './routes';

/** The web trigger `portal`. It always answers; what fails inside is a 503 that asks for another try. */
export async function portal(event: unknown): Promise<WebTriggerResponse> {
  try {
    const request = toPortalRequest(WebTriggerRequest.parse(event));
    return toResponse(await withPorts('urgent', (ports) => answer(ports, request)));
  } catch (error) {
    console.error(failureLine('portal', error));
    const detail = 'The call could not be carried out just now and nothing was accepted; send it again.';
    return toResponse(problem(503, detail, { headers: { 'Retry-After': '30' } }));
  }
}

const openRoutes = routes.filter((route) => route.open);

async function answer(ports: Ports, request: PortalRequest): Promise<PortalAnswer> {
  const early = refuseEarly(request);
  if (early) return early;
  return (await answerOpen(ports, request)) ?? (await answerPortal(ports, request));
}

/** Calls that need no credentials; undefined when this is none. */
async function answerOpen(ports: Ports, request: PortalRequest): Promise<PortalAnswer | undefined> {
  const found = findRoute(openRoutes, request);
  if ('answer' in found) return found.answer.status === 405 ? found.answer : undefined;
  return found.route.open ? found.route.act({ ports, request }) : undefined;
}

async function answerPortal(ports: Ports, request: PortalRequest): Promise<PortalAnswer> {
  const caller = await authenticate(ports, request);
  if (!caller.ok) {
    if (caller.known) await noteError(ports, caller.known, 401, caller.why);
    const headers = { 'WWW-Authenticate': 'Basic realm="Security Findings", Bearer, Signature' };
    return problem(401, 'The credentials are missing or wrong, or the connection is switched off.', {
      headers,
    });
  }
  const known = await noteCall(ports, caller.known);
  const done = await carryOut(ports, known.connection, request);
  if (done.status >= 400) await noteError(ports, known, done.status, detailOf(done));
  return done;
}

/** A signature does not cover the path, so a signed id is bound to its call even where that is refused at once. */
async function carryOut(ports: Ports, connection: Connection, request: PortalRequest): Promise<PortalAnswer> {
  const read = readCall(request);
  const isSigned = connection.method === 'signature';
  if ('answer' in read) {
    if (isSigned) await bind(ports, connection.key, request);
    return read.answer;
  }
  const act = () => read.route.act({ ports, connection, request, params: read.params, json: read.json });
  return isSigned ? once(ports, connection.key, request, act) : act();
}

type ReadCall =
  | { readonly answer: PortalAnswer }
  | { readonly route: Route; readonly params: Record<string, string>; readonly json: unknown };

function readCall(request: PortalRequest): ReadCall {
  const found = findRoute(routes, request);
  if ('answer' in found || request.method !== 'POST') return { json: undefined, ...found };
  if (found.route.readsText === true) return { json: undefined, ...found };
  const parsed = parseJson(request.body);
  return parsed ? { ...found, ...parsed } : { answer: noJson(request.body) };
}
