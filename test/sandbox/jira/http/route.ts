import type { JiraAnswer } from '../../types';
import type { Json, JsonObject } from '../json';
import { isObject } from '../json';
import type { Actor, World } from '../world';
import { invalidPayload } from './jira-error';
import type { Query } from './query';

/** What a call cost, noted by its route for latency and rate limits. */
export interface Cost {
  /** Issues created. */
  created: number;
  /** Points beyond the base point: 1 a core object, 2 a user or permission. */
  points: number;
}

/** One call, as a route sees it. */
export interface Call {
  readonly world: World;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The parsed body; undefined when there is none. */
  readonly body: Json | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly cost: Cost;
}

/** The scopes an endpoint asks of an app: any one of the sets, each needed as a whole. */
export type Scopes = readonly (readonly string[])[];

/** One endpoint. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters in braces, for example `/rest/api/3/issue/{issueIdOrKey}`. */
  readonly path: string;
  readonly scopes: Scopes;
  readonly handle: (call: Call) => JiraAnswer;
}

/** Classic scopes by short name; granular alternatives stand beside them where the app might use them. */
export const SCOPES = {
  none: [],
  readWork: [['read:jira-work']],
  writeWork: [['write:jira-work']],
  readUser: [['read:jira-user']],
  manageProject: [['manage:jira-project']],
  manageConfiguration: [['manage:jira-configuration']],
  readWorkflow: [['manage:jira-configuration'], ['read:workflow:jira']],
} as const satisfies Record<string, Scopes>;

/** The body as an object. @throws JiraError 400 when it is none or holds unknown keys */
export function bodyObject(call: Call, known?: readonly string[]): JsonObject {
  if (!isObject(call.body)) throw invalidPayload();
  if (known && Object.keys(call.body).some((key) => !known.includes(key))) throw invalidPayload();
  return call.body;
}

/** A path parameter, which the pattern guarantees. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}
