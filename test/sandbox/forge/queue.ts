import { randomUUID } from 'node:crypto';
import type { SandboxClock } from '../clock';
import type { JiraAnswer } from '../types';
import { json } from './answers';
import type { ForgeCall } from './calls';
import type { CallFunction } from './functions';
import type { Journal } from './journal';
import { functionOf, type ConsumerModule, type Manifest } from './manifest';
import { Jobs, type JobRecord } from './jobs';
import { backoff, requestedRetry, type Retry } from './retries';
import type { Worker } from './worker';

/** One event on its way to a consumer. */
interface Delivery {
  readonly queueName: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly body: unknown;
  readonly concurrency?: { readonly key: string; readonly limit: number };
  readonly enqueuedAt: number;
  /** How many pushes led here. */
  readonly chain: number;
  readonly retryCount: number;
  readonly retry?: { readonly reason: string; readonly data?: unknown };
}

interface PushBody {
  readonly queueName: string;
  readonly jobId: string;
  readonly payload: readonly {
    readonly body: unknown;
    readonly delayInSeconds?: number;
    readonly concurrency?: { readonly key: string; readonly limit: number };
  }[];
}

/** The async events of one installation. */
export interface Queues {
  /** Answers push, stats and cancel of `@forge/events`. */
  handle(call: ForgeCall): JiraAnswer;
  readonly jobs: readonly JobRecord[];
}

const KB = 1024;
const LIMITS = {
  events: 50,
  pushBytes: 200 * KB,
  eventBytes: 100 * KB,
  perMinute: 500,
  delaySeconds: 900,
  chain: 1_000,
};
const USUAL_TIMEOUT_SECONDS = 55;
const RETENTION_MS = 24 * 3_600_000;

export interface QueueSetting {
  readonly manifest: Manifest;
  readonly clock: SandboxClock;
  readonly journal: Journal;
  readonly worker: Worker;
  readonly callFunction: CallFunction;
}

/** Queues that deliver through the worker; `restored` are the jobs of a snapshot. */
export function createQueues(setting: QueueSetting, restored: readonly JobRecord[] = []): Queues {
  const jobs = new Jobs(restored);
  const rate = minuteRate(setting.clock, LIMITS.perMinute);
  setting.worker.register('queue', (data) => deliver(setting, jobs, data as Delivery));
  return {
    get jobs() {
      return jobs.all();
    },
    handle(call) {
      const body = JSON.parse(call.body ?? '{}') as PushBody;
      if (call.path.startsWith('/webhook/queue/publish/')) return push(setting, jobs, rate, call, body);
      const job = jobs.find(body.queueName, body.jobId);
      if (!job) return json(404, { message: 'No such job' });
      if (call.path.startsWith('/webhook/queue/stats/'))
        return json(200, { success: job.success, inProgress: job.inProgress, failed: job.failed });
      job.cancelled = true;
      return json(204);
    },
  };
}

function push(
  setting: QueueSetting,
  jobs: Jobs,
  rate: (events: number) => boolean,
  call: ForgeCall,
  body: PushBody,
): JiraAnswer {
  const { manifest, clock, worker } = setting;
  const consumer = manifest.modules.consumer?.find(({ queue }) => queue === body.queueName);
  if (!consumer) return json(400, { message: `No consumer for the queue ${body.queueName}` });
  const chain = (call.invocation.spec.chain ?? 0) + 1;
  const refusal = refuse(manifest, consumer, body, chain);
  if (refusal) return refusal;
  if (!rate(body.payload.length)) return json(429, { message: 'Too many requests' });
  jobs.open(body.queueName, body.jobId, body.payload.length);
  const enqueuedAt = clock.now();
  for (const event of body.payload) {
    const delivery: Delivery = {
      queueName: body.queueName,
      jobId: body.jobId,
      eventId: randomUUID(),
      body: event.body,
      enqueuedAt,
      chain,
      retryCount: 0,
      ...(event.concurrency ? { concurrency: event.concurrency } : {}),
    };
    enqueue(worker, delivery, enqueuedAt + (event.delayInSeconds ?? 0) * 1000);
  }
  return json(201, {});
}

