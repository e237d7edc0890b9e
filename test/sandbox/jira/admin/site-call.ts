import type { JiraCaller } from '../../types';
import { answerCall } from '../http/answer-call';
import { createRouter } from '../http/router';
import type { Json, JsonObject } from '../json';
import { isObject } from '../json';
import { ALL_ROUTES } from '../routes/index';
import type { World } from '../world';

/** A REST call made by hand. */
export interface JiraStandInCall {
  readonly method?: string;
  readonly path: string;
  readonly body?: Json;
  /** An account id, or the app with its scopes. */
  readonly as: string | { readonly scopes: readonly string[] };
}

/** A parsed answer. */
export interface SiteAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body when it is an object, otherwise an empty one. */
  readonly data: JsonObject;
  /** The body whatever it is; undefined when there is none. */
  readonly value: Json | undefined;
}

const find = createRouter(ALL_ROUTES);

/** Answers a call without taking time. */
export function callSite(world: World, { method = 'GET', path, body, as }: JiraStandInCall): SiteAnswer {
  const caller: JiraCaller =
    typeof as === 'string' ? { kind: 'user', accountId: as } : { kind: 'app', scopes: new Set(as.scopes) };
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const request = { method, path, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const { answer } = answerCall(world, find, request, caller);
  const value = answer.body === '' ? undefined : (JSON.parse(answer.body) as Json);
  return { status: answer.status, headers: answer.headers, data: isObject(value) ? value : {}, value };
}
