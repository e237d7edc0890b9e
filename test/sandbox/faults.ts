/** Which platform calls a fault meets. Everything left out matches everything. */
export interface When {
  /** The service that is called; Jira where it is left out. */
  readonly on?: CallTarget;
  readonly method?: string;
  readonly path?: RegExp;
  /** Tested against the request body as text. */
  readonly body?: RegExp;
  /** The first match that is hit, counted from 1 since the fault was added. */
  readonly nth?: number;
  /** How many matches are hit from there on; 1 where it is left out, `Infinity` for all. */
  readonly times?: number;
}

export type CallTarget = 'jira' | 'kvs' | 'queue' | 'egress';

/** One call of the app to the platform, as the faults see it. */
export interface PlatformCall {
  readonly on: CallTarget;
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What happens to a call that a fault hits. */
export type CallEffect =
  | {
      readonly type: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly type: 'time-out'; readonly carriedOut: boolean; readonly shows: TimeOutShape }
  | { readonly type: 'crash'; readonly carriedOut: boolean };

/** How a time-out looks to the app: fetch rejects, a gateway says 504, or nothing comes until the time limit. */
export type TimeOutShape = 'rejects' | '504' | 'silence';

/** What is delivered in an unpleasant way. */
export type DeliveryTarget = 'queue' | 'event' | 'schedule';

export type Fault =
  | { readonly type: 'call'; readonly when: When; readonly effect: CallEffect }
  | { readonly type: 'twice'; readonly on?: DeliveryTarget; readonly times: number }
  | { readonly type: 'reorder'; readonly on?: DeliveryTarget };

/** The call is refused with this status and is not carried out. */
export function fail(
  status: number,
  when: When = {},
  body: unknown = '',
  headers: Readonly<Record<string, string>> = {},
): Fault {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { type: 'call', when, effect: { type: 'answer', status, headers, body: text } };
}

/** No answer comes, and the call was not carried out. */
export function timeOutBefore(when: When = {}, shows: TimeOutShape = 'rejects'): Fault {
  return { type: 'call', when, effect: { type: 'time-out', carriedOut: false, shows } };
}

/** The call was carried out, but no answer comes. */
export function timeOutAfter(when: When = {}, shows: TimeOutShape = 'rejects'): Fault {
  return { type: 'call', when, effect: { type: 'time-out', carriedOut: true, shows } };
}

/** The nth matching call is carried out, then the invocation dies: nothing it does afterwards reaches the platform. */
export function crashAfterCall(n: number, when: Omit<When, 'nth'> = {}): Fault {
  return { type: 'call', when: { ...when, nth: n }, effect: { type: 'crash', carriedOut: true } };
}

/** The process dies over such a call before it is carried out. */
export function crashBeforeCall(when: When = {}): Fault {
  return { type: 'call', when, effect: { type: 'crash', carriedOut: false } };
}

/** The next `times` deliveries (of that kind) come a second time. */
export function deliverTwice(on?: DeliveryTarget, times = 1): Fault {
  return { type: 'twice', times, ...(on ? { on } : {}) };
}

/** Deliveries that are due together come in the reverse order, until the fault is removed. */
export function reorder(on?: DeliveryTarget): Fault {
  return { type: 'reorder', ...(on ? { on } : {}) };
}

export type RateLimitReason =
  'jira-quota-global-based' | 'jira-quota-tenant-based' | 'jira-burst-based' | 'jira-per-issue-on-write';

/** Jira answers 429 with the headers of the given limit. Without `retryAfter` (seconds) as a gateway does: bare. */
export function rateLimit(options: { reason?: RateLimitReason; retryAfter?: number } & When = {}): Fault {
  const { reason, retryAfter, ...when } = options;
  const headers: Record<string, string> = {};
  if (retryAfter !== undefined)
    Object.assign(headers, { 'retry-after': String(retryAfter), 'x-ratelimit-remaining': '0' });
  if (reason) headers['ratelimit-reason'] = reason;
  return fail(429, when, '', headers);
}

/** Storage refuses with a code of its own, for example `failStorage(409, 'KEY_CONFLICT')`. */
export function failStorage(status: number, code: string, when: Omit<When, 'on'> = {}): Fault {
  return fail(status, { ...when, on: 'kvs' }, { code, message: 'Refused on purpose' });
}

/** The faults of one installation. */
export interface Faults {
  /** Arms the faults; the result disarms these again. */
  add(...faults: Fault[]): () => void;
  clear(): void;
  /** What befalls this call, if anything; counts it. */
  forCall(call: PlatformCall): CallEffect | undefined;
  /** True when this delivery shall come twice; counts it. */
  comesTwice(on: DeliveryTarget): boolean;
  reorders(on: DeliveryTarget): boolean;
}

interface Armed {
  readonly fault: Fault;
  seen: number;
}

/** An empty book of faults. */
export function createFaults(): Faults {
  let armed: Armed[] = [];
  return {
    add(...faults) {
      const added = faults.map((fault) => ({ fault, seen: 0 }));
      armed.push(...added);
      return () => {
        armed = armed.filter((entry) => !added.includes(entry));
      };
    },
    clear: () => {
      armed = [];
    },
    forCall: (call) => firstHit(armed, call),
    comesTwice(on) {
      const entry = armed.find(
        ({ fault, seen }) => fault.type === 'twice' && seen < fault.times && (fault.on ?? on) === on,
      );
      if (entry) entry.seen += 1;
      return entry !== undefined;
    },
    reorders: (on) => armed.some(({ fault }) => fault.type === 'reorder' && (fault.on ?? on) === on),
  };
}

/** Every fault counts every match, so that two faults on the same path do not shift each other. */
function firstHit(armed: readonly Armed[], call: PlatformCall): CallEffect | undefined {
  let hit: CallEffect | undefined;
  for (const entry of armed) {
    if (entry.fault.type !== 'call' || !matches(entry.fault.when, call)) continue;
    entry.seen += 1;
    const { nth = 1, times = 1 } = entry.fault.when;
    if (entry.seen >= nth && entry.seen < nth + times) hit ??= entry.fault.effect;
  }
  return hit;
}

function matches(when: When, call: PlatformCall): boolean {
  return (
    (when.on ?? 'jira') === call.on &&
    (when.method ?? call.method).toUpperCase() === call.method.toUpperCase() &&
    (!when.path || call.path.search(when.path) >= 0) &&
    (!when.body || call.body.search(when.body) >= 0)
  );
}
