import type { SandboxClock } from '../clock';
import type { CallEffect, CallTarget, Faults, TimeOutShape } from '../faults';
import type { JiraAnswer } from '../types';
import { toResponse } from './answers';
import type { CallMeta } from './globals';
import type { Invocation } from './invocation';
import type { Journal, JournalKind } from './journal';
import { shortened } from './journal';

/** One platform call of an invocation, unpacked. Header names are lower case. */
export interface ForgeCall {
  readonly meta: CallMeta;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly init: RequestInit;
  readonly invocation: Invocation;
}

/** A part of the platform that answers calls. */
export type Service = (call: ForgeCall) => Promise<JiraAnswer | Response>;

/** How long an answer takes, in milliseconds; time the app waits. */
export type Latency = (call: { on: CallTarget; method: string; path: string; body: string }) => number;

export interface CallSetting {
  readonly clock: SandboxClock;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly latency: Latency;
}

const KIND: Record<CallTarget, JournalKind> = {
  jira: 'jira',
  kvs: 'storage',
  queue: 'queue',
  egress: 'egress',
};
const OUTBOUND_LIMIT_MS = 180_000;

/** Unpacks what the packages hand over. @throws for bodies other than text, which the app does not send. */
export function toCall(invocation: Invocation, meta: CallMeta, path: string, init: RequestInit): ForgeCall {
  const headers: Record<string, string> = {};
  new Headers(init.headers).forEach((value, name) => {
    headers[name] = value;
  });
  const call = { meta, method: (init.method ?? 'GET').toUpperCase(), path, headers, init, invocation };
  const body: unknown = init.body;
  if (body === undefined || body === null) return call;
  if (typeof body === 'string') return { ...call, body };
  if (body instanceof URLSearchParams) return { ...call, body: body.toString() };
  if (ArrayBuffer.isView(body))
    return { ...call, body: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString() };
  throw new Error('The sandbox only takes text as the body of a platform call.');
}

/** Carries out one call: faults first, then the service, then the time the answer takes. */
export async function carryOut(
  setting: CallSetting,
  on: CallTarget,
  call: ForgeCall,
  service: Service,
): Promise<Response> {
  const { invocation } = call;
  if (invocation.ended) return afterTheEnd(setting, call);
  // Nothing here really waits: on the machine's own clock whoever else wants something would starve meanwhile.
  if (!setting.clock.virtual) await new Promise(setImmediate);
  const seen = { on, method: call.method, path: call.path, body: call.body ?? '' };
  const effect = setting.faults.forCall(seen);
  const answer = await meet(setting, effect, call, service);
  const wait = setting.latency(seen);
  if (wait > 0) await setting.clock.sleep(wait);
  if (hasEnded(invocation)) return never();
  note(setting, on, call, answer, effect);
  return answer instanceof Response ? answer : toResponse(answer);
}

async function meet(
  setting: CallSetting,
  effect: CallEffect | undefined,
  call: ForgeCall,
  service: Service,
): Promise<JiraAnswer | Response> {
  if (!effect) return service(call);
  if (effect.type === 'answer') return effect;
  if (effect.type === 'crash') {
    if (effect.carriedOut) await service(call);
    call.invocation.kill('FUNCTION_OUT_OF_MEMORY');
    return never();
  }
  if (effect.carriedOut) await service(call);
  return timeOut(setting, effect.shows, call);
}

async function timeOut(
  { clock, journal }: CallSetting,
  shows: TimeOutShape,
  call: ForgeCall,
): Promise<JiraAnswer> {
  const { invocation } = call;
  journal.add('invocation', `no answer to ${call.method} ${call.path}`, { invocationId: invocation.id });
  if (shows === '504') return { status: 504, headers: {}, body: '' };
  if (shows === 'silence') {
    await clock.sleep(Math.max(0, Math.min(invocation.deadline - clock.now(), OUTBOUND_LIMIT_MS)));
    if (clock.now() >= invocation.deadline) {
      invocation.kill('FUNCTION_TIME_OUT');
      return never();
    }
  }
  // The shape that fetch of Node gives to a connection that stays silent.
  const cause = Object.assign(new Error('Headers Timeout Error'), {
    name: 'HeadersTimeoutError',
    code: 'UND_ERR_HEADERS_TIMEOUT',
  });
  throw new TypeError('fetch failed', { cause });
}

/** A frozen function makes no calls: what it still tries after its end is neither carried out nor answered. */
function afterTheEnd({ journal }: CallSetting, call: ForgeCall): Promise<never> {
  const text = `${call.method} ${call.path} came after the end of its invocation and was not carried out`;
  journal.add('invocation', text, { invocationId: call.invocation.id });
  return never();
}

/** Asked anew: an invocation may end while an answer is on its way. */
function hasEnded(invocation: Invocation): boolean {
  return invocation.ended;
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

function note(
  { journal }: CallSetting,
  on: CallTarget,
  call: ForgeCall,
  answer: JiraAnswer | Response,
  effect: CallEffect | undefined,
): void {
  const altered = effect ? ' (on purpose)' : '';
  const body = answer instanceof Response ? undefined : shortened(answer.body);
  journal.add(KIND[on], `${call.method} ${call.path} → ${String(answer.status)}${altered}`, {
    invocationId: call.invocation.id,
    detail: { as: call.meta.provider, request: shortened(call.body ?? ''), answer: body },
  });
}
