import type { JiraAnswer, JiraCaller, JiraRequest } from '../../types';
import type { Json } from '../json';
import { findIssue } from '../state/lookup';
import { runDueTasks } from '../tasks/run-task';
import type { Actor, World } from '../world';
import type { LimitedCall } from '../limits/limited-call';
import { invalidPayload, JiraError, json, Refusal } from './jira-error';
import { queryOf } from './query';
import type { Call, Cost, Scopes } from './route';
import type { Match } from './router';

type Found = Extract<Match, { kind: 'route' }>;

/** An answer and what it cost. */
export interface Answered {
  readonly answer: JiraAnswer;
  readonly cost: Cost;
}

/** Answers one call: route, scopes, limits, body, and then the endpoint itself. */
export function answerCall(
  world: World,
  find: (method: string, path: string) => Match,
  request: JiraRequest,
  caller: JiraCaller,
): Answered {
  const cost: Cost = { created: 0, points: 1 };
  runDueTasks(world);
  const url = new URL(request.path, world.options.baseUrl);
  const actor = actorOf(world, caller);
  const match = find(request.method.toUpperCase(), url.pathname);
  if (match.kind !== 'route') return { answer: noRoute(match, url), cost };
  if (!actor)
    return {
      answer: json(401, {
        message: 'Client must be authenticated to access this resource.',
        'status-code': 401,
      }),
      cost,
    };
  if (!covers(caller, match.route.scopes))
    return { answer: json(401, { code: 401, message: 'Unauthorized; scope does not match' }), cost };
  const limited = limitedCall(world, match, caller);
  const early = world.limiter.refuse(limited);
  if (early) return { answer: early, cost };
  const answer = run(world, match, request, url, actor, cost);
  const headers = world.limiter.charge(limited, cost.points);
  return { answer: { ...answer, headers: { ...answer.headers, ...headers } }, cost };
}

function actorOf(world: World, caller: JiraCaller): Actor | undefined {
  const accountId = caller.kind === 'app' ? world.appAccountId : caller.accountId;
  return world.state.users.get(accountId)?.active ? { accountId, caller } : undefined;
}

function covers(caller: JiraCaller, scopes: Scopes): boolean {
  if (caller.kind === 'user' || scopes.length === 0) return true;
  return scopes.some((set) => set.every((scope) => caller.scopes.has(scope)));
}

function noRoute(match: Match, url: URL): JiraAnswer {
  if (match.kind === 'wrong method')
    return json(405, { message: 'HTTP 405 Method Not Allowed', 'status-code': 405 });
  return json(404, { message: `null for uri: ${url.href}`, 'status-code': 404 });
}

function limitedCall(world: World, { route, params }: Found, caller: JiraCaller): LimitedCall {
  const issue =
    params['issueIdOrKey'] === undefined ? undefined : findIssue(world.state, params['issueIdOrKey']);
  const base = { method: route.method, endpoint: route.path, counted: caller.kind === 'app' };
  return issue ? { ...base, issueId: issue.id } : base;
}

function run(
  world: World,
  { route, params }: Found,
  request: JiraRequest,
  url: URL,
  actor: Actor,
  cost: Cost,
): JiraAnswer {
  try {
    const body = parseBody(request);
    const call: Call = {
      world,
      actor,
      params,
      query: queryOf(url.searchParams),
      body,
      headers: request.headers,
      cost,
    };
    return route.handle(call);
  } catch (error) {
    if (error instanceof Refusal) return json(error.status, error.body);
    throw error;
  }
}

function parseBody({ body, headers }: JiraRequest): Json | undefined {
  if (body === undefined || body === '') return undefined;
  const type = headers['content-type'] ?? '';
  if (!/^application\/json\b/i.test(type)) throw new JiraError(415, ['Unsupported Media Type']);
  try {
    return JSON.parse(body) as Json;
  } catch {
    throw invalidPayload();
  }
}
