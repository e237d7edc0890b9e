/** Delivers events to the portal of one connection, body after body, in order; one invocation at a time does that. */
import { eventsAtOnce } from '../../contract/outbox';
import type { Delivery } from '../../contract/stored/outbound';
import {
  afterDelivery,
  afterFailure,
  mayPark,
  parked,
  stepAfter,
  stopped,
} from '../../core/portal/delivering';
import type { Ports } from '../ports';
import type { NumberedEvent } from '../ports-outbox';
import type { PostAnswer } from '../ports-outbound';
import { openPush, type Push } from './open-push';
import { tellEvents } from './tell-events';
import { mustWait, waitFor } from './wait-to-push';

/** Well below the 15 minutes of an invocation: what is left then rings again. */
const workMs = 10 * 60_000;

/**
 * Goes on until nothing is left, the time is up, or the portal must be given time. `until`: the moment (ms) for which
 * the bell waits that rang.
 */
export async function pushEvents(ports: Ports, connection: string, until?: number): Promise<void> {
  const push = (await isPushed(ports, connection)) ? await openPush(ports, connection) : undefined;
  if (!push) return;
  const end = ports.now() + workMs;
  for (;;) {
    const delivery = await ports.outbounds.delivery(connection);
    if (mustWait(delivery, ports.now())) {
      // Any other bell finds that one waits already: if each rang again, every event would add one that never ends.
      if (delivery.trouble?.nextAt === until) await waitFor(ports, connection, until);
      return;
    }
    if (!(await pushSome(ports, push, delivery))) return;
    if (ports.now() < end) continue;
    await ports.bells.ringPush(connection);
    return;
  }
}

async function isPushed(ports: Ports, connection: string): Promise<boolean> {
  const found = await ports.connections.get(connection);
  return found?.hears === 'push' && !found.archived && found.enabled;
}

/** One body. Answers whether there may be more to do. */
async function pushSome(ports: Ports, push: Push, delivery: Delivery): Promise<boolean> {
  const some = await nextEvents(ports, push.connection, delivery);
  if (some === undefined) return true;
  if (some.length === 0) return false;
  const answer = await send(ports, push, some);
  return noteAnswer(ports, push, some, answer);
}

async function send(ports: Ports, push: Push, some: readonly NumberedEvent[]): Promise<PostAnswer> {
  const { answer } = await push.send(await tellEvents(ports, some), some.at(-1)?.n ?? 0);
  return answer;
}

/** What is to be sent again goes alone, then what comes next. Undefined: look again, for something was left behind. */
async function nextEvents(
  ports: Ports,
  connection: string,
  { again, n, atMost = eventsAtOnce }: Delivery,
): Promise<readonly NumberedEvent[] | undefined> {
  const { outbox, outbounds } = ports;
  const [once] = again;
  const page = await outbox.read(connection, once === undefined ? n : once - 1);
  if (page === 'newer') return [];
  if (page !== 'older' && (once === undefined || page[0]?.n === once))
    return page.slice(0, once === undefined ? atMost : 1);
  const { oldest } = await outbox.reach(connection);
  // Kept no longer: after thirty days nothing is left to deliver.
  await outbounds.change(connection, (now) => ({
    ...now,
    n: once === undefined ? Math.max(now.n, oldest - 1) : now.n,
    again: now.again.filter((one) => one !== once),
  }));
  return undefined;
}

async function noteAnswer(
  ports: Ports,
  push: Push,
  some: readonly NumberedEvent[],
  answer: PostAnswer,
): Promise<boolean> {
  const { connection } = push;
  const { outbounds } = ports;
  switch (stepAfter(answer, some.length)) {
    case 'delivered':
      await noteDelivered(ports, connection, some);
      return true;
    case 'smaller':
      await outbounds.change(connection, (now) => ({ ...now, atMost: Math.ceil(some.length / 2) }));
      return true;
    case 'refused':
      return passBy(ports, push, some, answer);
    case 'later':
      return holdBack(ports, connection, answer);
    case 'unapproved':
      await outbounds.change(connection, (now) => stopped(now, 'unapproved', answer, ports.now()));
      return false;
    case 'gone':
      await switchOff(ports, connection, answer);
      return false;
  }
}

async function noteDelivered(
  ports: Ports,
  connection: string,
  some: readonly NumberedEvent[],
): Promise<void> {
  const now = ports.now();
  const receipt = { n: some.at(-1)?.n ?? 0, at: now };
  await ports.outbounds.change(connection, (before) => afterDelivery(before, some.map(sentOf), now), receipt);
}

function sentOf({ n, event: { id, type, at } }: NumberedEvent) {
  return { n, id, type, at };
}

/**
 * An event that is refused alone is left out only when one of another finding passes: a portal that takes nothing at all
 * loses nothing. What lies between the two is tried by itself.
 */
async function passBy(
  ports: Ports,
  push: Push,
  [refused]: readonly NumberedEvent[],
  answer: PostAnswer,
): Promise<boolean> {
  const { connection } = push;
  const delivery = await ports.outbounds.delivery(connection);
  if (!refused || !mayPark(delivery)) return holdBack(ports, connection, answer);
  if (delivery.again.includes(refused.n)) {
    await ports.outbounds.change(connection, (now) => parked(now, sentOf(refused), answer));
    return true;
  }
  const page = await ports.outbox.read(connection, refused.n);
  const behind = typeof page === 'string' ? [] : page;
  const proof = behind.find(({ event }) => event.finding?.id !== refused.event.finding?.id);
  const step = proof && stepAfter(await send(ports, push, [proof]), 1);
  if (!proof || step !== 'delivered') return holdBack(ports, connection, answer);
  const between = behind.filter(({ n }) => n < proof.n).map(({ n }) => n);
  await ports.outbounds.change(connection, (now) => ({
    ...parked(now, sentOf(refused), answer),
    again: [...now.again, ...between],
  }));
  await noteDelivered(ports, connection, [proof]);
  return true;
}

async function holdBack(ports: Ports, connection: string, answer: PostAnswer): Promise<false> {
  const { trouble } = await ports.outbounds.change(connection, (now) =>
    afterFailure(now, answer, ports.now()),
  );
  await waitFor(ports, connection, trouble?.nextAt);
  return false;
}

/** The portal wants no more: from now on nothing is recorded for it. */
async function switchOff(ports: Ports, connection: string, answer: PostAnswer): Promise<void> {
  await ports.outbounds.change(connection, (now) => stopped(now, 'gone', answer, ports.now()));
  const found = await ports.connections.get(connection);
  if (found) await ports.connections.put({ ...found, hears: undefined });
}

/** Rings for what waits longer than bells do, and for what lost its bell. */
export async function resumePushing(ports: Ports): Promise<void> {
  for (const { key, hears, archived } of await ports.connections.list()) {
    if (hears !== 'push' || archived) continue;
    const delivery = await ports.outbounds.delivery(key);
    const { next } = await ports.outbox.reach(key);
    if (delivery.n >= next - 1 && delivery.again.length === 0) continue;
    if (mustWait(delivery, ports.now())) await waitFor(ports, key, delivery.trouble?.nextAt);
    else await ports.bells.ringPush(key);
  }
}
