import type { Clock } from '../types';
import type { CallFunction } from './functions';
import type { Outcome } from './invocation';
import { moduleOf, type Manifest, type WebTriggerModule } from './manifest';
import type { WebTriggerUrls } from './web-trigger-urls';

/** A request from outside. `path` is what follows the web trigger's URL, with the query string, encoded as sent. */
export interface WebTriggerRequest {
  readonly method: string;
  readonly path?: string;
  /** In the order and spelling in which they were sent. */
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string | Buffer;
}

export interface WebTriggerAnswer {
  readonly status: number;
  /** As the function gave them, plus the platform's own. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

const MAX_BYTES = 5 * 1024 * 1024;
const TIMEOUT_SECONDS = 55;
const SHOWN_LIMIT = 5_000;

export interface WebTriggerSetting {
  readonly manifest: Manifest;
  readonly urls: WebTriggerUrls;
  readonly callFunction: CallFunction;
  readonly rateHeaders: () => WebTriggerAnswer['headers'];
}

/** Calls the function of a web trigger as the platform does. `target` is its URL (with more behind it or not) or its key. */
export async function callWebTrigger(
  { manifest, urls, callFunction, rateHeaders }: WebTriggerSetting,
  target: string,
  request: WebTriggerRequest,
): Promise<WebTriggerAnswer> {
  const place = urls.resolve(target, request.path ?? '');
  if (!place) return answer(404, '');
  const module = moduleOf(manifest, 'webtrigger', place.key) as WebTriggerModule;
  const event = eventOf(place.path, place.userPath, place.query, request);
  if (Buffer.byteLength(JSON.stringify(event)) > MAX_BYTES) return answer(413, '');
  const call = {
    functionKey: module.function,
    moduleKey: module.key,
    moduleType: 'core:webtrigger',
    timeoutSeconds: TIMEOUT_SECONDS,
  };
  const given = answerTo(module, await callFunction(call, event));
  return { ...given, headers: { ...given.headers, ...rateHeaders() } };
}

/** The headers that the platform adds to every answer. The limit itself is not documented and not enforced. */
export function createRateHeaders(clock: Clock): () => WebTriggerAnswer['headers'] {
  let minute = -1;
  let calls = 0;
  return () => {
    const current = Math.floor(clock.now() / 60_000);
    calls = current === minute ? calls + 1 : 1;
    minute = current;
    return {
      'X-Ratelimit-Limit': [String(SHOWN_LIMIT)],
      'X-Ratelimit-Remaining': [String(Math.max(0, SHOWN_LIMIT - calls))],
      'X-Ratelimit-Reset': [String((current + 1) * 60)],
    };
  };
}

function answerTo(module: WebTriggerModule, outcome: Outcome): WebTriggerAnswer {
  if (outcome.type === 'failed') return answer(424, '');
  return module.response?.type === 'static'
    ? staticAnswer(module, outcome.value)
    : dynamicAnswer(outcome.value);
}

function eventOf(
  path: string,
  userPath: string,
  query: string,
  { method, headers = [], body = '' }: WebTriggerRequest,
): object {
  const lists: Record<string, string[]> = {};
  for (const [name, value] of headers) (lists[name] ??= []).push(value);
  return {
    method,
    path,
    userPath,
    headers: lists,
    queryParameters: queryLists(query),
    body: body.toString(),
  };
}

/** Every value is split at its commas, whether they were encoded or not; the raw query is lost. */
function queryLists(query: string): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) (lists[name] ??= []).push(...value.split(','));
  return lists;
}

function dynamicAnswer(value: unknown): WebTriggerAnswer {
  if (!isResult(value)) return answer(500, '');
  const { statusCode, headers = {}, body = '' } = value;
  return answer(statusCode, body, headers);
}

function staticAnswer({ response }: WebTriggerModule, value: unknown): WebTriggerAnswer {
  const key =
    typeof value === 'object' && value !== null ? (value as { outputKey?: unknown }).outputKey : undefined;
  const output = response?.outputs?.find((candidate) => candidate.key === key);
  if (!output) return answer(500, '');
  return answer(
    output.statusCode,
    output.body ?? '',
    output.contentType ? { 'Content-Type': [output.contentType] } : {},
  );
}

interface Result {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly body?: string;
}

/** The documented form: an integer status, lists of strings as headers, a string as body. */
function isResult(value: unknown): value is Result {
  if (typeof value !== 'object' || value === null) return false;
  const { statusCode, headers, body } = value as Record<string, unknown>;
  const isList = (list: unknown): boolean =>
    Array.isArray(list) && list.every((part) => typeof part === 'string');
  return (
    Number.isInteger(statusCode) &&
    (body === undefined || typeof body === 'string') &&
    (headers === undefined ||
      (typeof headers === 'object' && headers !== null && Object.values(headers).every(isList)))
  );
}

function answer(status: number, body: string, headers: WebTriggerAnswer['headers'] = {}): WebTriggerAnswer {
  return { status, headers, body };
}
