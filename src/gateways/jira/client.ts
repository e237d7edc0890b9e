/** One call to Jira as the app, its outcome as data. The only place that knows how Jira says no. */
import { asApp, type Route } from '@forge/api';
import { z } from 'zod';
import type { QuotaReport } from '../../core/jira/budget';
import type { JiraFailure, JiraResult, Limited } from '../../core/jira/failure';
import { pointsOf } from '../../core/jira/points';
import { readQuota } from '../../core/jira/quota-report';
import type { JiraUse } from '../../flows/ports';

/** What all invocations together may ask of Jira. */
export interface Limits {
  /** What this invocation has to wait for; undefined: it may call. */
  wait(): Promise<Limited | undefined>;
  /** Notes what a call cost, and what Jira said of the quota with its answer. */
  spend(points: number, report: QuotaReport): void;
  /** Remembers until when Jira wants no calls. */
  keep(limited: Limited): Promise<void>;
}

export interface JiraClient {
  call(method: string, route: Route, body?: unknown): Promise<JiraResult<unknown>>;
  /** What was used of Jira so far. */
  readonly use: () => JiraUse;
}

const conflictSeconds = 5;
const burstSeconds = 10;
const quotaSeconds = 300;

/** A client for one invocation. While a limit stands, calls are not even sent: each would only prolong it. */
export function createJiraClient(limits: Limits): JiraClient {
  let calls = 0;
  let points = 0;
  function spend(cost: number, report: QuotaReport): void {
    points += cost;
    limits.spend(cost, report);
  }
  return {
    use: () => ({ calls, points }),
    async call(method, route, body) {
      const limit = await limits.wait();
      if (limit) return { ok: false, failure: limit };
      calls += 1;
      const call = { method, path: route.value, sent: body };
      try {
        const answer = await send(method, route, body);
        const result = resultOf(answer);
        // A call that is refused for its rate costs nothing.
        const cost = answer.status === 429 ? 0 : pointsOf({ ...call, answer: result.ok ? result.value : {} });
        spend(cost, readQuota(answer.header));
        if (answer.status === 429 && isForAll(result)) await limits.keep(result.failure);
        return result;
      } catch (error) {
        spend(pointsOf(call), {});
        const detail = error instanceof Error ? error.name : 'no answer';
        return { ok: false, failure: { kind: 'unknown', detail } };
      }
    },
  };
}

/** Only the limit of a single issue leaves other calls alone. */
function isForAll(result: JiraResult<unknown>): result is { ok: false; failure: Limited } {
  return !result.ok && result.failure.kind === 'limited' && !result.failure.reason.includes('per-issue');
}

interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
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
  return {
    status: answer.status,
    header: (name) => answer.headers.get(name),
    text: await answer.text(),
  };
}

function resultOf({ status, header, text }: Answer): JiraResult<unknown> {
  if (status >= 200 && status < 300) return { ok: true, value: text === '' ? undefined : JSON.parse(text) };
  return { ok: false, failure: failureOf(status, header, text) };
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

function failureOf(status: number, header: (name: string) => string | null, text: string): JiraFailure {
  if (status === 429) return limited(header);
  if (status === 409)
    return { kind: 'limited', retryAfter: conflictSeconds, reason: 'somebody else changes the issue' };
  if (status >= 500) return { kind: 'unknown', status, detail: `Jira answered ${String(status)}` };
  const body = parse(text);
  const said = ErrorBody.safeParse(body).data;
  return { kind: 'refused', status, messages: said?.errorMessages ?? [], fields: said?.errors ?? {}, body };
}

function limited(header: (name: string) => string | null): JiraFailure {
  const reason = header('ratelimit-reason') ?? 'rate limit';
  const said = Number(header('retry-after') ?? Number.NaN);
  const guess = reason.includes('quota') ? quotaSeconds : burstSeconds;
  return { kind: 'limited', retryAfter: Number.isFinite(said) && said > 0 ? Math.ceil(said) : guess, reason };
}

/** An error body that is no JSON tells nothing more than its status does. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
