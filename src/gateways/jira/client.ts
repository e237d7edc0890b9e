/** One call to Jira as the app, its outcome as data. The only place that knows how Jira says no. */
import { asApp, type Route } from '@forge/api';
import { z } from 'zod';
import { endpointOf, writtenIssue } from '../../core/jira/endpoint';
import type { JiraFailure, JiraResult, Limited, Unknown } from '../../core/jira/failure';
import { afterAnswer, afterRefusal, type Refusal } from '../../core/jira/pace';
import { pointsAtMost, pointsOf } from '../../core/jira/points';
import { readQuota } from '../../core/jira/quota-report';
import type { JiraUse } from '../../flows/ports';
import { createGate, type Errand, type Limits, type Patience } from './gate';

export interface JiraClient {
  call(method: string, route: Route, body?: unknown): Promise<JiraResult<unknown>>;
  /** What was used of Jira so far. */
  readonly use: () => JiraUse;
}

const conflictSeconds = 5;
const quotaSeconds = 300;
/** A call that was refused for the rate was not carried out: so often it is sent again when its wait is over. */
const mostTries = 8;

/** A client for one invocation. While a limit stands, calls are not even sent: each would only prolong it. */
export function createJiraClient(limits: Limits, patience: Patience): JiraClient {
  const gate = createGate(limits, patience);
  let calls = 0;
  let points = 0;
  /** Sends it and counts what it did cost, where that is not what it was let out for. */
  async function attempt(
    method: string,
    route: Route,
    body: unknown,
    expected: number,
  ): Promise<Answer | Unknown> {
    const call = { method, path: route.value, sent: body };
    calls += 1;
    try {
      const answer = await send(method, route, body);
      // A call that is refused for its rate costs nothing.
      const cost = answer.status === 429 ? 0 : pointsOf({ ...call, answer: answer.body });
      points += cost;
      limits.spend(cost - expected, readQuota(answer.header));
      return answer;
    } catch (error) {
      points += expected;
      return { kind: 'unknown', detail: error instanceof Error ? error.name : 'no answer' };
    }
  }

  /** Slows down what the refusal is about: one issue, one endpoint, or everything. */
  async function heed({ endpoint, issue }: Errand, refusal: Refusal, { header }: Answer): Promise<Limited> {
    const reason = header('ratelimit-reason') ?? 'rate limit';
    const now = patience.now();
    const end = now + (refusal.pause ?? (reason.includes('quota') ? quotaSeconds * 1000 : 0));
    const limited = (until: number): Limited => ({
      kind: 'limited',
      retryAfter: Math.max(1, Math.ceil((until - now) / 1000)),
      reason,
      answered: true,
    });
    if (reason.includes('per-issue') && issue !== undefined) {
      gate.spare(issue, end);
      return limited(end);
    }
    const pace = afterRefusal(limits.paceOf(endpoint), refusal, now);
    limits.learn(endpoint, pace);
    const isForAll = end > now && !reason.includes('burst');
    await limits.tell(isForAll ? { until: end, reason } : undefined);
    return limited(Math.max(end, pace.pausedUntil));
  }

  return {
    use: () => ({ calls, points }),
    async call(method, route, body) {
      const errand = errandOf(method, route.value, body);
      const { endpoint } = errand;
      let refused: Limited | undefined;
      for (let tries = 1; ; tries += 1) {
        const limit = tries > mostTries ? refused : await gate.enter(errand);
        if (limit) return { ok: false, failure: refused ? { ...limit, answered: true } : limit };
        const begunAt = patience.now();
        const answer = await attempt(method, route, body, errand.points);
        gate.leave(errand);
        if ('kind' in answer) return { ok: false, failure: answer };
        if (answer.status !== 429) {
          limits.learn(endpoint, afterAnswer(limits.paceOf(endpoint)));
          return resultOf(answer);
        }
        refused = await heed(errand, { begunAt, ...toldBy(answer) }, answer);
      }
    },
  };
}

function errandOf(method: string, path: string, sent: unknown): Errand {
  const issue = writtenIssue(method, path);
  return {
    endpoint: endpointOf(method, path),
    points: pointsAtMost({ method, path, sent }),
    ...(issue === undefined ? {} : { issue }),
  };
}

/** How long Jira wants no such call, and how many of them it takes a second. */
function toldBy({ header }: Answer): Omit<Refusal, 'begunAt'> {
  const seconds = Number(header('retry-after') ?? Number.NaN);
  const limit = header('ratelimit-reason')?.includes('burst') ? Number(header('x-ratelimit-limit')) : 0;
  return {
    ...(seconds > 0 && Number.isFinite(seconds) ? { pause: Math.ceil(seconds) * 1000 } : {}),
    ...(limit > 0 && Number.isFinite(limit) ? { perSecond: limit } : {}),
  };
}

interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  /** What it says, as far as it can be read. */
  readonly body: unknown;
}

async function send(method: string, route: Route, body: unknown): Promise<Answer> {
  const answer = await asApp().requestJira(route, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    header: (name) => answer.headers.get(name),
    body: answer.ok ? parsed(text) : parsedOrNothing(text),
  };
}

function resultOf({ status, body }: Answer): JiraResult<unknown> {
  if (status >= 200 && status < 300) return { ok: true, value: body };
  return { ok: false, failure: failureOf(status, body) };
}

/** Reads a value of Jira's by the part of its shape that the app relies on; another shape is an unclear answer. */
export function read<T>(result: JiraResult<unknown>, schema: z.ZodType<T>): JiraResult<T> {
  if (!result.ok) return result;
  const parsed = schema.safeParse(result.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    failure: {
      kind: 'unknown',
      detail: `unexpected answer at ${parsed.error.issues[0]?.path.join('.') ?? ''}`,
    },
  };
}

const ErrorBody = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

function failureOf(status: number, body: unknown): JiraFailure {
  if (status === 409)
    return {
      kind: 'limited',
      retryAfter: conflictSeconds,
      reason: 'somebody else changes the issue',
      conflict: true,
      answered: true,
    };
  if (status >= 500) return { kind: 'unknown', status, detail: `Jira answered ${String(status)}` };
  const said = ErrorBody.safeParse(body).data;
  return { kind: 'refused', status, messages: said?.errorMessages ?? [], fields: said?.errors ?? {}, body };
}

function parsed(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}

/** An error body that is no JSON tells nothing more than its status does. */
function parsedOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
