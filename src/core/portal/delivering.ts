/** What an answer of a portal means for its events, and when it is tried again. Times in ms. */
import type { PushAnswer, PushTrouble } from '../../contract/outbound';
import type { EventType } from '../../contract/outbox';
import type { Delivery } from '../../contract/stored/outbound';

const minuteMs = 60_000;
const longestMs = 6 * 60 * minuteMs;
const dayMs = 24 * 60 * minuteMs;
/** After so long it is tried once a day only. */
const patienceMs = 5 * dayMs;
/** So often in a row it is tried again as soon as the portal says; then it is asked less and less often all the same. */
const soonTries = 10;
/** So many events are parked at most: a portal that refuses more refuses everything. */
const mostParked = 100;

export interface Answer extends PushAnswer {
  /** Seconds that the portal asks to wait. */
  readonly retryAfter?: number;
  readonly unapproved?: true;
  /** It is the token address that answered, and gave no token. */
  readonly noToken?: true;
}

/** `smaller`: one of its events is refused, so it is sent in halves. `refused`: the event is refused alone. */
export type Step = 'delivered' | 'smaller' | 'refused' | 'later' | 'unapproved' | 'gone';

/** Refusals that are about the address, the credentials or the moment, and not about what was sent. */
const ofNoEvent = [401, 403, 404, 405, 407, 408, 421, 425, 429];

/** What an answer to so many events means. A redirect is no delivery. */
export function stepAfter({ status, unapproved, noToken }: Answer, events: number): Step {
  if (unapproved) return 'unapproved';
  if (noToken) return 'later';
  if (status >= 200 && status < 300) return 'delivered';
  if (status === 410) return 'gone';
  if (status < 400 || status >= 500 || ofNoEvent.includes(status)) return 'later';
  return events > 1 ? 'smaller' : 'refused';
}

/** An event as it is delivered or parked. */
export interface Sent {
  readonly n: number;
  readonly id: string;
  readonly type: EventType;
  readonly at: number;
}

/** These arrived: the next body may be larger again. */
export function afterDelivery(before: Delivery, sent: readonly Sent[], now: number): Delivery {
  const { trouble: _over, atMost, ...rest } = before;
  const last = Math.max(0, ...sent.map(({ n }) => n));
  const isAgain = before.again.includes(last);
  const arrived = new Set(sent.map(({ n }) => n));
  return {
    ...rest,
    ...(atMost === undefined || atMost >= 50 ? {} : { atMost: atMost * 2 }),
    n: Math.max(before.n, last),
    again: before.again.filter((n) => !arrived.has(n)),
    // One that was left out before may be among what is sent anew.
    parked: before.parked.filter(({ n }) => !arrived.has(n)),
    delivered: { at: now, n: isAgain ? Math.max(before.delivered?.n ?? 0, last) : last },
  };
}

/** An event is left out: the portal takes others, but not this one. */
export function parked(before: Delivery, { n, id, type, at }: Sent, { status, text }: Answer): Delivery {
  const answer = { status, ...(text === undefined ? {} : { text }) };
  const others = before.parked.filter((one) => one.n !== n);
  return {
    ...before,
    n: Math.max(before.n, n),
    again: before.again.filter((one) => one !== n),
    parked: [...others, { n, id, type, at, answer }].sort((a, b) => a.n - b.n),
  };
}

/** Whether another event may be left out. */
export function mayPark({ parked: before }: Delivery): boolean {
  return before.length < mostParked;
}

/** It is tried again: after a minute at first, then twice as long each time, and once a day when it has failed for long. */
export function afterFailure(before: Delivery, answer: Answer, now: number): Delivery {
  const since = before.trouble?.kind === 'failing' ? before.trouble.since : now;
  const tries = before.trouble?.kind === 'failing' ? before.trouble.tries + 1 : 1;
  const asked = answer.status === 429 || answer.status === 503 ? (answer.retryAfter ?? 0) * 1000 : 0;
  const unasked = asked > 0 ? tries - soonTries : tries;
  const backOff = Math.min(longestMs, unasked > 0 ? minuteMs * 2 ** (unasked - 1) : 0);
  const own = now - since >= patienceMs ? dayMs : backOff;
  const nextAt = now + Math.min(dayMs, Math.max(asked, own));
  return inTrouble(before, 'failing', answer, { since, tries, at: now, nextAt });
}

/** It stops until somebody does something about it. */
export function stopped(
  before: Delivery,
  kind: Exclude<PushTrouble, 'failing'>,
  answer: Answer,
  now: number,
): Delivery {
  const since = before.trouble?.kind === kind ? before.trouble.since : now;
  return inTrouble(before, kind, answer, { since, tries: 1, at: now });
}

function inTrouble(
  before: Delivery,
  kind: PushTrouble,
  { status, text }: Answer,
  when: { since: number; tries: number; at: number; nextAt?: number },
): Delivery {
  const answer = { status, ...(text === undefined ? {} : { text }) };
  return { ...before, trouble: { kind, answer, ...when } };
}