function refuse(
  manifest: Manifest,
  consumer: ConsumerModule,
  { payload }: PushBody,
  chain: number,
): JiraAnswer | undefined {
  const size = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
  if (chain > LIMITS.chain) return json(405, { message: 'The limit on cyclic invocation has been reached' });
  if (payload.length < 1 || payload.length > LIMITS.events)
    return json(400, { message: `Between 1 and ${String(LIMITS.events)} events are allowed` });
  if (size(payload) > LIMITS.pushBytes)
    return json(413, { errorMessage: 'The maximum payload size is 200KB.' });
  const seconds = functionOf(manifest, consumer.function).timeoutSeconds ?? USUAL_TIMEOUT_SECONDS;
  if (seconds > USUAL_TIMEOUT_SECONDS && payload.some((event) => size(event) > LIMITS.eventBytes)) {
    return json(413, { errorMessage: 'The maximum event size for long-running consumers is 100KB.' });
  }
  const delays = payload.map(({ delayInSeconds = 0 }) => delayInSeconds);
  if (delays.some((delay) => !(delay >= 0 && delay <= LIMITS.delaySeconds)))
    return json(400, { message: 'delayInSeconds must be between 0 and 900' });
  return undefined;
}

function enqueue(worker: Worker, delivery: Delivery, dueAt: number): void {
  worker.add({
    kind: 'queue',
    dueAt,
    data: delivery,
    ...(delivery.concurrency ? { lane: delivery.concurrency } : {}),
  });
}

async function deliver(setting: QueueSetting, jobs: Jobs, delivery: Delivery): Promise<void> {
  const job = jobs.find(delivery.queueName, delivery.jobId);
  if (job?.cancelled) {
    jobs.settle(delivery.queueName, delivery.jobId, delivery.eventId, 'cancelled');
    return;
  }
  const consumer = setting.manifest.modules.consumer?.find(({ queue }) => queue === delivery.queueName);
  if (!consumer) return;
  const call = {
    functionKey: consumer.function,
    moduleKey: consumer.key,
    moduleType: 'core:consumer',
    chain: delivery.chain,
  };
  const outcome = await setting.callFunction(call, asyncEvent(delivery, setting.clock.now()));
  const retry =
    requestedRetry(outcome) ??
    (outcome.type === 'failed' ? backoff(delivery.retryCount, reasonOf(outcome.reason)) : undefined);
  if (!retry) {
    jobs.settle(delivery.queueName, delivery.jobId, delivery.eventId, 'success');
    return;
  }
  again(setting, jobs, delivery, retry);
}

/** Within a day of the push the event comes again; then it is dropped. */
function again({ clock, worker, journal }: QueueSetting, jobs: Jobs, delivery: Delivery, retry: Retry): void {
  const dueAt = clock.now() + retry.afterMs;
  if (dueAt > delivery.enqueuedAt + RETENTION_MS) {
    journal.add('queue', `${delivery.queueName}: an event is dropped after 24 hours`, { detail: delivery });
    jobs.settle(delivery.queueName, delivery.jobId, delivery.eventId, 'failed');
    return;
  }
  enqueue(
    worker,
    { ...delivery, retryCount: delivery.retryCount + 1, retry: { reason: retry.reason, data: retry.data } },
    dueAt,
  );
}

function asyncEvent(
  { body, jobId, queueName, eventId, retry, retryCount, enqueuedAt }: Delivery,
  now: number,
): object {
  const retentionWindow = {
    startTime: new Date(enqueuedAt).toISOString(),
    remainingTimeMs: enqueuedAt + RETENTION_MS - now,
  };
  return {
    body,
    jobId,
    queueName,
    eventId,
    ...(retry
      ? { retryContext: { retryCount, retryReason: retry.reason, retryData: retry.data, retentionWindow } }
      : {}),
  };
}

function reasonOf(reason: string): string {
  return reason === 'FUNCTION_ERROR' ? 'FUNCTION_PLATFORM_UNKNOWN_ERROR' : reason;
}

/** True while this minute's allowance holds. */
function minuteRate(clock: SandboxClock, allowed: number): (events: number) => boolean {
  let minute = -1;
  let spent = 0;
  return (events) => {
    const current = Math.floor(clock.now() / 60_000);
    if (current !== minute) spent = 0;
    minute = current;
    if (spent + events > allowed) return false;
    spent += events;
    return true;
  };
}
