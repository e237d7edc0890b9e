import type { SandboxClock } from '../clock';
import type { JiraSite, ProductEvent } from '../types';
import type { CallFunction } from './functions';
import type { Journal } from './journal';
import type { Manifest } from './manifest';
import { backoff, requestedRetry, type Retry } from './retries';
import { readTriggers, type Trigger } from './triggers';
import type { Worker } from './worker';

/** One event on its way to one trigger. */
interface Delivery {
  readonly triggerKey: string;
  readonly name: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly retryCount: number;
  readonly retry?: { readonly reason: string; readonly data?: unknown };
}

export interface ProductEventSetting {
  readonly manifest: Manifest;
  readonly clock: SandboxClock;
  readonly journal: Journal;
  readonly worker: Worker;
  readonly callFunction: CallFunction;
  readonly jira: JiraSite;
  /** How many milliseconds an event takes to arrive; up to 3 minutes on the platform. */
  readonly delayMs: (event: ProductEvent) => number;
}

const MAX_BYTES = 200_000;
const MAX_RETRIES = 4;
const TIMEOUT_SECONDS = 25;

/** Delivers events to the triggers of the manifest. Answers the function that takes an event in. */
export function createProductEvents(setting: ProductEventSetting): (event: ProductEvent) => void {
  const triggers = readTriggers(setting.manifest);
  const byKey = new Map(triggers.map((trigger) => [trigger.module.key, trigger]));
  setting.worker.register('event', (data) => {
    const delivery = data as Delivery;
    const trigger = byKey.get(delivery.triggerKey);
    return trigger ? deliver(setting, trigger, delivery) : Promise.resolve();
  });
  return (event) => {
    for (const trigger of triggers) {
      if (trigger.module.events.includes(event.name)) take(setting, trigger, event);
    }
  };
}

function take(
  { jira, journal, worker, clock, delayMs }: ProductEventSetting,
  trigger: Trigger,
  event: ProductEvent,
): void {
  const selfGenerated = event.accountId === jira.appAccountId;
  const payload = { ...event.payload, eventType: event.name, selfGenerated };
  const { issueId } = event;
  const verdict = trigger.judge(payload, selfGenerated, ({ key }) =>
    issueId === undefined ? undefined : jira.propertyForFilter(issueId, key),
  );
  const line = `${event.name} for ${trigger.module.key}`;
  if (verdict.type === 'drop') {
    journal.add('event', `${line}: not delivered, ${verdict.why}`);
    return;
  }
  const text = JSON.stringify({ ...payload, ...verdict.additions });
  if (Buffer.byteLength(text) > MAX_BYTES) {
    journal.add('event', `${line}: not delivered, larger than 200 kB`);
    return;
  }
  const delivery: Delivery = {
    triggerKey: trigger.module.key,
    name: event.name,
    event: JSON.parse(text) as Delivery['event'],
    retryCount: 0,
  };
  journal.add('event', `${line}: on its way`, { detail: delivery.event });
  worker.add({ kind: 'event', dueAt: clock.now() + delayMs(event), data: delivery });
}

async function deliver(setting: ProductEventSetting, { module }: Trigger, delivery: Delivery): Promise<void> {
  const { retry, retryCount, event } = delivery;
  const call = {
    functionKey: module.function,
    moduleKey: module.key,
    moduleType: 'core:trigger',
    timeoutSeconds: TIMEOUT_SECONDS,
  };
  const context = retry && { retryContext: { retryCount, retryReason: retry.reason, retryData: retry.data } };
  const outcome = await setting.callFunction(call, { ...event, ...context });
  const failed =
    outcome.type === 'failed' && outcome.reason !== 'FUNCTION_ERROR' ? outcome.reason : undefined;
  const next: Retry | undefined =
    requestedRetry(outcome) ?? (failed ? backoff(retryCount, failed) : undefined);
  if (!next) return;
  if (retryCount >= MAX_RETRIES) {
    setting.journal.add('event', `${delivery.name} for ${module.key}: given up after 4 retries`);
    return;
  }
  const again: Delivery = {
    ...delivery,
    retryCount: retryCount + 1,
    retry: { reason: next.reason, data: next.data },
  };
  setting.worker.add({ kind: 'event', dueAt: setting.clock.now() + next.afterMs, data: again });
}
